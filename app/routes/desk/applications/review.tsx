import { redirect } from 'react-router';
import { z } from 'zod';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { decisionState } from '#app/domain/pilot/panels/decision-state.ts';
import { findSecondRound } from '#app/domain/pilot/panels/second-round.ts';
import { assignExpert } from '#app/domain/pilot/review/assign-expert.ts';
import { candidatesFor } from '#app/domain/pilot/review/candidates.ts';
import { AssignInput } from '#app/domain/pilot/review/input.ts';
import { getReviewTable } from '#app/domain/pilot/review/read.ts';
import { withdrawAssignment } from '#app/domain/pilot/review/withdraw-assignment.ts';
import { useWords } from '#app/i18n/pair.ts';
import { askingWords } from '#app/i18n/asking.ts';
import { blindnessWords } from '#app/i18n/blindness.ts';
import { checkWords } from '#app/i18n/check.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { query, searchInput } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { Candidates } from './candidates.tsx';
import { ReviewItems } from './review-items.tsx';
import { ReviewTable } from './review-table.tsx';
import { ApplicationProgress, ApplicationStatus } from './status.tsx';
import type { Route } from './+types/review.ts';

export function loader({ context, params, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const { q } = query(request, z.object({ q: searchInput }));
  return show(async () => {
    const { application, ...table } = await getReviewTable(ctx, params.id);
    const isOpen = application.status === 'complete' || application.status === 'in-review';
    const { id, number, status, round, unitName } = application;
    const { decision, second } = await decisionState(ctx, id);
    return {
      application: { id, number, status, round }, unitName, table, isOpen, decision, q,
      candidates: isOpen ? await candidatesFor(ctx, application, q, roundNow(second)) : [], dueOn: await addWorkdays(ctx, beijingDay(ctx.now), 10),
    };
  });
}

/** Whoever is assigned once the second round is open reads in that one. */
const roundNow = (second: { closing: unknown } | null) => (second && !second.closing ? 2 : 1);

const Deed = z.discriminatedUnion('deed', [AssignInput.extend({ deed: z.literal('assign') }), z.object({ deed: z.literal('withdraw'), assignmentId: z.uuid() })]);

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'assign') await assignExpert(ctx, params.id, { ...input, round: roundNow(await findSecondRound(ctx, params.id)) });
    else await withdrawAssignment(ctx, params.id, input.assignmentId);
    return redirect(`/desk/applications/${params.id}/review`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function Review({ loaderData, actionData }: Route.ComponentProps) {
  const { application, unitName, table, isOpen, decision } = loaderData;
  const words = useWords(reviewWords);
  const said = useWords(checkWords);
  const asks = useWords(askingWords);
  const hides = useWords(blindnessWords);
  const here = `/desk/applications/${application.id}`;
  return (
    <>
      <PageHead
        crumbs={[{ label: said.title, to: '/desk/applications' }, { label: application.number, to: here }]}
        title={words.reviewOf(unitName)}
        beside={<><ApplicationProgress status={application.status} /><ApplicationStatus {...application} /></>}
        actions={<><ButtonLink to={here}>{words.back}</ButtonLink><ButtonLink to={`${here}/questions`}>{asks.title}</ButtonLink><ButtonLink to={`${here}/redaction`}>{hides.redaction.title}</ButtonLink><ExportButton list="review-table" search={`?id=${application.id}`} />{(decision || application.status === 'in-review') && <ButtonLink to={`${here}/decision`} type="primary">{decision ? words.decisionTitle : words.decide}</ButtonLink>}</>}
      />
      <ProblemAlert problem={actionData} />
      <Pane title={words.table} note={words.wanted(table.submitted, table.wanted)} flush>
        <ReviewTable table={table} isOpen={isOpen} />
        <ReviewItems rubric={table.rubric} reviews={table.reviews} />
        {table.isNameless && <p className="note in-pane">{hides.listed}</p>}
      </Pane>
      {isOpen && <Candidates {...loaderData} problem={actionData} />}
    </>
  );
}
