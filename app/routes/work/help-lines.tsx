import { data, redirect } from 'react-router';
import { mayAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { HelpInput } from '#app/domain/children/help/input.ts';
import { mostLines } from '#app/domain/children/help/model.ts';
import { helpSettings } from '#app/domain/children/help/read.ts';
import { inheritHelp, setHelp } from '#app/domain/children/help/set-help.ts';
import { forChildrenWords } from '#app/i18n/for-children.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import { TextField } from '#app/ui/light/text-field.tsx';
import type { Route } from './+types/help-lines.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const asked = new URL(request.url).searchParams;
    const own = [...new Set(regionsFor(ctx.actor, 'help.edit'))];
    const region = asked.get('region') ?? own[0];
    if (!region || !mayAnywhere(ctx.actor, 'help.edit')) return { region: '', own, settings: undefined, isSaved: false };
    return { region, own, settings: await helpSettings(ctx, region), isSaved: asked.has('saved') };
  });
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  if (ctx.actor.id === '') throw data<Problem>({ refusal: 'sign-in-again' }, 401);
  const region = new URL(request.url).searchParams.get('region') ?? '';
  return answer(ctx, request, HelpInput, async (input) => {
    if (input.inherit) await inheritHelp(ctx, region);
    else await setHelp(ctx, region, input);
    return redirect(`/work/help-lines?region=${encodeURIComponent(region)}&saved=yes`);
  });
}

/** 求助电话 of a region: what every child page there shows. */
export default function HelpLines({ loaderData: { region, own, settings, isSaved }, actionData }: Route.ComponentProps) {
  const { help: words, form } = useWords(forChildrenWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const typed = (name: string, first: string | undefined) => (typeof actionData?.given?.[name] === 'string' ? (actionData.given[name] as string) : (first ?? ''));
  const wrong = (name: string) => actionData?.fields?.[name]?.[0];
  const name = settings?.name || words.nation;
  return (
    <div className="wrap body">
      <PageTitle title={words.title} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/work', label: site.nav.work }]} here={words.title} />
      <PageHead title={words.title} lead={words.lead} tags={settings ? `${words.region} · ${name}` : undefined} />
      {settings ? (
        <>
          {own.length > 1 ? <p className="row close">{own.map((code) => <a key={code} href={`?region=${encodeURIComponent(code)}`} {...(code === region ? { 'aria-current': 'page' as const } : {})}>{code === '*' ? words.nation : code}</a>)}</p> : null}
          {isSaved ? <Callout kind="ok">{words.saved}</Callout> : null}
          {actionData?.refusal ? <Callout kind="bad">{refusalSentence(actionData.refusal, locale)}</Callout> : null}
          <Callout kind="info">{settings.isOwn ? words.own : settings.fromName ? words.from(settings.fromName) : words.builtIn}</Callout>
          <form method="post" action={`?region=${encodeURIComponent(region)}`}>
            {Array.from({ length: mostLines }, (_, at) => (
              <fieldset key={at} className="helprow">
                <legend className="vh">{words.number(at + 1)}</legend>
                <TextField id={`number-${at}`} label={words.number(at + 1)} words={form} error={wrong(`lines.${at}.number`)} defaultValue={typed(`number-${at}`, settings.lines[at]?.number)} input={{ inputMode: 'tel', autoComplete: 'off' }} />
                <TextField id={`what-${at}`} label={words.what} words={form} error={wrong(`lines.${at}.what`)} defaultValue={typed(`what-${at}`, settings.lines[at]?.what)} />
                <TextField id={`whatEn-${at}`} label={words.whatEn} words={form} error={wrong(`lines.${at}.whatEn`)} defaultValue={typed(`whatEn-${at}`, settings.lines[at]?.whatEn)} />
              </fieldset>
            ))}
            <TextField id="adult" label={words.adult} hint={words.adultHint} words={form} error={wrong('adult')} defaultValue={typed('adult', settings.adult)} />
            <TextField id="adultEn" label={words.adultEn} words={form} error={wrong('adultEn')} defaultValue={typed('adultEn', settings.adultEn)} />
            <p className="row">
              <Button>{words.save}</Button>
              {settings.isOwn && region !== '*' ? <Button kind="plain" name="inherit" value="yes">{words.inherit}</Button> : null}
            </p>
          </form>
        </>
      ) : (
        <Callout kind="info">{words.none}</Callout>
      )}
    </div>
  );
}
