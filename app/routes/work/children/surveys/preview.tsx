import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { getSurvey } from '#app/domain/children/surveys/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { Callout, Section } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { SurveysHead } from './surveys-head.tsx';
import type { Route } from './+types/preview.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    return { place, survey: await getSurvey(ctx, place.code, params.id) };
  });
}

/** 预览: every question as it will be asked, all on one page; nothing is sent. */
export default function Preview({ loaderData: { place, survey } }: Route.ComponentProps) {
  const all = useWords(surveysWords);
  const { edit: words } = all;
  const locale = useLocale();
  const { draft } = survey;
  const said = (one: { zh: string; en: string }) => (locale === 'en' && one.en) || one.zh;
  return (
    <>
      <SurveysHead place={place} title={words.preview} lead={said(draft.intro)} beyond={[{ href: `/work/${place.code}/children/surveys/${survey.id}`, label: said(draft.title) }]} />
      <Section title={said(draft.title)} tight>
        {draft.script ? <Callout kind="info"><b>{words.before}</b> {said(draft.script.before)}</Callout> : null}
        <ol className="plainlist">
          {draft.items.map((item) => {
            const answers = item.kind === 'text' ? [] : [...(item.kind === 'scale' ? all.levels[draft.scale] : (item.options ?? []).map(({ text }) => said(text))), ...Object.values(all.outside)];
            const asked = draft.items.find(({ id }) => id === item.showIf?.item);
            return (
              <li key={item.id} className="card">
                {item.isPractice ? <Tag kind="check">{words.practiceMark}</Tag> : null}
                {item.showIf ? <p className="small muted">{words.shownIf(asked ? said(asked.text) : item.showIf.item, item.showIf.in.join(', '))}</p> : null}
                {item.ask ? <p className="small">{words.ask(said(item.ask))}</p> : null}
                <fieldset disabled className="field">
                  <legend>{said(item.text)}</legend>
                  {item.kind === 'text' ? <textarea className="in" rows={2} aria-label={said(item.text)} /> : <div className="choices">{answers.map((answer) => <label key={answer} className="choice"><input type="radio" name={item.id} /><span>{answer}</span></label>)}</div>}
                </fieldset>
              </li>
            );
          })}
        </ol>
        {draft.script ? <Callout kind="info"><b>{words.after}</b> {said(draft.script.after)}</Callout> : null}
      </Section>
    </>
  );
}
