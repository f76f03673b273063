import { consultingWords } from '#app/i18n/consulting.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { SelectField } from '#app/ui/light/choice-field.tsx';
import { DateField, LongTextField, NumberField, TextField } from '#app/ui/light/text-field.tsx';
import { sentBack } from './act.ts';
import { RuleChoice } from './rule-choice.tsx';
import type { TaskPage } from './task.tsx';

/** 任务: what, how, who, when, for how much, for which rules. */
export function TaskForm({ task, goals, rules, plan, today, problem }: TaskPage & { problem: Problem | undefined }) {
  const all = useWords(consultingWords);
  const { task: words } = all;
  if (task?.state === 'done' || task?.state === 'dropped') return <p className="note">{words.over}</p>;
  const was = sentBack(problem, 'save');
  const starts = today > plan.startsOn && today < plan.endsOn ? today : plan.startsOn;
  const chosen = was.isOurs && Array.isArray(problem?.given?.rules) ? (problem.given.rules as string[]) : was.isOurs ? [] : (task?.ruleIds ?? []);
  return (
    <form method="post" className="card">
      <h2>{task ? words.edit : words.new}</h2>
      <TextField id="title" label={words.title} words={all.form} required error={was.error('title')} defaultValue={was.text('title', task?.title)} />
      <LongTextField id="details" label={words.details} words={all.form} rows={4} error={was.error('details')} defaultValue={was.text('details', task?.details)} />
      <div className="two half">
        <TextField id="owner" label={words.owner} hint={words.ownerHint} words={all.form} error={was.error('owner')} defaultValue={was.text('owner', task?.owner)} />
        <TextField id="partner" label={words.partner} hint={words.partnerHint} words={all.form} error={was.error('partner')} defaultValue={was.text('partner', task?.partner)} />
      </div>
      <div className="row">
        <DateField id="startsOn" label={words.from} words={all.form} required error={was.error('startsOn')} defaultValue={was.text('startsOn', task?.startsOn ?? starts)} />
        <DateField id="dueOn" label={words.to} words={all.form} required error={was.error('dueOn')} defaultValue={was.text('dueOn', task?.dueOn ?? plan.endsOn)} />
        <NumberField id="cost" label={words.cost} unit={words.yuan} words={all.form} error={was.error('cost')} defaultValue={was.text('cost', task?.cost === null || task?.cost === undefined ? '' : String(task.cost))} />
      </div>
      {goals.length > 0 ? (
        <SelectField id="goalId" label={words.goal} words={all.form} blank={words.noGoal} choices={goals.map(({ id, title }) => ({ value: id, label: title }))} defaultValue={was.text('goalId', task?.goalId ?? '')} error={was.error('goalId')} />
      ) : null}
      <RuleChoice id="rules" label={all.rules} hint={words.rulesHint} rules={rules} chosen={chosen} otherLabel={words.otherRules} />
      <p className="row">
        <Button name="go" value="save">{all.save}</Button>
        {task && plan.version === 0 ? <Button kind="stop" name="go" value="remove" formNoValidate>{words.remove}</Button> : null}
      </p>
    </form>
  );
}
