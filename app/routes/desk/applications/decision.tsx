import { redirect } from 'react-router';
import { callCounts } from '#app/domain/pilot/applications/call-progress.ts';
import { decide } from '#app/domain/pilot/review/decide.ts';
import { DecideInput } from '#app/domain/pilot/review/input.ts';
import { findDecision, getReviewTable } from '#app/domain/pilot/review/read.ts';
import { checkWords } from '#app/i18n/check.ts';
import { useWords } from '#app/i18n/pair.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, SelectField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { ReviewTable } from './review-table.tsx';
import { ApplicationStatus } from './status.tsx';
import type { Route } from './+types/decision.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { application, ...table } = await getReviewTable(ctx, params.id);
    const { id, number, status, round, call } = application;
    return { application: { id, number, status, round }, table, decision: (await findDecision(ctx, id)) ?? null, places: call.places, taken: (await callCounts(ctx, call.id)).accepted };
  });
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, DecideInput, async (input) => {
    await decide(ctx, params.id, input);
    return redirect(`/desk/applications/${params.id}/decision`);
  });
}

export default function Decision({ loaderData, actionData }: Route.ComponentProps) {
  const { application, table, decision, places, taken } = loaderData;
  const words = useWords(reviewWords);
  const said = useWords(checkWords);
  const here = `/desk/applications/${application.id}`;
  const why = table.unfinished > 0 ? words.notReady.unfinished(table.unfinished) : table.submitted < table.wanted ? words.notReady.few(table.submitted, table.wanted) : '';
  return (
    <>
      <PageHead
        crumbs={[{ label: said.title, to: '/desk/applications' }, { label: application.number, to: here }, { label: words.table, to: `${here}/review` }]}
        title={words.decisionTitle}
        beside={<ApplicationStatus {...application} />}
        actions={<ButtonLink to={here}>{words.back}</ButtonLink>}
        lead={words.decideLead(taken, places)}
      />
      <ProblemAlert problem={actionData} names={{ outcome: words.outcome, reason: words.reasons }} />
      {decision ? (
        <Pane title={words.decided(words.outcomes[decision.outcome])}>
          <p className="prose">{decision.reason}</p>
          <p className="note">{words.decisionBy(decision.decidedByName, beijingTime(decision.decidedAt))}</p>
        </Pane>
      ) : (
        <Pane title={words.decide}>
          {why ? <p className="soon">{why}</p> : (
            <ConfirmButton label={words.decide} question={words.decideAsk} danger={false} type="primary">
              <SelectField name="outcome" label={words.outcome} problem={actionData} options={Object.entries(words.outcomes).map(([value, label]) => ({ value, label }))} />
              <LongField name="reason" label={words.reasons} hint={words.reasonsHint} minLength={10} maxLength={4000} problem={actionData} />
            </ConfirmButton>
          )}
        </Pane>
      )}
      <Pane title={words.table} note={words.wanted(table.submitted, table.wanted)} flush><ReviewTable table={table} isOpen={false} /></Pane>
    </>
  );
}
