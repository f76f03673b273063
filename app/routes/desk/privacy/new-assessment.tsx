import { redirect } from 'react-router';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { AssessmentInput, AssessmentPlace } from '#app/domain/children/impact-assessments/input.ts';
import { writeAssessment } from '#app/domain/children/impact-assessments/write-assessment.ts';
import { ownPlace } from '#app/domain/children/compliance/read.ts';
import { impactWords } from '#app/i18n/impact.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { AssessmentForm } from './assessment-form.tsx';
import { PlaceField } from './place-field.tsx';
import type { Route } from './+types/new-assessment.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    allowAnywhere(ctx, 'impact.write');
    return { path: await regionPath(ctx, ownPlace(ctx)) };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, AssessmentPlace.and(AssessmentInput), async ({ regionCode, ...input }) => redirect(`/desk/privacy/assessments/${await writeAssessment(ctx, regionCode, input)}`));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 写一份评估. */
export default function NewAssessment({ loaderData: { path }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(impactWords);
  return (
    <>
      <PageHead title={words.new} crumbs={[{ label: words.title, to: '/desk/privacy/assessments' }]} />
      <ProblemAlert problem={problem} names={words.fields} />
      <AssessmentForm problem={problem}>
        <PlaceField label={words.fields.region} hint={words.hints.region} path={path} problem={problem} none={words.nation} />
      </AssessmentForm>
    </>
  );
}
