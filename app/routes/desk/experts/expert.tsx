import { redirect } from 'react-router';
import { z } from 'zod';
import { may } from '#app/domain/base/accounts/access.ts';
import { historyOf } from '#app/domain/base/records/read.ts';
import { LiftInput, RecordTieInput } from '#app/domain/pilot/conflicts/input.ts';
import { liftTie } from '#app/domain/pilot/conflicts/lift-tie.ts';
import { recordedKinds } from '#app/domain/pilot/conflicts/model.ts';
import { listKeptFrom, listTies } from '#app/domain/pilot/conflicts/read.ts';
import { recordTie } from '#app/domain/pilot/conflicts/record-tie.ts';
import { SuspendInput, TermInput, TrainingInput } from '#app/domain/pilot/experts/input.ts';
import { getExpert, papersOf } from '#app/domain/pilot/experts/read.ts';
import { recordTraining } from '#app/domain/pilot/experts/record-training.ts';
import { setTerm } from '#app/domain/pilot/experts/set-term.ts';
import { suspendExpert, verifyExpert } from '#app/domain/pilot/experts/verify-expert.ts';
import { listReviewsOf } from '#app/domain/pilot/review/reviews-of.ts';
import { expertsWords } from '#app/i18n/experts.ts';
import { useWords } from '#app/i18n/pair.ts';
import { recordsWords } from '#app/i18n/records.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { About, Deeds } from './about.tsx';
import { KeptFrom, Reviews } from './reviews.tsx';
import { Lacks, Standing } from './standing.tsx';
import { TieFields, Ties } from './ties.tsx';
import type { Route } from './+types/expert.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const expert = await getExpert(ctx, params.id);
    return {
      expert,
      ...(await papersOf(ctx, expert)),
      ties: await listTies(ctx, expert),
      keptFrom: await listKeptFrom(ctx, expert),
      reviews: await listReviewsOf(ctx, expert),
      history: await historyOf(ctx, params.id, 'own-page', ['expert.', 'conflict.']),
      mayVerify: may(ctx.actor, 'expert.verify', expert) && ctx.actor.id !== params.id,
    };
  });
}

const Deed = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('verify') }),
  SuspendInput.extend({ deed: z.literal('suspend') }),
  TrainingInput.extend({ deed: z.literal('training') }),
  TermInput.safeExtend({ deed: z.literal('term') }),
  RecordTieInput.safeExtend({ deed: z.literal('tie') }),
  LiftInput.extend({ deed: z.literal('lift'), tie: z.uuid() }),
]);

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'verify') await verifyExpert(ctx, params.id);
    if (input.deed === 'suspend') await suspendExpert(ctx, params.id, input);
    if (input.deed === 'training') await recordTraining(ctx, params.id, input);
    if (input.deed === 'term') await setTerm(ctx, params.id, input);
    if (input.deed === 'tie') await recordTie(ctx, params.id, input);
    if (input.deed === 'lift') await liftTie(ctx, input.tie, input);
    return redirect(`/desk/experts/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一位专家: standing, papers, ties, load and history. */
export default function Expert({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(expertsWords);
  const review = useWords(reviewWords);
  const told = useWords(recordsWords);
  const { expert, agreements, away, ties, keptFrom, reviews, history, mayVerify } = loaderData;
  const names = { reason: words.reason, trainedOn: words.trainedOn, training: words.trainingWhat, termFrom: words.termFrom, termUntil: words.termUntil, maxLoad: words.maxLoad, organisationName: words.organisation, regionCode: words.place, untilOn: words.untilOn, kind: words.tie };
  return (
    <>
      <PageHead
        crumbs={[{ label: review.experts, to: '/desk/experts' }, { label: expert.name }]}
        title={expert.name}
        beside={<Standing standing={expert.standing} />}
        actions={<Deeds expert={expert} mayVerify={mayVerify} />}
      />
      <ProblemAlert problem={actionData} names={names} />
      <Lacks reasons={expert.reasons} />
      <div className="split">
        <div>
          <About expert={expert} agreements={agreements} away={away} />
          <Pane
            title={words.ties}
            note={words.tiesLead}
            actions={
              <ConfirmButton label={words.recordTie} question={words.recordTie} fields={{ deed: 'tie' }} danger={false}>
                <TieFields kinds={recordedKinds} problem={actionData} lead={words.recordTieLead} />
              </ConfirmButton>
            }
          >
            <Ties ties={ties} mayLift={mayVerify} />
          </Pane>
          <Pane title={words.keptFrom} note={words.keptFromNote}><KeptFrom applications={keptFrom} /></Pane>
          <Pane title={words.history}><Reviews reviews={reviews} /></Pane>
        </div>
        <Pane title={told.history}><History lines={history} /></Pane>
      </div>
    </>
  );
}
