import { choosePassword } from '#app/domain/base/accounts/choose-password.ts';
import { ChoosePassword } from '#app/domain/base/accounts/input.ts';
import { findPasswordReset } from '#app/domain/base/accounts/password-resets.ts';
import { signOut } from '#app/domain/base/accounts/sign-out.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Callout, Facts, PageHead } from '#app/ui/light/section.tsx';
import type { Route } from './+types/reset.ts';
import { NewPassword, Trouble } from './form-parts.tsx';
import { redirectWith } from './signed-in.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  return show(async () => {
    const found = await findPasswordReset(context.get(ctxKey), params.token);
    return { person: found && { name: found.name, username: found.username ?? '', until: shortTime(found.expiresAt, context.get(ctxKey).locale) } };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, ChoosePassword, async (input) => {
    await choosePassword(ctx, params.token, input);
    return redirectWith('/account/sign-in?news=fresh', await signOut(ctx));
  });
}

/** 设置新密码, behind a one-time link. */
export default function ResetPage({ loaderData: { person }, actionData: problem }: Route.ComponentProps) {
  const { resetPassword: words, password, signIn } = useWords(accountsWords);
  return (
    <div className="wrap body stacked">
      <PageTitle title={words.title} />
      <PageHead title={words.title} {...(person ? { lead: words.lead(person.name) } : {})} />
      {person ? <Trouble problem={problem} names={{ password: password.fresh, again: password.again }} /> : <Callout kind="check">{words.over}</Callout>}
      {person ? (
        <div className="two">
          <form method="post" className="card mark">
            <input className="vh" readOnly tabIndex={-1} aria-hidden name="username" autoComplete="username" value={person.username} />
            <NewPassword label={password.fresh} again={password.again} problem={problem} />
            <div className="field">
              <Button>{words.submit}</Button>
            </div>
          </form>
          <aside className="card">
            <Facts facts={[{ term: words.username, text: person.username }, { term: words.until, text: person.until }]} />
          </aside>
        </div>
      ) : (
        <p>
          <ButtonLink href="/account/sign-in" kind="quiet">
            {signIn.title}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}
