import { redirect } from 'react-router';
import { SecondStep } from '#app/domain/base/accounts/input.ts';
import { takeSecondStep } from '#app/domain/base/accounts/second-step.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer } from '#app/platform/http.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import type { Route } from './+types/two-factor.ts';
import { Asking, Trouble } from './form-parts.tsx';
import { redirectWith } from './signed-in.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const { search } = new URL(request.url);
  if (context.get(ctxKey).actor.id) throw redirect(`/account/sign-in${search}`);
  return { search };
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const { search } = new URL(request.url);
  const headers = new Headers(request.headers);
  return answer(ctx, request, SecondStep, async (input) =>
    redirectWith(`/account/sign-in${search}`, await takeSecondStep(ctx, input, headers)),
  );
}

export default function SecondStepPage({ loaderData, actionData: problem }: Route.ComponentProps) {
  const { secondStep: words } = useWords(accountsWords);
  return (
    <div className="wrap body stacked">
      <PageTitle title={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      <Trouble problem={problem} names={{ code: words.code }} />
      <div className="two">
        <form method="post" className="card mark">
          <Asking name="code" label={words.code} complete="one-time-code" problem={problem} />
          <div className="field row">
            <Button>{words.submit}</Button>
            <a href={`/account/sign-in${loaderData.search}`}>{words.again}</a>
          </div>
        </form>
      </div>
    </div>
  );
}
