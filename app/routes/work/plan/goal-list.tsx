import { isOverdue, type TaskState } from '#app/domain/pilot/consulting/model.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortDay } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Section } from '#app/ui/light/section.tsx';
import type { SquareState } from '#app/ui/light/squares.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import { sentBack } from './act.ts';
import type { PlanPage } from './plan.tsx';
import { RuleTags } from './rule-tags.tsx';

type Parts = NonNullable<PlanPage['parts']>;
type Task = Parts['tasks'][number];
type Goal = Parts['goals'][number];
type Props = { place: PlanPage['place']; parts: Parts; today: string; problem: Problem | undefined };

const squares: Record<TaskState, SquareState> = { planned: 'next', 'under-way': 'now', done: 'done', dropped: 'rest' };
export const squareOfTask = (task: Pick<Task, 'state' | 'dueOn'>, today: string): SquareState => (isOverdue(task, today) ? 'late' : squares[task.state]);

/** 目标和任务: the tasks under their goals, in the order that the plan gives them; buttons move them without dragging. */
export function GoalList({ place, parts: { goals, tasks }, today, problem }: Props) {
  const all = useWords(consultingWords);
  const { plan: words } = all;
  const without = tasks.filter(({ goalId }) => goalId === null);
  return (
    <Section title={words.goals} id="goals">
      {tasks.length === 0 ? <Empty text={words.empty} /> : null}
      {goals.map((goal) => (
        <section key={goal.id} className="goal">
          <h3>{goal.title}</h3>
          {goal.measure ? <p className="small muted">{words.measure}{all.colon}{goal.measure}</p> : null}
          <TaskTable caption={goal.title} rows={tasks.filter(({ goalId }) => goalId === goal.id)} all={tasks} code={place.code} today={today} />
          <GoalForm goal={goal} problem={problem} />
        </section>
      ))}
      {without.length > 0 ? (
        <section className="goal">
          {goals.length > 0 ? <h3>{words.noGoal}</h3> : null}
          <TaskTable caption={words.noGoal} rows={without} all={tasks} code={place.code} today={today} />
        </section>
      ) : null}
      <GoalForm problem={problem} />
    </Section>
  );
}

function TaskTable({ caption, rows, all, code, today }: { caption: string; rows: readonly Task[]; all: readonly Task[]; code: string; today: string }) {
  const words = useWords(consultingWords);
  const locale = useLocale();
  const { columns } = words.plan;
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { head: columns.task, isName: true, cell: (task) => <span id={`task-${task.id}`}><a href={`/work/${code}/plan/tasks/${task.id}`}>{task.title}</a><br /><RuleTags ids={task.ruleIds} /></span> },
        { head: columns.owner, cell: (task) => <>{task.owner || '—'}{task.partner ? <small className="muted"><br />{task.partner}</small> : null}</> },
        { head: columns.days, cell: (task) => <>{shortDay(task.startsOn, locale)}<br />{shortDay(task.dueOn, locale)}</> },
        { head: columns.cost, right: true, cell: (task) => (task.cost === null ? words.unknownCost : words.yuan(task.spent ?? task.cost)) },
        { head: columns.state, cell: (task) => <Status state={squareOfTask(task, today)}>{words.taskStates[task.state]}{isOverdue(task, today) ? words.beside(words.late) : ''}</Status> },
        { head: columns.order, cell: (task) => <Order task={task} isFirst={all[0]?.id === task.id} isLast={all.at(-1)?.id === task.id} /> },
      ]}
    />
  );
}

function Order({ task, isFirst, isLast }: { task: Task; isFirst: boolean; isLast: boolean }) {
  const { plan: words } = useWords(consultingWords);
  return (
    <form method="post" className="order no-print">
      <input type="hidden" name="go" value="move" />
      <input type="hidden" name="id" value={task.id} />
      <Button kind="plain" small name="to" value="up" disabled={isFirst} aria-label={words.up(task.title)}>↑</Button>
      <Button kind="plain" small name="to" value="down" disabled={isLast} aria-label={words.down(task.title)}>↓</Button>
    </form>
  );
}

/** 增加或修改目标; removing one leaves its tasks. */
function GoalForm({ goal, problem }: { goal?: Goal; problem: Problem | undefined }) {
  const all = useWords(consultingWords);
  const { plan: words } = all;
  const sent = sentBack(problem, 'goal');
  const isOurs = sent.isOurs && (problem?.given?.id ?? '') === (goal?.id ?? '');
  const id = goal?.id ?? 'new';
  return (
    <details className="goalform no-print" open={isOurs}>
      <summary>{goal ? words.editGoal : words.addGoal}</summary>
      <form method="post">
        <input type="hidden" name="id" value={goal?.id ?? ''} />
        <TextField id={`goal-${id}`} name="title" label={words.goalTitle} words={all.form} required error={isOurs ? sent.error('title') : undefined} defaultValue={isOurs ? sent.text('title') : (goal?.title ?? '')} />
        <LongTextField id={`measure-${id}`} name="measure" label={words.goalMeasure} words={all.form} rows={2} error={isOurs ? sent.error('measure') : undefined} defaultValue={isOurs ? sent.text('measure') : (goal?.measure ?? '')} />
        <p className="row">
          <Button kind="quiet" name="go" value="goal">{all.save}</Button>
          {goal ? <Button kind="plain" name="go" value="remove-goal">{words.removeGoal}</Button> : null}
        </p>
      </form>
    </details>
  );
}
