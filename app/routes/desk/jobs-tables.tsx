import type { ReactNode } from 'react';
import { jobsWords } from '#app/i18n/jobs.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Run, Waiting } from '#app/jobs/read.ts';
import { beijingTime } from '#app/platform/dates.ts';
import type { Page } from '#app/platform/keyset.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { type Column, KeysetTable, PickBox, type Tab } from '#app/ui/desk/keyset-table.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';

type JobTablesProps = {
  asked: { tab: 'ran' | 'failed' | 'waiting' | 'calendar'; job?: string | undefined; state?: string | undefined };
  runs: Page<Run>;
  queue: Waiting[];
  routines: { job: string; last: Run | null; next: Date }[];
  mayRetry: boolean;
  tabs: Tab[];
};

const day = (at: Date | string): ReactNode => <span className="num">{beijingTime(at)}</span>;

/** 任务列表: one table for each tab. */
export function JobTables({ asked, runs, queue, routines, mayRetry, tabs }: JobTablesProps) {
  const words = useWords(jobsWords);
  const nameOf = (job: string) => words.names[job] ?? job;
  if (asked.tab === 'calendar') return <Routines routines={routines} tabs={tabs} nameOf={nameOf} />;
  if (asked.tab === 'ran') return <Runs asked={asked} runs={runs} tabs={tabs} nameOf={nameOf} />;

  const columns: Column<Waiting>[] = [
    { name: 'job', title: words.job, place: 'main', show: (row) => nameOf(row.job) },
    { name: 'state', title: words.state, place: 'state', show: (row) => <Standing row={row} /> },
    { name: 'next', title: words.next, show: (row) => day(row.runAt) },
    { name: 'tries', title: words.tries, show: (row) => words.of(row.attempts, row.maxAttempts) },
  ];
  if (asked.tab === 'failed') {
    columns.push({ name: 'error', title: words.error, place: 'wide', show: (row) => (row.lastError === 'interrupted' ? words.states.interrupted : <code>{row.lastError?.split('\n')[0]}</code>) });
    if (mayRetry) {
      columns.push({
        name: 'ops', title: words.ops, place: 'ops',
        show: (row) => <ConfirmButton label={words.retry} question={words.retryAsk} fields={{ id: row.id }} danger={false} size="small" disabled={row.isRunning} />,
      });
    }
  }
  return <KeysetTable page={{ rows: queue }} columns={columns} tabs={tabs} empty={{ text: words.empty[asked.tab] }} />;
}

function Standing({ row }: { row: Waiting }) {
  const { states } = useWords(jobsWords);
  if (row.isRunning) return <StatusTag tone="now">{states.running}</StatusTag>;
  return row.lastError ? <StatusTag tone="bad">{states.failed}</StatusTag> : <StatusTag tone="info">{states.waiting}</StatusTag>;
}

function RunState({ run }: { run: Run }) {
  const { states } = useWords(jobsWords);
  if (run.isOk === null) return <StatusTag tone="now">{states.running}</StatusTag>;
  return run.isOk ? <StatusTag tone="good">{states.ok}</StatusTag> : <StatusTag tone="bad">{states.failed}</StatusTag>;
}

function Runs({ asked, runs, tabs, nameOf }: Pick<JobTablesProps, 'asked' | 'runs' | 'tabs'> & { nameOf: (job: string) => string }) {
  const words = useWords(jobsWords);
  const lasted = (run: Run) => (run.finishedAt ? words.seconds(((+new Date(run.finishedAt) - +new Date(run.startedAt)) / 1000).toFixed(1)) : words.none);
  const said = (run: Run) => (run.outcome === 'interrupted' ? words.states.interrupted : (run.outcome ?? words.none));
  return (
    <KeysetTable
      page={runs}
      tabs={tabs}
      empty={{ text: words.empty.ran }}
      filters={
        <>
          <input type="hidden" name="tab" value="ran" />
          <PickBox name="job" label={words.job} value={asked.job} options={Object.entries(words.names).map(([value, label]) => ({ value, label }))} />
          <PickBox
            name="state"
            label={words.state}
            value={asked.state}
            options={(['ok', 'failed', 'running'] as const).map((state) => ({ value: state, label: words.states[state] }))}
          />
        </>
      }
      columns={[
        { name: 'job', title: words.job, place: 'main', show: (row) => nameOf(row.job) },
        { name: 'state', title: words.state, place: 'state', show: (row) => <RunState run={row} /> },
        { name: 'began', title: words.began, show: (row) => day(row.startedAt) },
        { name: 'lasted', title: words.lasted, show: lasted },
        { name: 'outcome', title: words.outcome, place: 'wide', show: said },
      ]}
    />
  );
}

function Routines({ routines, tabs, nameOf }: Pick<JobTablesProps, 'routines' | 'tabs'> & { nameOf: (job: string) => string }) {
  const words = useWords(jobsWords);
  return (
    <KeysetTable
      page={{ rows: routines.map((routine) => ({ ...routine, id: routine.job })) }}
      tabs={tabs}
      empty={{ text: words.empty.waiting }}
      columns={[
        { name: 'job', title: words.job, place: 'main', show: (row) => nameOf(row.job) },
        { name: 'next', title: words.next, show: (row) => day(row.next) },
        { name: 'last', title: words.last, show: (row) => (row.last ? day(row.last.startedAt) : words.states.never) },
        { name: 'state', title: words.state, place: 'state', show: (row) => (row.last ? <RunState run={row.last} /> : words.none) },
      ]}
    />
  );
}
