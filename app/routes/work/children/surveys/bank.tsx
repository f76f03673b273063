import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { sentBack } from '#app/routes/work/plan/act.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField, SelectField } from '#app/ui/light/choice-field.tsx';
import type { SurveyPage, SurveyProblem } from './survey.tsx';

/** 题库: questions of the instruments that this survey does not have. */
export function Bank({ survey, bank, banks, isBankOpen, offered, problem }: SurveyPage & { problem: SurveyProblem }) {
  const all = useWords(surveysWords);
  const { edit: words } = all;
  const locale = useLocale();
  const was = sentBack(problem, 'bank');
  const said = (one: { zh: string; en: string }) => (locale === 'en' && one.en) || one.zh;
  return (
    <details open={isBankOpen || was.isOurs}>
      <summary>{words.bank}</summary>
      <form method="get" action="#bank" className="row">
        <SelectField id="bank" label={words.bankFrom} words={all.form} defaultValue={bank} choices={banks.map(({ id, title }) => ({ value: id, label: said(title) }))} />
        <Button kind="quiet">{words.bankShow}</Button>
      </form>
      {offered.length === 0 ? <p className="note">{words.bankEmpty}</p> : (
        <form method="post">
          <input type="hidden" name="edition" value={survey.edition} /><input type="hidden" name="from" value={bank} />
          <ChoiceField id="items" name="items[]" label={words.questions} words={all.form} multiple asList error={was.error('items')} choices={offered.map(({ id, text, theme }) => ({ value: id, label: said(text), hint: all.themes[theme] }))} />
          <p className="row"><Button kind="quiet" name="go" value="bank">{words.bankAdd}</Button></p>
        </form>
      )}
    </details>
  );
}
