import { data } from 'react-router';
import { isWithoutPeople, makeFirstAdministrator } from '#app/domain/base/accounts/first-administrator.ts';
import { FirstAdministrator } from '#app/domain/base/accounts/input.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { useWords } from '#app/i18n/pair.ts';
import { config } from '#app/platform/config.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem } from '#app/platform/http.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import type { Route } from './+types/first-administrator.ts';
import { Asking, NewPassword, Trouble } from './form-parts.tsx';

type Made = { links: { kind: 'forSecurity' | 'forAudit'; name: string; href: string }[] };

export async function loader({ context }: Route.LoaderArgs) {
  const isOpen = config().DEMO === 'no' && (await isWithoutPeople(context.get(ctxKey).db));
  return { isOpen };
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, FirstAdministrator, async (input) => {
    const { securityToken, auditToken } = await makeFirstAdministrator(ctx, input);
    const base = config().PUBLIC_URL ?? new URL(request.url).origin;
    const linkOf = (token: string) => new URL(`/account/invitation/${token}`, base).href;
    return data<Made>({
      links: [
        { kind: 'forSecurity', name: input.securityAdmin, href: linkOf(securityToken) },
        { kind: 'forAudit', name: input.auditAdmin, href: linkOf(auditToken) },
      ],
    });
  });
}

export default function FirstAdministratorPage({ loaderData, actionData }: Route.ComponentProps) {
  const { first: words } = useWords(accountsWords);
  const made = actionData && 'links' in actionData ? (actionData as Made) : undefined;
  const problem = made ? undefined : (actionData as Problem | undefined);
  return (
    <div className="wrap body stacked">
      <PageTitle title={words.title} />
      <PageHead title={words.title} {...(made ? {} : { lead: loaderData.isOpen ? words.lead : words.there })} />
      <Trouble problem={problem} names={{ code: words.code, name: words.name, username: words.username, password: words.password, again: words.again, securityAdmin: words.security, auditAdmin: words.audit }} />
      {made ? (
        <div className="stacked">
          <Callout kind="ok">{words.done}</Callout>
          {made.links.map((link) => (
            <section key={link.kind} className="card stacked">
              <h2>{words[link.kind](link.name)}</h2>
              <p>
                <code>{link.href}</code>
              </p>
            </section>
          ))}
          <ButtonLink href="/account/sign-in">{words.next}</ButtonLink>
        </div>
      ) : loaderData.isOpen ? (
        <FirstForm problem={problem} />
      ) : (
        <ButtonLink href="/account/sign-in">{words.next}</ButtonLink>
      )}
    </div>
  );
}

function FirstForm({ problem }: { problem: Problem | undefined }) {
  const { first: words, invitation } = useWords(accountsWords);
  return (
    <div className="two">
      <form method="post" className="card mark">
        <Asking name="code" label={words.code} hint={words.codeHint} problem={problem} />
        <Asking name="name" label={words.name} complete="name" problem={problem} />
        <Asking name="username" label={words.username} hint={invitation.usernameRule} complete="username" problem={problem} />
        <NewPassword label={words.password} again={words.again} problem={problem} />
        <Asking name="securityAdmin" label={words.security} problem={problem} />
        <Asking name="auditAdmin" label={words.audit} problem={problem} />
        <div className="field">
          <Button>{words.submit}</Button>
        </div>
      </form>
    </div>
  );
}
