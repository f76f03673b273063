import { redirect } from 'react-router';
import { findRegion } from '#app/domain/base/regions/read.ts';
import { RecommendInput } from '#app/domain/pilot/applications/input.ts';
import { recommendCommunity } from '#app/domain/pilot/applications/recommend.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, show } from '#app/platform/http.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import { PickUnit } from './form/pick-unit.tsx';
import { picking } from './form/picking.ts';
import type { Route } from './+types/recommend.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = context.get(ctxKey);
    const query = new URL(request.url).searchParams;
    const unit = await findRegion(ctx, query.get('unit') ?? '');
    return { unit, code: query.get('code')?.slice(0, 14) ?? '', picking: await picking(ctx, query, ['*']) };
  });
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, RecommendInput, async (input) => {
    const code = await recommendCommunity(ctx, input);
    return redirect(`/recommend?unit=${input.regionCode}&code=${code}`);
  });
}

export default function Recommend({ loaderData: { unit, code, picking: shown }, actionData }: Route.ComponentProps) {
  const words = useWords(applyWords);
  const locale = useLocale();
  const given: Record<string, unknown> = actionData?.given ?? {};
  const field = (name: 'recommender' | 'organisation' | 'contact' | 'reason') => ({
    id: name, words: words.form, defaultValue: String(given[name] ?? ''), ...(actionData?.fields?.[name] ? { error: actionData.fields[name]?.[0] } : {}),
  });
  return (
    <div className="wrap apply-page">
      <PageTitle title={words.recommend.title} about={words.recommend.lead} />
      <Breadcrumb label={words.form.crumbs} links={[{ href: '/', label: words.form.home }, { href: '/apply', label: words.home.title }]} here={words.recommend.title} />
      <PageHead title={words.recommend.title} lead={words.recommend.lead} />
      {actionData?.refusal ? <Callout kind="bad">{refusalSentence(actionData.refusal, locale)}</Callout> : null}
      {actionData?.fields?.regionCode ? <Callout kind="bad">{actionData.fields.regionCode[0]}</Callout> : null}
      {code && unit ? (
        <div className="card">
          <Callout kind="ok">{words.recommend.done}</Callout>
          <p>{words.recommend.doneText(unit.name)}</p>
          <p>{words.recommend.code} <code>{code}</code></p>
          <ButtonLink kind="quiet" href="/recommend">{words.recommend.more}</ButtonLink>
        </div>
      ) : unit ? (
        <form method="post" action={`/recommend?unit=${unit.code}`} className="card narrow" noValidate>
          <input type="hidden" name="regionCode" value={unit.code} />
          <p><b>{words.pick.chosen(unit.name)}</b> <a href="/recommend">{words.recommend.change}</a></p>
          <TextField {...field('recommender')} label={words.recommend.name} required input={{ autoComplete: 'name' }} />
          <TextField {...field('organisation')} label={words.recommend.organisation} input={{ autoComplete: 'organization' }} />
          <TextField {...field('contact')} label={words.recommend.contact} hint={words.recommend.contactHint} required />
          <LongTextField {...field('reason')} label={words.recommend.reason} hint={words.recommend.reasonHint} required limit={2000} />
          <div className="row"><Button>{words.recommend.send}</Button></div>
        </form>
      ) : (
        <>
          <h2>{words.recommend.unit}</h2>
          <PickUnit picking={shown} action="/recommend" keep={{}} />
        </>
      )}
    </div>
  );
}
