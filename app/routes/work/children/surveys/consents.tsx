import { consentKinds } from '#app/domain/children/surveys/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { shortDay } from '#app/platform/dates.ts';
import { sentBack } from '#app/routes/work/plan/act.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import { DateField, NumberField, TextField } from '#app/ui/light/text-field.tsx';
import type { RoundPage, RoundProblem } from './round.tsx';

/** 同意登记: what is noted, and the form for more. */
export function Consents({ round, consents, today, isForChildren, problem }: RoundPage & { problem: RoundProblem }) {
  const all = useWords(surveysWords);
  const { round: words } = all;
  const locale = useLocale();
  const was = sentBack(problem, 'consent');
  return (
    <>
      {consents.length > 0 ? <ul>{consents.map((one) => <li key={one.id}>{words.consentLine(all.consentKinds[one.kind], one.givenBy, one.people, one.refused, shortDay(one.givenOn, locale))}</li>)}</ul> : isForChildren ? <p className="note">{words.noConsent}</p> : null}
      {round.state === 'open' ? (
        <details open={was.isOurs || (isForChildren && consents.length === 0)}>
          <summary>{words.note}</summary>
          <form method="post" className="formpage">
            <ChoiceField id="consent-kind" name="kind" label={words.consentKind} words={all.form} required error={was.error('kind')} defaultValue={was.text('kind', 'school')} choices={consentKinds.map((value) => ({ value, label: all.consentKinds[value] }))} />
            <TextField id="givenBy" label={words.givenBy} hint={words.givenByHint} words={all.form} required error={was.error('givenBy')} defaultValue={was.text('givenBy')} />
            <NumberField id="people" label={words.agreed} words={all.form} required error={was.error('people')} defaultValue={was.text('people')} />
            <NumberField id="refused" label={words.refused} words={all.form} error={was.error('refused')} defaultValue={was.text('refused', '0')} />
            <DateField id="givenOn" label={words.givenOn} words={all.form} required error={was.error('givenOn')} defaultValue={was.text('givenOn', today)} />
            <p className="row"><Button name="go" value="consent">{words.note}</Button></p>
          </form>
        </details>
      ) : null}
    </>
  );
}
