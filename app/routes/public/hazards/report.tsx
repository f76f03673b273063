import { redirect } from 'react-router';
import { dangers, hazardKinds } from '#app/domain/service/hazards/model.ts';
import { hazardsWords } from '#app/i18n/hazards.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { siteWords } from '#app/i18n/site.ts';
import { spacesWords } from '#app/i18n/spaces.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { type Problem, show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { ChoiceField, SelectField } from '#app/ui/light/choice-field.tsx';
import { Errors } from '#app/ui/light/errors.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import { UploadField } from '#app/ui/light/upload.tsx';
import { PageTitle } from '../page-title.tsx';
import { RegionChoice } from '../spaces/region-choice.tsx';
import { reportForm, takeReport } from './report-loader.ts';
import type { Route } from './+types/report.ts';

/** A child has a page of their own look; the address is the same for everybody who shares it. */
export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  if (ctx.child) throw redirect(`/child/places/report${new URL(request.url).search}`);
  return show(() => reportForm(ctx, request));
}

export function action({ request, context }: Route.ActionArgs) {
  return takeReport(context.get(ctxKey), request);
}

/** 报告隐患, without a name; no script, no position of the device. */
export default function ReportPage({ loaderData: form, actionData }: Route.ComponentProps) {
  const words = useWords(hazardsWords);
  const spaces = useWords(spacesWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const problem = (actionData ?? {}) as Problem;
  const given = (problem.given ?? {}) as Record<string, string | undefined>;
  const frame = (id: string) => ({ id, name: id, words: { required: spaces.required, optional: spaces.optional }, error: problem.fields?.[id]?.[0] });
  return (
    <div className="wrap body">
      <PageTitle title={words.report} about={words.form.lead} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/hazards', label: words.title }]} here={words.report} />
      <PageHead title={words.report} lead={words.form.lead} />
      {problem.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
      <Errors title={spaces.errors(Object.keys(problem.fields ?? {}).length)} items={Object.entries(problem.fields ?? {}).map(([name, said]) => ({ href: `#${name}`, text: said[0] ?? '' }))} />
      <RegionChoice region={form.region} action="/hazards/report" keep={form.tapped ?? {}} />
      {form.isPlaced ? (
        <form method="post" encType="multipart/form-data" className="narrow">
          <input type="hidden" name="regionCode" value={form.region.code} />
          <ChoiceField {...frame('kind')} label={words.form.kind} required defaultValue={given['kind']} choices={hazardKinds.map((value) => ({ value, label: words.kinds[value] }))} />
          <LongTextField {...frame('text')} label={words.form.text} hint={words.form.textHint} required rows={3} limit={600} defaultValue={given['text']} input={{ maxLength: 600 }} />
          {form.places.length + form.segments.length > 0 ? (
            <SelectField {...frame('place')} label={words.form.place} blank={words.form.placeNone} defaultValue={given['place'] ?? form.chosen}
              choices={[...form.places.map(({ id, name }) => ({ value: `space:${id}`, label: name })), ...form.segments.map(({ id, name, route }) => ({ value: `segment:${id}`, label: `${route} · ${name}` }))]} />
          ) : null}
          <TextField {...frame('placeText')} label={words.form.placeText} hint={words.form.placeTextHint} defaultValue={given['placeText']} input={{ maxLength: 80, autoComplete: 'off' }} />
          {form.tapped ? (
            <p className="hint">
              {words.form.exact} {form.tapped.lng}, {form.tapped.lat} · {words.form.exactHint}
              {Object.entries(form.tapped).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
            </p>
          ) : <p className="hint"><a href={`/safe-routes?region=${form.region.code}`}>{words.form.exact}</a> · {words.form.exactHint}</p>}
          <ChoiceField {...frame('danger')} label={words.danger} defaultValue={given['danger'] ?? '2'} choices={dangers.map((one) => ({ value: String(one), label: words.dangers[one] }))} />
          <UploadField {...frame('photos')} label={words.form.photo} hint={words.form.photoHint} choose={words.form.choose} rule={words.form.rule} accept="image/*" multiple />
          <p className="row"><Button>{words.form.submit}</Button><ButtonLink kind="plain" href="/hazards">{site.cancel}</ButtonLink></p>
        </form>
      ) : <Callout kind="info"><p>{words.form.region}{locale === 'en' ? '. ' : '。'}{words.form.regionHint}</p></Callout>}
    </div>
  );
}
