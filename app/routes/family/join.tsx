import { redirect } from 'react-router';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { AcceptInvitation } from '#app/domain/base/accounts/input.ts';
import { acceptSlip, takeSlip } from '#app/domain/children/identity/accept-slip.ts';
import { SlipCode } from '#app/domain/children/identity/input.ts';
import { familyWords } from '#app/i18n/family.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer } from '#app/platform/http.ts';
import { Asking, NewPassword, Trouble } from '#app/routes/account/form-parts.tsx';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import type { Route } from './+types/join.ts';

export function loader({ context }: Route.LoaderArgs) {
  return { isGuardian: mayAnywhere(context.get(ctxKey).actor, 'family.own') };
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  if (mayAnywhere(ctx.actor, 'family.own')) {
    return answer(ctx, request, SlipCode, async ({ code }) => {
      await takeSlip(ctx, code);
      return redirect('/family');
    });
  }
  return answer(ctx, request, AcceptInvitation.and(SlipCode), async (input) => {
    await acceptSlip(ctx, input.code, input);
    return redirect('/account/sign-in?to=%2Ffamily');
  });
}

/** 用邀请条开户: a guardian makes an account with the slip of a community worker. */
export default function JoinPage({ loaderData: { isGuardian }, actionData: problem }: Route.ComponentProps) {
  const { join: words } = useWords(familyWords);
  return (
    <div className="wrap body stacked families">
      <PageTitle title={words.title} />
      <PageHead title={isGuardian ? words.own : words.title} lead={isGuardian ? words.ownLead : words.lead} />
      <Trouble problem={problem} names={{ code: words.code, username: words.username, password: words.password, again: words.again }} />
      <form method="post" className="card">
        <Asking name="code" label={words.code} problem={problem} />
        {isGuardian ? null : (
          <>
            <Asking name="username" label={words.username} hint={words.usernameRule} complete="username" problem={problem} />
            <NewPassword label={words.password} again={words.again} problem={problem} />
          </>
        )}
        <div className="field"><Button>{isGuardian ? words.own : words.submit}</Button></div>
      </form>
    </div>
  );
}
