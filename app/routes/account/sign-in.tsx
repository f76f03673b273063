import { data, redirect } from 'react-router';
import { isWithoutPeople } from '#app/domain/base/accounts/first-administrator.ts';
import { listDemoAccounts } from '#app/domain/base/accounts/demo.ts';
import { homeOf } from '#app/domain/base/accounts/home-of.ts';
import { SignIn } from '#app/domain/base/accounts/input.ts';
import { demoPassword, localPath } from '#app/domain/base/accounts/model.ts';
import { listProviders } from '#app/domain/base/accounts/providers.ts';
import { signIn } from '#app/domain/base/accounts/sign-in.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { useWords } from '#app/i18n/pair.ts';
import { config } from '#app/platform/config.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, type Problem } from '#app/platform/http.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import type { Route } from './+types/sign-in.ts';
import { Asking, Trouble } from './form-parts.tsx';
import { redirectWith } from './signed-in.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = new URL(request.url).searchParams;
  const { actor } = ctx;
  if (actor.isHeldBack) throw redirect('/account/security');
  if (actor.id) throw redirect(localPath(asked.get('to'), homeOf(actor)));
  if (config().DEMO === 'no' && (await isWithoutPeople(ctx.db))) throw redirect('/account/first-administrator');
  const accounts = await listDemoAccounts(ctx);
  const paths = await regionPaths(ctx, accounts.flatMap(({ grants }) => grants.map((grant) => grant.regionCode)));
  return {
    news: asked.get('news') ?? '',
    refused: asked.get('refused') ?? '',
    providers: listProviders().map(({ id, name, nameEn }) => ({ href: `/account/oidc/${id}?to=${encodeURIComponent(asked.get('to') ?? '')}`, name: ctx.locale === 'en' ? nameEn : name })),
    demoPassword: accounts.length > 0 ? demoPassword : '',
    accounts: accounts.map(({ grants, ...account }) => ({
      ...account,
      grants: grants.map(({ role, regionCode }) => ({ role, region: paths.get(regionCode)?.at(-1)?.name ?? '' })),
    })),
  };
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const { search } = new URL(request.url);
  const headers = new Headers(request.headers);
  return answer(ctx, request, SignIn, async (input) => {
    const result = await signIn(ctx, input, headers);
    if (result.state === 'in') return redirectWith(`/account/sign-in${search}`, result.cookies);
    if (result.state === 'second-factor') return redirectWith(`/account/two-factor${search}`, result.cookies);
    const until = result.state === 'locked' ? beijingTime(result.until) : undefined;
    return data<Problem & { state: 'wrong' | 'locked'; until?: string | undefined }>(
      { state: result.state, until, given: { login: input.login } },
      result.state === 'locked' ? 429 : 400,
    );
  });
}

export default function SignInPage({ loaderData, actionData }: Route.ComponentProps) {
  const { signIn: words } = useWords(accountsWords);
  const problem = actionData as (Problem & { state?: string; until?: string }) | undefined;
  const isWaiting = loaderData.news === 'waiting';
  return (
    <div className="wrap body stacked">
      <PageTitle title={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      {loaderData.news === 'fresh' && <Callout kind="ok">{words.fresh}</Callout>}
      {loaderData.news === 'out' && <Callout kind="ok">{words.signedOut}</Callout>}
      {(isWaiting || loaderData.news === 'accepted') && (
        <Callout kind="ok">{isWaiting ? words.waiting : words.accepted}</Callout>
      )}
      {problem?.state === 'wrong' && <Callout kind="bad">{words.wrong}</Callout>}
      {problem?.state === 'locked' && <Callout kind="bad">{words.locked(problem.until ?? '')}</Callout>}
      {loaderData.refused.startsWith('provider-') && <Trouble problem={{ refusal: loaderData.refused }} />}
      <Trouble problem={problem} names={{ login: words.login, password: words.password }} />
      <div className="two">
        <form method="post" className="card mark">
          <Asking name="login" label={words.login} complete="username" problem={problem} />
          <Asking name="password" label={words.password} type="password" complete="current-password" problem={problem} />
          <div className="field">
            <Button wide>{words.submit}</Button>
          </div>
          <p className="note">{words.forgotten}</p>
        </form>
        <aside className="stacked">
          {loaderData.providers.length > 0 && (
            <div className="card stacked">
              {loaderData.providers.map((provider) => (
                <ButtonLink key={provider.href} href={provider.href} wide>
                  {words.byProvider(provider.name)}
                </ButtonLink>
              ))}
            </div>
          )}
          {loaderData.accounts.length > 0 && <DemoAccounts {...loaderData} />}
          <div className="card">
            <h2>{words.noAccount}</h2>
            <p>{words.noAccountText}</p>
            <ButtonLink href="/recommend" kind="quiet">
              {words.recommend}
            </ButtonLink>
          </div>
        </aside>
      </div>
    </div>
  );
}

function DemoAccounts({ accounts, demoPassword: password }: Pick<Route.ComponentProps['loaderData'], 'accounts' | 'demoPassword'>) {
  const { signIn: words, roles, nation } = useWords(accountsWords);
  return (
    <section className="card stacked" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{words.demo}</h2>
      <p>{words.demoText}</p>
      <ul className="stacked">
        {accounts.map((account) => (
          <li key={account.username}>
            <form method="post" className="line">
              <input type="hidden" name="login" value={account.username} />
              <input type="hidden" name="password" value={password} />
              <span>
                <b>{account.name}</b>
                <span className="small muted">
                  {account.grants.map((grant) => `${roles[grant.role]} · ${grant.region || nation}`).join('；')}
                </span>
              </span>
              <Button kind="quiet" small aria-label={words.enterAs(account.name)}>
                {words.submit}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <p className="note">
        {words.password} <code>{password}</code>
      </p>
    </section>
  );
}
