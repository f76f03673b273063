import { redirect } from 'react-router';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { editExpert } from '#app/domain/pilot/experts/edit-expert.ts';
import { ExpertInput } from '#app/domain/pilot/experts/input.ts';
import { getExpert } from '#app/domain/pilot/experts/read.ts';
import { expertsWords } from '#app/i18n/experts.ts';
import { useWords } from '#app/i18n/pair.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { ExpertForm } from './expert-form.tsx';
import type { Route } from './+types/edit-expert.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { name, fields, organisationName, regionCode } = await getExpert(ctx, params.id);
    return { name, known: { fields, organisationName, path: regionCode === '*' ? [] : await regionPath(ctx, regionCode) } };
  });
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, ExpertInput.omit({ account: true }), async (input) => {
    await editExpert(ctx, params.id, input);
    return redirect(`/desk/experts/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function EditExpert({ loaderData: { name, known }, actionData, params }: Route.ComponentProps) {
  const words = useWords(expertsWords);
  const review = useWords(reviewWords);
  return (
    <>
      <PageHead crumbs={[{ label: review.experts, to: '/desk/experts' }, { label: name, to: `/desk/experts/${params.id}` }]} title={words.editTitle(name)} lead={words.editLead} />
      <ExpertForm problem={actionData} known={known} send={words.save} />
    </>
  );
}
