import { redirect } from 'react-router';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { ExpertInput } from '#app/domain/pilot/experts/input.ts';
import { registerExpert } from '#app/domain/pilot/experts/register-expert.ts';
import { useWords } from '#app/i18n/pair.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { ExpertForm } from './expert-form.tsx';
import type { Route } from './+types/new-expert.ts';

export function loader({ context }: Route.LoaderArgs) {
  return show(() => {
    allowAnywhere(context.get(ctxKey), 'expert.register');
    return null;
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, ExpertInput, async (input) => redirect(`/desk/experts/${await registerExpert(ctx, input)}`));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function NewExpert({ actionData }: Route.ComponentProps) {
  const words = useWords(reviewWords);
  return (
    <>
      <PageHead crumbs={[{ label: words.experts, to: '/desk/experts' }]} title={words.addExpert} />
      <ExpertForm problem={actionData} send={words.addExpert} />
    </>
  );
}
