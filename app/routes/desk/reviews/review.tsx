import { redirect } from 'react-router';
import { z } from 'zod';
import { AttestInput } from '#app/domain/pilot/conflicts/input.ts';
import { acceptAssignment, declareConflict } from '#app/domain/pilot/review/answer-assignment.ts';
import { ConflictInput, MarksInput } from '#app/domain/pilot/review/input.ts';
import { getMyReview } from '#app/domain/pilot/review/my-reviews.ts';
import { submitReview } from '#app/domain/pilot/review/score.ts';
import { askingWords } from '#app/i18n/asking.ts';
import { blindnessWords } from '#app/i18n/blindness.ts';
import { checkWords } from '#app/i18n/check.ts';
import { offlineWords } from '#app/i18n/offline.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { longDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { Answers } from '#app/ui/desk/answers.tsx';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { Papers } from '#app/ui/desk/papers.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { Marking } from './marking.tsx';
import { MarkingState, MarkingViews } from './marking-views.tsx';
import { Others } from './others.tsx';
import { assignmentTones } from './tones.ts';
import { Before, StayAway } from './before.tsx';
import type { Route } from './+types/review.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  return show(() => getMyReview(context.get(ctxKey), params.id));
}

const Answered = z.discriminatedUnion('deed', [AttestInput.extend({ deed: z.literal('accept') }), ConflictInput.extend({ deed: z.literal('conflict') })]);
const Submitted = z.looseObject({ deed: z.literal('submit') }).transform(({ deed, ...marks }) => ({ deed, marks })).pipe(z.object({ deed: z.literal('submit'), marks: MarksInput }));

/** What the form says it is, then that form's own schema, so that every message finds its field. */
const Deed = z.looseObject({ deed: z.enum(['accept', 'conflict', 'submit']) }).transform((given, issues) => {
  const parsed = given.deed === 'submit' ? Submitted.safeParse(given) : Answered.safeParse(given);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) issues.addIssue({ code: 'custom', message: issue.message, path: issue.path });
  return z.NEVER;
});

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const here = `/desk/reviews/${params.id}`;
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'accept') await acceptAssignment(ctx, params.id, input);
    if (input.deed === 'conflict') await declareConflict(ctx, params.id, input);
    if (input.deed === 'submit') await submitReview(ctx, params.id, input.marks);
    return redirect(here);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function Review({ loaderData: review, actionData }: Route.ComponentProps) {
  const words = useWords(reviewWords);
  const said = useWords(checkWords);
  const hides = useWords(blindnessWords);
  const { reviewer: asks } = useWords(askingWords);
  const offline = useWords(offlineWords);
  const locale = useLocale();
  return (
    <>
      <PageHead
        crumbs={[{ label: words.mine, to: '/desk/reviews' }, { label: review.number }]}
        title={review.isApplicantHidden ? hides.hiddenTitle(review.number) : review.unitName}
        {...(review.isApplicantHidden && review.open ? { lead: hides.hidden } : {})}
        actions={review.open && (
          <>
            <StayAway />
            <ButtonLink to={`/desk/reviews/${review.id}/questions`}>{asks.link}</ButtonLink>
            {review.isOpen && <ButtonLink to={`/desk/reviews/${review.id}/offline`}>{offline.title}</ButtonLink>}
          </>
        )}
        beside={
          <>
            <StatusTag tone={assignmentTones[review.state]}>{words.states[review.state]}</StatusTag>
            {review.dueOn && review.state !== 'submitted' && <span>{words.columns.due} {longDay(review.dueOn, locale)}</span>}
          </>
        }
      />
      <ProblemAlert problem={actionData} />
      {review.open ? (
        <>
          <MarkingState review={review} />
          <MarkingViews
            papers={
              <Papers
                papers={review.open.papers}
                urlOf={(fileId) => `/desk/reviews/${review.id}/papers/${fileId}`}
                form={<Answers questionSet={review.open.questionSet} answers={review.open.answers} blank={said.blank} />}
              />
            }
            marks={<Marking key={`${review.id}-${review.state}`} review={review} open={review.open} />}
          />
        </>
      ) : (
        <Before review={review} />
      )}
      {review.open && review.open.others.length > 0 && <Others others={review.open.others} rubric={review.open.rubric} />}
    </>
  );
}
