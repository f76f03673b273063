import type { RecordLine } from '#app/domain/base/records/model.ts';
import { beijingDay } from '#app/platform/dates.ts';

const isTask = ({ event }: RecordLine) => event === 'city-plan.task-marked';

/** 并成一行: news of tasks that one person told one after another on one day is one line; `said` puts them into words. */
export function foldTasks<L extends RecordLine>(lines: readonly L[], said: (run: readonly L[]) => Record<string, unknown>): L[] {
  const runs: L[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    const first = run?.[0];
    if (first && isTask(first) && isTask(line) && first.actorId === line.actorId && beijingDay(first.at) === beijingDay(line.at)) run!.push(line);
    else runs.push([line]);
  }
  return runs.map((run) => (run.length === 1 ? run[0]! : { ...run[0]!, facts: said(run) }));
}
