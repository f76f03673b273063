import { useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { sentBack } from '#app/routes/work/plan/act.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import { TextField } from '#app/ui/light/text-field.tsx';
import type { SurveyPage, SurveyProblem } from './survey.tsx';

/** 卷首 of a survey: title, introduction, languages; and putting it away. */
export function HeadForm({ survey, problem }: SurveyPage & { problem: SurveyProblem }) {
  const all = useWords(surveysWords);
  const { edit: words } = all;
  const was = sentBack(problem, 'head');
  const { title, intro, languages } = survey.draft;
  const field = (id: 'titleZh' | 'titleEn' | 'introZh' | 'introEn', now: string) => <TextField id={id} label={words[id]} words={all.form} required={id === 'titleZh'} error={was.error(id)} defaultValue={was.text(id, now)} />;
  return (
    <form method="post" className="formpage">
      <input type="hidden" name="edition" value={survey.edition} />
      {field('titleZh', title.zh)}{field('titleEn', title.en)}{field('introZh', intro.zh)}{field('introEn', intro.en)}
      <ChoiceField id="languages" label={words.languages} words={all.form} required defaultValue={was.text('languages', languages.length > 1 ? 'zh+en' : 'zh')} choices={[{ value: 'zh', label: words.chinese }, { value: 'zh+en', label: words.both }]} />
      <p className="row"><Button kind="quiet" name="go" value="head">{words.save}</Button><Button kind="plain" name="go" value="put-away" formNoValidate>{words.putAway}</Button></p>
    </form>
  );
}
