import { data } from 'react-router';
import { SecondFactor } from '#app/domain/base/accounts/input.ts';
import { getOwnAccount } from '#app/domain/base/accounts/own-account.ts';
import { beginSecondFactor, confirmSecondFactor, turnOffSecondFactor } from '#app/domain/base/accounts/second-factor.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import type { Route } from './+types/security.ts';
import { Asking, Trouble } from './form-parts.tsx';
import { SecondFactorSetUp, type SetUp } from './second-factor-set-up.tsx';
import { redirectWith, signedIn } from './signed-in.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return show(async () => {
    const { hasSecondFactor, username, name } = await getOwnAccount(ctx);
    const news = new URL(request.url).searchParams.get('news') ?? '';
    return { isOn: hasSecondFactor, username: username ?? name, isNeeded: ctx.actor.isHeldBack === true, news };
  });
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  const headers = new Headers(request.headers);
  return answer(ctx, request, SecondFactor, async (input) => {
    if (input.step === 'begin') {
      const { secret, backupCodes } = await beginSecondFactor(ctx, input.password, headers);
      return data<Problem>({ given: { step: 'confirm', secret, codes: backupCodes.join(' ') } });
    }
    if (input.step === 'confirm') {
      return redirectWith('/account/security?news=on', await confirmSecondFactor(ctx, input.code, headers));
    }
    return redirectWith('/account/security?news=off', await turnOffSecondFactor(ctx, input.password, headers));
  });
}

/** What the person is in the middle of setting up; it travels with the form, so a wrong code loses nothing. */
function setUpOf(problem: Problem | undefined): SetUp | undefined {
  const { step, secret, codes } = problem?.given ?? {};
  if (step !== 'confirm' || typeof secret !== 'string' || typeof codes !== 'string') return undefined;
  return { secret, codes };
}

export default function SecurityPage({ loaderData, actionData: problem }: Route.ComponentProps) {
  const { security: words, back, where } = useWords(accountsWords);
  const { isOn, username, isNeeded, news } = loaderData;
  const setUp = setUpOf(problem);
  return (
    <div className="wrap body stacked">
      <PageTitle title={words.title} />
      <Breadcrumb label={where} links={[{ href: '/account', label: back }]} here={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      {isNeeded && <Callout kind="check">{words.must}</Callout>}
      {news === 'off' && !isOn && !problem && <Callout kind="ok">{words.justOff}</Callout>}
      {isOn && <Callout kind="ok">{news === 'on' ? words.justOn : words.on}</Callout>}
      <Trouble problem={problem} names={{ password: words.password, code: words.code }} />
      {setUp && !isOn ? (
        <SecondFactorSetUp setUp={setUp} username={username} problem={problem} />
      ) : (
        <div className="two">
          <form method="post" className="card mark">
            <h2>{isOn ? words.off : words.start}</h2>
            <p>{isOn ? words.offText : words.startText}</p>
            <input type="hidden" name="step" value={isOn ? 'off' : 'begin'} />
            <Asking name="password" label={words.password} type="password" complete="current-password" problem={problem} />
            <div className="field">
              <Button kind={isOn ? 'stop' : 'primary'}>{isOn ? words.offSubmit : words.start}</Button>
            </div>
          </form>
        </div>
      )}
    </div>
  );
}
