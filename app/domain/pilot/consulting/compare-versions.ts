import type { PlanContent } from './model.ts';

/** 版本之间的变化: what came, what went, what was moved or priced anew. */
export type VersionChange =
  | { kind: 'added' | 'removed'; title: string }
  | { kind: 'changed'; title: string; what: ('title' | 'owner' | 'days' | 'cost' | 'rules' | 'details')[]; dueOn?: { from: string; to: string } };

export function changesBetween(before: PlanContent | undefined, after: PlanContent): { aim: boolean; days: boolean; tasks: VersionChange[] } {
  const old = new Map((before?.tasks ?? []).map((task) => [task.id, task]));
  const now = new Set(after.tasks.map(({ id }) => id));
  const tasks = after.tasks.flatMap((task): VersionChange[] => {
    const was = old.get(task.id);
    if (!was) return [{ kind: 'added', title: task.title }];
    const what = [
      ...(was.title === task.title ? [] : ['title' as const]), ...(was.owner === task.owner && was.partner === task.partner ? [] : ['owner' as const]),
      ...(was.startsOn === task.startsOn && was.dueOn === task.dueOn ? [] : ['days' as const]), ...(was.cost === task.cost ? [] : ['cost' as const]),
      ...(was.rules.join() === task.rules.join() ? [] : ['rules' as const]), ...(was.details === task.details ? [] : ['details' as const]),
    ];
    return what.length === 0 ? [] : [{ kind: 'changed', title: task.title, what, ...(what.includes('days') ? { dueOn: { from: was.dueOn, to: task.dueOn } } : {}) }];
  });
  const removed = [...old.values()].filter(({ id }) => !now.has(id)).map(({ title }): VersionChange => ({ kind: 'removed', title }));
  return {
    aim: before !== undefined && before.aim !== after.aim,
    days: before !== undefined && (before.startsOn !== after.startsOn || before.endsOn !== after.endsOn),
    tasks: [...tasks, ...removed],
  };
}
