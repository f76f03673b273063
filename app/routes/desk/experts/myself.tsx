import { redirect } from 'react-router';
import { z } from 'zod';
import { DeclareTieInput } from '#app/domain/pilot/conflicts/input.ts';
import { declareTie } from '#app/domain/pilot/conflicts/declare-tie.ts';
import { declaredKinds } from '#app/domain/pilot/conflicts/model.ts';
import { listTies } from '#app/domain/pilot/conflicts/read.ts';
import { absenceOver, sayAway } from '#app/domain/pilot/experts/away.ts';
import { AwayInput, LanguagesInput, SignInput } from '#app/domain/pilot/experts/input.ts';
import { findMyself, papersOf } from '#app/domain/pilot/experts/read.ts';
import { setLanguages } from '#app/domain/pilot/experts/set-languages.ts';
import { signAgreement } from '#app/domain/pilot/experts/sign-agreement.ts';
import { expertsWords } from '#app/i18n/experts.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { EmptyBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { Agreement, Away, Languages } from './my-papers.tsx';
import { Lacks, Standing } from './standing.tsx';
import { TieFields, Ties } from './ties.tsx';
import type { Route } from './+types/myself.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const expert = await findMyself(ctx);
    return expert ? { expert, today: beijingDay(ctx.now), ...(await papersOf(ctx, expert)), ties: await listTies(ctx, expert) } : { expert: null };
  });
}

const Deed = z.discriminatedUnion('deed', [
  SignInput.extend({ deed: z.literal('sign') }),
  LanguagesInput.extend({ deed: z.literal('languages') }),
  AwayInput.safeExtend({ deed: z.literal('away') }),
  z.object({ deed: z.literal('back'), absence: z.uuid() }),
  DeclareTieInput.safeExtend({ deed: z.literal('tie') }),
]);

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'sign') await signAgreement(ctx, input);
    if (input.deed === 'languages') await setLanguages(ctx, input);
    if (input.deed === 'away') await sayAway(ctx, input);
    if (input.deed === 'back') await absenceOver(ctx, input.absence);
    if (input.deed === 'tie') await declareTie(ctx, input);
    return redirect('/desk/expert');
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 专家事项: an expert's own page: the yearly agreement, absences, languages, ties. */
export default function Myself({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(expertsWords);
  if (!loaderData.expert) return (
    <>
      <PageHead title={words.mine} />
      <Pane flush><EmptyBox text={words.notListed} /></Pane>
    </>
  );
  const { expert, today, agreements, away, ties } = loaderData;
  const names = { name: words.signName, languages: words.languages, fromOn: words.awayFrom, untilOn: words.awayUntil, organisationName: words.organisation, regionCode: words.place, reason: words.reason, kind: words.tie };
  return (
    <div className="measure">
      <PageHead title={words.mine} beside={<Standing standing={expert.standing} />} lead={expert.mayBeAssigned ? words.ready : words.mineLead} />
      <ProblemAlert problem={actionData} names={names} />
      <Lacks reasons={expert.reasons} />
      {expert.standing === 'suspended' && <Pane><p>{words.suspendedBecause(expert.standingReason)}</p></Pane>}
      <Agreement name={expert.name} year={Number(today.slice(0, 4))} agreements={agreements} problem={actionData} />
      <Away away={away} today={today} problem={actionData} />
      <Pane
        title={words.ties}
        note={words.myTiesLead}
        actions={
          <ConfirmButton label={words.declareTie} question={words.declareTie} fields={{ deed: 'tie' }} danger={false}>
            <TieFields kinds={declaredKinds} problem={actionData} lead={words.declareTieLead} />
          </ConfirmButton>
        }
      >
        <Ties ties={ties} mayLift={false} />
      </Pane>
      <Languages languages={expert.languages} />
    </div>
  );
}
