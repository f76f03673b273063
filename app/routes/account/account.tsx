import { redirect } from 'react-router';
import { changePassword } from '#app/domain/base/accounts/change-password.ts';
import { ChangePassword } from '#app/domain/base/accounts/input.ts';
import { getOwnAccount, listOwnGrants } from '#app/domain/base/accounts/own-account.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { notificationWords } from '#app/i18n/notifications.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, show } from '#app/platform/http.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Callout, Facts, PageHead } from '#app/ui/light/section.tsx';
import type { Route } from './+types/account.ts';
import { Asking, NewPassword, Trouble } from './form-parts.tsx';
import { signedIn } from './signed-in.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return show(async () => {
    const account = await getOwnAccount(ctx);
    const grants = await listOwnGrants(ctx);
    const placeOf = await placeNames(ctx, grants.map((grant) => grant.regionCode));
    return {
      account,
      grants: grants.map(({ role, regionCode }) => ({ role, region: placeOf(regionCode) })),
      isHeldBack: ctx.actor.isHeldBack === true,
      isChanged: new URL(request.url).searchParams.get('news') === 'password',
    };
  });
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  const headers = new Headers(request.headers);
  return answer(ctx, request, ChangePassword, async (input) => {
    await changePassword(ctx, input, headers);
    return redirect('/account?news=password');
  });
}

export default function AccountPage({ loaderData, actionData: problem }: Route.ComponentProps) {
  const { account: words, password } = useWords(accountsWords);
  const { account, grants, isHeldBack, isChanged } = loaderData;
  return (
    <div className="wrap body stacked">
      <PageTitle title={words.title} />
      <PageHead title={words.title} lead={words.lead(account.name)} />
      {isChanged && <Callout kind="ok">{words.changed}</Callout>}
      {isHeldBack && (
        <Callout kind="check">
          {words.heldBack} <a href="/account/security">{words.setUp}</a>
        </Callout>
      )}
      <div className="two">
        <div className="stacked">
          <Held grants={grants} isHeldBack={isHeldBack} />
          <form method="post" className="card" id="password-form">
            <h2>{password.title}</h2>
            <Trouble problem={problem} names={{ current: password.current, password: password.fresh, again: password.again }} />
            <Asking name="current" label={password.current} type="password" complete="current-password" problem={problem} />
            <NewPassword label={password.fresh} again={password.again} problem={problem} />
            <div className="field">
              <Button>{password.submit}</Button>
            </div>
          </form>
        </div>
        <About account={account} />
      </div>
    </div>
  );
}

function Held({ grants, isHeldBack }: Pick<Route.ComponentProps['loaderData'], 'grants' | 'isHeldBack'>) {
  const { account: words, roles, nation } = useWords(accountsWords);
  return (
    <section className="card mark stacked">
      <h2>{words.roles}</h2>
      {grants.length === 0 ? (
        <p>{words.noRoles}</p>
      ) : (
        <Facts facts={grants.map(({ role, region }) => ({ term: roles[role], text: region || nation }))} />
      )}
      {grants.length > 0 && !isHeldBack && <ButtonLink href="/desk">{words.desk}</ButtonLink>}
    </section>
  );
}

function About({ account }: Pick<Route.ComponentProps['loaderData'], 'account'>) {
  const { account: words } = useWords(accountsWords);
  const { own: notifications } = useWords(notificationWords);
  const { otherLanguage } = useWords(siteWords);
  const other = useLocale() === 'en' ? 'zh-CN' : 'en';
  const facts = [
    { term: words.username, text: account.username ?? '' },
    { term: words.email, text: account.email.endsWith('.invalid') ? '' : account.email },
    { term: words.phone, text: account.phoneNumber ?? '' },
  ];
  return (
    <aside className="stacked">
      <section className="card stacked">
        <Facts facts={facts.filter(({ text }) => text)} />
      </section>
      <section className="card stacked">
        <h2>{words.inbox}</h2>
        <p>{words.inboxText}</p>
        <ButtonLink href="/account/inbox" kind="quiet">
          {words.seeInbox}
        </ButtonLink>
      </section>
      <section className="card stacked">
        <h2>{notifications.card}</h2>
        <p>{notifications.cardText}</p>
        <ButtonLink href="/account/notifications" kind="quiet">
          {notifications.see}
        </ButtonLink>
      </section>
      <section className="card stacked">
        <h2>{words.organisation}</h2>
        <p>{words.organisationText}</p>
        <ButtonLink href="/account/organisation" kind="quiet">
          {words.seeOrganisation}
        </ButtonLink>
      </section>
      <section className="card stacked">
        <h2>{words.security}</h2>
        <p>{account.hasSecondFactor ? words.factorOn : words.factorOff}</p>
        <ButtonLink href="/account/security" kind="quiet">
          {account.hasSecondFactor ? words.manageFactor : words.setUp}
        </ButtonLink>
      </section>
      <section className="card stacked">
        <h2>{words.sessions}</h2>
        <p>{words.sessionsText}</p>
        <ButtonLink href="/account/sessions" kind="quiet">
          {words.seeSessions}
        </ButtonLink>
      </section>
      <section className="card stacked">
        <h2>{words.tokens}</h2>
        <p>{words.tokensText}</p>
        <ButtonLink href="/account/tokens" kind="quiet">
          {words.seeTokens}
        </ButtonLink>
      </section>
      <section className="card stacked">
        <h2>{words.language}</h2>
        <p>{words.languageText}</p>
        <ButtonLink href={`/language?to=${other}&back=/account`} kind="quiet">
          {otherLanguage}
        </ButtonLink>
      </section>
      <form method="post" action="/account/sign-out">
        <Button kind="quiet" wide>
          {words.signOut}
        </Button>
      </form>
    </aside>
  );
}
