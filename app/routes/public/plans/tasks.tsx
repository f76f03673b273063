import { cityWords } from '#app/i18n/city.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortDay } from '#app/platform/dates.ts';
import type { SquareState } from '#app/ui/light/squares.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import type { Standing } from '#app/domain/city/city-plans/progress.ts';
import type { TaskState } from '#app/domain/city/city-plans/model.ts';
import type { ActionPage } from './load-action.ts';

export const looks: Record<Standing, SquareState> = { reached: 'done', short: 'late', 'on-the-way': 'now', missing: 'rest', watched: 'next', 'not-shown': 'rest' };
const taskLooks: Record<TaskState, SquareState> = { open: 'next', doing: 'now', done: 'done', stopped: 'rest' };

function Proof({ text, url }: { text: string; url: string | null }) {
  if (text === '') return <span className="muted">—</span>;
  return url ? <a href={url} rel="nofollow noopener">{text}</a> : text;
}

/** 里程碑 with what proves them. */
export function Milestones({ rows }: { rows: ActionPage['milestones'] }) {
  const words = useWords(cityWords);
  return (
    <DataTable
      caption={words.milestones} rows={rows} keyOf={(row) => row.code}
      columns={[
        { head: words.milestone.name, isName: true, cell: (row) => row.name },
        { head: words.milestone.year, right: true, cell: (row) => row.year ?? '—' },
        { head: words.milestone.state, cell: (row) => <Status state={looks[row.standing]}>{words.standings[row.standing]}</Status> },
        { head: words.milestone.proof, cell: (row) => <Proof text={row.proof} url={row.proofUrl} /> },
      ]}
    />
  );
}

/** 任务 with their days and what proves them. */
export function Tasks({ rows }: { rows: ActionPage['tasks'] }) {
  const words = useWords(cityWords);
  const locale = useLocale();
  return (
    <DataTable
      caption={words.tasks} rows={rows} keyOf={(row) => row.id} none={words.task.none}
      columns={[
        { head: words.task.name, isName: true, cell: (row) => row.name },
        { head: words.task.due, cell: (row) => shortDay(row.dueOn, locale) },
        { head: words.task.state, cell: (row) => <Status state={taskLooks[row.progress?.state ?? 'open']}>{words.taskStates[row.progress?.state ?? 'open']}{row.progress?.doneOn ? ` · ${shortDay(row.progress.doneOn, locale)}` : ''}</Status> },
        { head: words.task.proof, cell: (row) => <Proof text={row.progress?.proof ?? ''} url={row.progress?.proofUrl ?? null} /> },
      ]}
    />
  );
}
