import { nextTaskStates } from '#app/domain/pilot/consulting/model.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortDay, shortTime } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import { Facts } from '#app/ui/light/section.tsx';
import { LongTextField, NumberField } from '#app/ui/light/text-field.tsx';
import { sentBack } from './act.ts';
import { RuleTags } from './rule-tags.tsx';
import type { TaskPage } from './task.tsx';

/** 任务进度: how it stands, and the next step with what came of it and the evidence. */
export function TaskState({ task, place, plan, offers, cited, problem }: TaskPage & { task: NonNullable<TaskPage['task']>; problem: Problem | undefined }) {
  const all = useWords(consultingWords);
  const { task: words } = all;
  const locale = useLocale();
  const was = sentBack(problem, 'state');
  const ticked = was.isOurs && Array.isArray(problem?.given?.evidence) ? (problem.given.evidence as string[]) : [];
  return (
    <div className="card mark">
      <Facts facts={[
        { term: all.plan.columns.days, text: `${shortDay(task.startsOn, locale)} – ${shortDay(task.dueOn, locale)}` },
        { term: words.owner, text: [task.owner, task.partner].filter(Boolean).join(' · ') || '—' },
        { term: all.rules, text: <RuleTags ids={task.ruleIds} /> },
        { term: words.origin, text: all.sources[task.source] },
        ...(task.outcome ? [{ term: words.results, text: task.outcome }] : []),
        ...(cited.length > 0 ? [{ term: words.cited, text: <>{cited.map((piece) => <span key={piece.id} className="row"><a href={`/work/${place.code}/evidence/${piece.id}`}>{piece.title}</a></span>)}</> }] : []),
      ]} />
      <p className="note">{words.updated(task.updatedByName, shortTime(task.updatedAt, locale))}</p>
      {plan.version === 0 ? <p className="note">{words.needsPlan}</p> : (
        <details open={was.isOurs || task.state === 'planned' || task.state === 'under-way'}>
          <summary>{words.state}</summary>
          <form method="post">
            <input type="hidden" name="go" value="state" />
            <ChoiceField id="state" label={words.state} words={all.form} required error={was.error('state')} defaultValue={was.text('state', nextTaskStates[task.state][0])} choices={nextTaskStates[task.state].map((state) => ({ value: state, label: words.toState[state] }))} />
            <LongTextField id="outcome" label={words.outcome} hint={words.outcomeHint} words={all.form} rows={3} error={was.error('outcome')} defaultValue={was.text('outcome', task.outcome)} />
            <NumberField id="spent" label={words.spent} unit={words.yuan} words={all.form} error={was.error('spent')} defaultValue={was.text('spent', task.spent === null ? '' : String(task.spent))} />
            {offers.length > 0 ? (
              <ChoiceField id="evidence" name="evidence[]" label={words.evidence} words={all.form} multiple asList defaultValue={ticked} choices={offers.map(({ id, title, summary }) => ({ value: id, label: title, hint: summary }))} />
            ) : <p className="note">{words.noEvidence} <a href={`/work/${place.code}/evidence/new`}>{words.addEvidence}</a></p>}
            <p className="row"><Button>{words.move}</Button></p>
          </form>
        </details>
      )}
    </div>
  );
}
