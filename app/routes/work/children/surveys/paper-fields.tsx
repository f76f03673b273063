import type { Definition, Item } from '#app/domain/children/surveys/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import type { Problem } from '#app/platform/http.ts';
import { Errors } from '#app/ui/light/errors.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import { onPaper } from './read-keys.ts';

/** 一题一键: a field for every question of a paper sheet, with what the keys mean above them. */
export function PaperFields({ definition, problem, isOnlyKeys = false }: { definition: Definition; problem: Problem | undefined; isOnlyKeys?: boolean }) {
  const all = useWords(surveysWords);
  const { paper: words } = all;
  const locale = useLocale();
  const said = (one: { zh: string; en: string }) => (locale === 'en' && one.en) || one.zh;
  const given = (id: string) => (typeof problem?.given?.[id] === 'string' ? (problem.given[id] as string) : '');
  const legend = (steps: readonly string[]) => words.legend(steps.map((level, at) => `${at + 1} ${level}`).join(locale === 'en' ? '; ' : '；'));
  const optionsOf = (item: Item) => legend((item.options ?? []).map(({ text }) => said(text)));
  const asked = onPaper(definition);
  const wrong = Object.entries(problem?.fields ?? {}).flatMap(([id, [text = '']]) => {
    const at = asked.findIndex((item) => item.id === id);
    return { href: `#${id}`, text: at < 0 ? text : `${at + 1}. ${said(asked[at]!.text)}${all.colon}${text}` };
  });
  return (
    <div className="paperkeys">
      <Errors title={words.problems(wrong.length)} items={wrong} />
      <p className="keys">{words.keys}{all.colon}{legend(all.levels[definition.scale])}</p>
      {asked.map((item, at) => item.kind === 'text'
        ? isOnlyKeys ? null : <LongTextField key={item.id} id={item.id} label={`${at + 1}. ${said(item.text)}`} hint={words.words} words={all.form} rows={2} defaultValue={given(item.id)} />
        : <TextField key={item.id} id={item.id} label={`${at + 1}. ${said(item.text)}`} {...(item.kind === 'choice' ? { hint: optionsOf(item) } : {})} words={all.form} short error={problem?.fields?.[item.id]?.[0]} defaultValue={given(item.id)} input={{ maxLength: 2, autoComplete: 'off', inputMode: 'numeric' }} />)}
    </div>
  );
}
