import { concludeResults } from '#app/domain/base/rule-results/conclude-results.ts';
import type { Level } from '#app/domain/base/rule-results/model.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { adoptPlan } from '#app/domain/pilot/consulting/adopt-plan.ts';
import { arrangeSession } from '#app/domain/pilot/consulting/arrange-session.ts';
import { askAdvice } from '#app/domain/pilot/consulting/ask-advice.ts';
import { addTask } from '#app/domain/pilot/consulting/save-task.ts';
import { startPlan } from '#app/domain/pilot/consulting/start-plan.ts';
import { writeMinutes } from '#app/domain/pilot/consulting/write-minutes.ts';
import type { Db } from '#app/db/db.server.ts';
import { change } from '#app/platform/change.ts';
import { as, binhu, today } from './world.ts';

export const street = (db: Db, now: Date = today) => as(db, 'government-officer', binhu, now);
export const worker = (db: Db, now: Date = today) => as(db, 'community-worker', binhu, now);

/** Results of a year as an assessment would have concluded them: a level for every rule, some rules otherwise. */
export async function someResults(db: Db, regionCode: string, others: Record<string, Level>, { level = 'met' as Level, year = 2026, stream = 'self' as const } = {}) {
  const ctx = as(db, 'government-officer', regionCode);
  const edition = await currentEdition(ctx);
  const levels = { ...Object.fromEntries(rulesOf(edition).map(({ id }) => [id, level])), ...others };
  await change(ctx, async (tx) => {
    await tx.record('self-assessment.submitted', { id: regionCode, regionCode });
    await concludeResults(tx, { regionCode, year, stream, editionId: edition.id, levels, sourceId: 'test' });
  });
}

export const span = { startsOn: '2026-09-01', endsOn: '2027-08-31' };
export const aTaskInput = { title: '建立儿童议事会', details: '', owner: '社区儿童主任', partner: '', startsOn: '2026-09-01', dueOn: '2026-10-31', cost: 6000, rules: ['A1.1'], goalId: null };

/** A plan with one task, signed. */
export async function aPlan(db: Db) {
  await startPlan(worker(db), binhu, { aim: '一年内补齐应达项', ...span, rules: [] });
  const taskId = await addTask(worker(db), binhu, aTaskInput);
  await adoptPlan(street(db), binhu, '首次签发');
  return taskId;
}

export const later = new Date(today.getTime() + 8 * 86_400_000);

/** A session that was asked for and arranged for a week from today, with these experts. */
export async function aSession(db: Db, experts: string[]) {
  const id = await askAdvice(worker(db), binhu, { topic: '儿童参与怎样起步', wish: '', mode: 'on-site', rules: ['A1.1'] });
  await arrangeSession(as(db, 'programme-officer', '*'), binhu, id, { experts, on: '2026-09-08', at: '14:00', place: '社区会议室', mode: 'on-site' });
  return id;
}

/** The same, held. */
export async function aHeldSession(db: Db, experts: string[]) {
  const id = await aSession(db, experts);
  await writeMinutes(as(db, 'programme-officer', '*', later), binhu, id, { minutes: '讨论了章程草案和首批议题。', experts, attendance: '李主任 儿童主任\n王书记，社区书记' });
  return id;
}
