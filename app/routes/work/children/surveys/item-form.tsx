import { itemKinds, themes } from '#app/domain/children/surveys/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { sentBack } from '#app/routes/work/plan/act.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField, SelectField } from '#app/ui/light/choice-field.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import type { SurveyPage, SurveyProblem } from './survey.tsx';

/** 一道题: its words, its options, and when it shows. */
export function ItemForm({ survey, item, problem }: SurveyPage & { problem: SurveyProblem }) {
  const all = useWords(surveysWords);
  const { edit: words } = all;
  const locale = useLocale();
  const was = sentBack(problem, 'item');
  const options = (item?.options ?? []).map(({ id, text }) => `${id} | ${text.zh} | ${text.en}`).join('\n');
  const text = (name: string, otherwise = '') => was.text(name, otherwise);
  const others = survey.draft.items.filter(({ id, kind }) => id !== item?.id && kind !== 'text');
  return (
    <form method="post" className="formpage">
      <input type="hidden" name="edition" value={survey.edition} />
      <input type="hidden" name="was" value={item?.id ?? ''} />
      <TextField id="id" label={words.id} hint={words.idHint} words={all.form} required short error={was.error('id')} defaultValue={text('id', item?.id)} />
      <ChoiceField id="kind" label={words.kind} words={all.form} required error={was.error('kind')} defaultValue={text('kind', item?.kind ?? 'scale')} choices={itemKinds.map((value) => ({ value, label: all.kinds[value] }))} />
      <SelectField id="theme" label={words.theme} words={all.form} required error={was.error('theme')} defaultValue={text('theme', item?.theme ?? 'play')} choices={themes.map((value) => ({ value, label: all.themes[value] }))} />
      <TextField id="textZh" label={words.textZh} hint={words.textHint} words={all.form} required error={was.error('textZh')} defaultValue={text('textZh', item?.text.zh)} />
      <TextField id="textEn" label={words.textEn} words={all.form} error={was.error('textEn')} defaultValue={text('textEn', item?.text.en)} />
      <LongTextField id="options" label={words.options} hint={words.optionsHint} words={all.form} rows={3} error={was.error('options')} defaultValue={text('options', options)} />
      <details open={item?.showIf !== undefined}>
        <summary>{words.showItem}</summary>
        <SelectField id="showItem" label={words.showItem} words={all.form} error={was.error('showItem')} defaultValue={text('showItem', item?.showIf?.item)} choices={[{ value: '', label: words.always }, ...others.map(({ id, text: said }) => ({ value: id, label: (locale === 'en' && said.en) || said.zh }))]} />
        <TextField id="showIn" label={words.showIn} hint={words.showInHint} words={all.form} error={was.error('showIn')} defaultValue={text('showIn', item?.showIf?.in.join(', '))} />
      </details>
      {survey.draft.scale === 'agree-5' ? null : <ChoiceField id="isPractice" label={words.practiceMark} words={all.form} multiple defaultValue={item?.isPractice ? 'yes' : []} choices={[{ value: 'yes', label: words.practice }]} />}
      <input type="hidden" name="picture" value={item?.picture ?? ''} />
      <p className="row"><Button name="go" value="item">{words.save}</Button>{item ? <a href="?#item">{words.add}</a> : null}</p>
    </form>
  );
}
