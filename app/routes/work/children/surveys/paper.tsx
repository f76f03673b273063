import { redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { enterSheets } from '#app/domain/children/surveys/enter-sheets.ts';
import { type Answers, type Definition, type Item, scales } from '#app/domain/children/surveys/model.ts';
import { definitionOf, getRound } from '#app/domain/children/surveys/read.ts';
import paper from '#app/enhance/survey-paper.ts?worker&url';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { data } from 'react-router';
import { formObject } from '#app/platform/form-object.ts';
import { type Problem, readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { Button } from '#app/ui/light/button.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import { SurveysHead } from './surveys-head.tsx';
import type { Route } from './+types/paper.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const round = await getRound(ctx, place.code, params.round);
    return { place, round, definition: await definitionOf(ctx, round), isSaved: new URL(request.url).searchParams.has('saved') };
  });
}

const asked = (definition: Definition) => definition.items.filter(({ isPractice }) => !isPractice);

/** 按键读成答案: a digit is the step or the option, - and 0 lie outside; anything else is asked about again. */
function answerOf(definition: Definition, item: Item, key: string): string | undefined {
  if (key === '-' || key === '－') return 'does-not-apply';
  if (key === '0') return 'rather-not-say';
  const at = Number(key);
  if (item.kind === 'scale') return Number.isInteger(at) && at >= 1 && at <= scales[definition.scale].levels ? String(at) : undefined;
  return item.options?.[at - 1]?.id;
}

export async function action({ params: { code, round: id }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const form = await readForm(request);
  const given = form ? formObject(form) : {};
  try {
    const definition = await definitionOf(ctx, await getRound(ctx, code, id));
    const answers: Answers = {};
    const fields: Record<string, string[]> = {};
    for (const item of asked(definition)) {
      const key = typeof given[item.id] === 'string' ? (given[item.id] as string).trim() : '';
      if (key === '') continue;
      const answer = item.kind === 'text' ? key : answerOf(definition, item, key);
      if (answer === undefined) fields[item.id] = [surveysWords[ctx.locale].paper.unreadable];
      else answers[item.id] = answer;
    }
    if (Object.keys(fields).length > 0) return data<Problem>({ fields, given }, 400);
    await enterSheets(ctx, code, id, [answers]);
    return redirect(`/work/${code}/children/surveys/rounds/${id}/paper?saved=1`);
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code, given }, error.status);
    throw error;
  }
}

/** 录入纸质问卷: one key a question, Enter goes on, the last Enter saves. */
export default function PaperEntry({ loaderData: { place, round, definition, isSaved }, actionData }: Route.ComponentProps) {
  const all = useWords(surveysWords);
  const { paper: words } = all;
  const locale = useLocale();
  const said = (one: { zh: string; en: string }) => (locale === 'en' && one.en) || one.zh;
  const given = (id: string) => (typeof actionData?.given?.[id] === 'string' ? (actionData.given[id] as string) : '');
  const legend = (item: Item) => words.legend((item.kind === 'scale' ? all.levels[definition.scale] : (item.options ?? []).map(({ text }) => said(text))).map((level, at) => `${at + 1} ${level}`).join(locale === 'en' ? '; ' : '；'));
  return (
    <>
      <SurveysHead place={place} title={words.title} lead={words.lead} refusal={actionData?.refusal} told={isSaved ? words.saved(round.sheets) : undefined} beyond={[{ href: `/work/${place.code}/children/surveys/rounds/${round.id}`, label: round.title }]} />
      <Section title={round.title} tight>
        <p className="note">{words.keys}{all.colon}{legend({ id: '', kind: 'scale', theme: 'self', text: { zh: '', en: '' } })}</p>
        <form method="post" className="formpage" data-paper>
          {asked(definition).map((item, at) => item.kind === 'text'
            ? <LongTextField key={item.id} id={item.id} label={`${at + 1}. ${said(item.text)}`} hint={words.words} words={all.form} rows={2} defaultValue={given(item.id)} />
            : <TextField key={item.id} id={item.id} label={`${at + 1}. ${said(item.text)}`} {...(item.kind === 'choice' ? { hint: legend(item) } : {})} words={all.form} short error={actionData?.fields?.[item.id]?.[0]} defaultValue={given(item.id)} input={{ maxLength: 2, autoComplete: 'off', inputMode: 'numeric' }} />)}
          <p className="row"><Button>{words.save}</Button></p>
        </form>
        <script type="module" src={paper} />
      </Section>
    </>
  );
}
