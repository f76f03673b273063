import { redirect } from 'react-router';
import { AssessmentInput } from '#app/domain/children/impact-assessments/input.ts';
import { getAssessment } from '#app/domain/children/impact-assessments/read.ts';
import { reviseAssessment } from '#app/domain/children/impact-assessments/write-assessment.ts';
import { impactWords } from '#app/i18n/impact.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { AssessmentForm } from './assessment-form.tsx';
import type { Route } from './+types/edit-assessment.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const one = await getAssessment(ctx, params.id);
    if (!one.mayWrite) throw new Refusal('not-allowed', 403);
    const { content, state } = one.versions[0]!;
    return { id: one.id, number: one.number, content, isNext: state === 'approved' || state === 'withdrawn' };
  });
}

export function action({ context, request, params }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, AssessmentInput, async (input) => {
    await reviseAssessment(ctx, params.id, input);
    return redirect(`/desk/privacy/assessments/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 修改评估, or write its next version. */
export default function EditAssessment({ loaderData: { id, number, content, isNext }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(impactWords);
  return (
    <>
      <PageHead title={isNext ? words.revise : words.edit} lead={`${number} · ${content.title}`} crumbs={[{ label: words.title, to: '/desk/privacy/assessments' }, { label: number, to: `/desk/privacy/assessments/${id}` }]} />
      <ProblemAlert problem={problem} names={words.fields} />
      <AssessmentForm known={content} problem={problem} isNext={isNext} />
    </>
  );
}
