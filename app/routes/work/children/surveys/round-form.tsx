import { waves } from '#app/domain/children/surveys/model.ts';
import { useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { addDays } from '#app/platform/dates.ts';
import { sentBack } from '#app/routes/work/plan/act.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import { DateField, NumberField, TextField } from '#app/ui/light/text-field.tsx';
import type { SurveyProblem } from './survey.tsx';

const usualDays = 14;

/** 开一轮: which round it is, its days, how many are invited. */
export function RoundForm({ today, problem }: { today: string; problem: SurveyProblem }) {
  const all = useWords(surveysWords);
  const { round: words } = all;
  const was = sentBack(problem, 'round');
  return (
    <form method="post" className="formpage">
      <TextField id="title" label={words.title} words={all.form} required error={was.error('title')} defaultValue={was.text('title')} />
      <ChoiceField id="wave" label={words.wave} hint={words.waveHint} words={all.form} required error={was.error('wave')} defaultValue={was.text('wave', 'baseline')} choices={waves.map((value) => ({ value, label: all.waves[value] }))} />
      <div className="row">
        <DateField id="opensOn" label={words.opensOn} words={all.form} required error={was.error('opensOn')} defaultValue={was.text('opensOn', today)} />
        <DateField id="closesOn" label={words.closesOn} words={all.form} required error={was.error('closesOn')} defaultValue={was.text('closesOn', addDays(today, usualDays))} />
      </div>
      <NumberField id="invited" label={words.invited} hint={words.invitedHint} words={all.form} required error={was.error('invited')} defaultValue={was.text('invited')} />
      <p className="row"><Button name="go" value="round">{words.open}</Button></p>
    </form>
  );
}
