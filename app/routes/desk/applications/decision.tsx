import { redirect } from 'react-router';
import { z } from 'zod';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { listExperts } from '#app/domain/pilot/experts/experts.ts';
import { proposeAdvice, saveAdvice } from '#app/domain/pilot/panels/advice.ts';
import { worriesOf } from '#app/domain/pilot/panels/agenda-candidates.ts';
import { closeSecondRound } from '#app/domain/pilot/panels/close-second-round.ts';
import { decideExplained } from '#app/domain/pilot/panels/decide-explained.ts';
import { decisionState } from '#app/domain/pilot/panels/decision-state.ts';
import { AdviceInput, CloseRoundInput, ConcludeInput, ReconsiderInput, SecondRoundInput } from '#app/domain/pilot/panels/input.ts';
import { isStopped, judge, readiness } from '#app/domain/pilot/panels/judged.ts';
import { explanationsOf } from '#app/domain/pilot/panels/read-explanation.ts';
import { concludeReconsideration, openReconsideration } from '#app/domain/pilot/panels/reconsider.ts';
import { openSecondRound } from '#app/domain/pilot/panels/second-round.ts';
import { DecideInput } from '#app/domain/pilot/review/input.ts';
import { getReviewTable } from '#app/domain/pilot/review/read.ts';
import { checkWords } from '#app/i18n/check.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { panelWords } from '#app/i18n/panels.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, SelectField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { AdvicePane } from './advice-pane.tsx';
import { AgainPane } from './again-pane.tsx';
import { ExplanationPane, FoundItems } from './found.tsx';
import { ReviewTable } from './review-table.tsx';
import { SecondRoundPane } from './second-round-pane.tsx';
import { ApplicationStatus } from './status.tsx';
import type { Route } from './+types/decision.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { application, rubric: _, ...table } = await getReviewTable(ctx, params.id);
    const { id, number, status, round, call } = application;
    const { decision, draft, second, taken } = await decisionState(ctx, id);
    const [judged] = await judge(ctx, [id]);
    const isOpen = !decision && status === 'in-review';
    const canOpenSecond = isOpen && !second && judged!.unfinished === 0 && judged!.submitted > 0;
    return {
      application: { id, number, status, round, callId: call.id }, table, decision, judged: judged!, isStopped: isStopped(judged!), readiness: readiness(judged!),
      places: call.places, taken, ...(await explanationsOf(ctx, id)),
      draft: { revision: draft.revision, savedByName: draft.savedByName, savedAt: draft.savedAt, advice: draft.revision === 0 && isOpen && judged!.unfinished === 0 ? await proposeAdvice(ctx, id) : draft.advice },
      second, canOpenSecond, canClose: isOpen && second !== null && second.closing === null && (judged!.unfinished > 0 || judged!.submitted < judged!.wanted), isSuggested: worriesOf(judged!).some((worry) => worry === 'borderline' || worry === 'disputed'),
      experts: canOpenSecond ? (await listExperts(ctx, { standing: 'verified' })).rows.map((expert) => ({ id: expert.id, name: expert.name, organisationName: expert.organisationName })) : [],
      dueOn: canOpenSecond ? await addWorkdays(ctx, beijingDay(ctx.now), 10) : '',
    };
  });
}

const Deed = z.object({ deed: z.enum(['decide', 'second-round', 'close-second-round', 'reconsider', 'conclude']).default('decide') });

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const form = await request.clone().formData().catch(() => undefined);
  const here = () => redirect(`/desk/applications/${params.id}/decision`);
  if (form?.get('deed') === 'advice') {
    return answer(ctx, request, AdviceInput, async (input) => {
      await saveAdvice(ctx, params.id, input);
      return here();
    });
  }
  const { deed } = Deed.catch({ deed: 'decide' }).parse({ deed: form?.get('deed') ?? undefined });
  if (deed === 'second-round') return answer(ctx, request, SecondRoundInput, (input) => openSecondRound(ctx, params.id, input).then(here));
  if (deed === 'close-second-round') return answer(ctx, request, CloseRoundInput, (input) => closeSecondRound(ctx, params.id, input).then(here));
  if (deed === 'reconsider') return answer(ctx, request, ReconsiderInput, (input) => openReconsideration(ctx, params.id, input).then(here));
  if (deed === 'conclude') return answer(ctx, request, ConcludeInput, (input) => concludeReconsideration(ctx, params.id, input).then(here));
  return answer(ctx, request, DecideInput, (input) => decideExplained(ctx, params.id, input).then(here));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function Decision({ loaderData, actionData: problem }: Route.ComponentProps) {
  const { application, table, decision, judged, places, taken, explanation, again, draft, isStopped: isBarred } = loaderData;
  const words = useWords(reviewWords);
  const said = useWords(checkWords);
  const locale = useLocale();
  const { advice: about, readiness: ready, ranking } = useWords(panelWords);
  const here = `/desk/applications/${application.id}`;
  const isReady = loaderData.readiness === 'ready';
  const state = { ready: ready.ready, unfinished: ready.unfinished(judged.unfinished), few: ready.few(judged.submitted, judged.wanted), none: ready.none }[loaderData.readiness];
  return (
    <>
      <PageHead
        crumbs={[{ label: said.title, to: '/desk/applications' }, { label: application.number, to: here }, { label: words.table, to: `${here}/review` }]}
        title={words.decisionTitle}
        beside={<ApplicationStatus {...application} />}
        actions={<><ButtonLink to={`/desk/calls/${application.callId}/ranking`}>{ranking.toRanking}</ButtonLink><ButtonLink to={here}>{words.back}</ButtonLink></>}
        lead={words.decideLead(taken, places)}
      />
      <ProblemAlert problem={problem} names={{ outcome: words.outcome, reason: words.reasons }} />
      {decision ? (
        <Pane title={words.decided(words.outcomes[decision.outcome])}>
          <p className="prose">{decision.reason}</p>
          <p className="note">{words.decisionBy(decision.decidedByName, shortTime(decision.decidedAt, locale))}</p>
        </Pane>
      ) : (
        <Pane title={words.decide}>
          <p className={isReady ? '' : 'soon'}>{state}</p>
          {isBarred && <p className="late">{ready.stopped}</p>}
          {judged.panel && <p>{ready.pastPanel(judged.panel.title)}</p>}
          {isReady && (
            <ConfirmButton label={words.decide} question={words.decideAsk} danger={false} type="primary">
              <SelectField name="outcome" label={words.outcome} problem={problem} options={Object.entries(words.outcomes).filter(([value]) => value === 'declined' || !isBarred).map(([value, label]) => ({ value, label }))} />
              <LongField name="reason" label={words.reasons} hint={words.reasonsHint} minLength={10} maxLength={4000} problem={problem} />
            </ConfirmButton>
          )}
        </Pane>
      )}
      {decision && <ExplanationPane id={application.id} frozen={explanation} />}
      {judged.unfinished === 0 && judged.totals.length > 0 && (
        <>
          {!decision && <Pane title={about.preview}><FoundItems sections={judged.sections} /></Pane>}
          {(!decision || again.some(({ concludedAt }) => concludedAt === null)) && <AdvicePane draft={draft} sections={judged.sections} problem={problem} />}
        </>
      )}
      <SecondRoundPane {...loaderData} submitted={judged.submitted} canOpen={loaderData.canOpenSecond} problem={problem} />
      {decision && <AgainPane lines={again} problem={problem} />}
      <Pane title={words.table} note={words.wanted(table.submitted, table.wanted)} flush><ReviewTable table={table} isOpen={false} /></Pane>
    </>
  );
}
