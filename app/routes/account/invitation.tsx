import { redirect } from 'react-router';
import { acceptInvitation } from '#app/domain/base/accounts/accept-invitation.ts';
import { getInvitationByToken } from '#app/domain/base/accounts/invitations.ts';
import { AcceptInvitation } from '#app/domain/base/accounts/input.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { Callout, Facts, PageHead } from '#app/ui/light/section.tsx';
import type { Route } from './+types/invitation.ts';
import { Asking, NewPassword, Trouble } from './form-parts.tsx';

export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { name, role, regionCode, state, expiresAt } = await getInvitationByToken(ctx, params.token);
    const region = (await regionPath(ctx, regionCode)).map((step) => step.name).join(' ');
    return { name, role, region, state, until: shortTime(expiresAt, ctx.locale) };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, AcceptInvitation, async (input) => {
    const { isEffective } = await acceptInvitation(ctx, params.token, input);
    return redirect(`/account/sign-in?news=${isEffective ? 'accepted' : 'waiting'}`);
  });
}

export default function InvitationPage({ loaderData, actionData: problem }: Route.ComponentProps) {
  const { invitation: words, roles, nation } = useWords(accountsWords);
  const { name, role, region, state, until } = loaderData;
  const isOpen = state === 'sent' || state === 'unconfirmed';
  return (
    <div className="wrap body stacked">
      <PageTitle title={words.title} />
      <PageHead title={words.title} {...(isOpen ? { lead: words.lead(name) } : {})} />
      {!isOpen && <Callout kind="check">{words.over}</Callout>}
      <Trouble problem={problem} names={{ username: words.username, password: words.password, again: words.again }} />
      {isOpen && (
        <div className="two">
          <form method="post" className="card mark">
            <Asking name="username" label={words.username} hint={words.usernameRule} complete="username" problem={problem} />
            <NewPassword label={words.password} again={words.again} problem={problem} />
            <div className="field">
              <Button>{words.submit}</Button>
            </div>
          </form>
          <aside className="card">
            <Facts
              facts={[
                { term: words.role, text: roles[role] },
                { term: words.region, text: region || nation },
                { term: words.until, text: until },
              ]}
            />
            {state === 'unconfirmed' && <p className="note">{words.unconfirmed}</p>}
          </aside>
        </div>
      )}
    </div>
  );
}
