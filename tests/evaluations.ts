import type { Db } from '#app/db/db.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import type { Level } from '#app/domain/base/rule-results/model.ts';
import { concludeEvaluation } from '#app/domain/pilot/evaluation/conclude.ts';
import { commentOn, sendForComment } from '#app/domain/pilot/evaluation/hear.ts';
import { SaveDraftInput, StartEvaluationInput } from '#app/domain/pilot/evaluation/input.ts';
import type { EvaluationKind } from '#app/domain/pilot/evaluation/model.ts';
import { getEvaluation } from '#app/domain/pilot/evaluation/read.ts';
import { saveDraft } from '#app/domain/pilot/evaluation/save-draft.ts';
import { startEvaluation } from '#app/domain/pilot/evaluation/start.ts';
import { aUser } from './cycle.ts';
import { anExpert, expert } from './reviews.ts';
import { as, ctxOf, person, today } from './world.ts';

/** A community that nobody of these tests is tied to. */
export const place = '340111400007';
export const office = (db: Db, now: Date = today) => ctxOf(db, person('programme-officer', '*', 'office-one'), now);
export const second = (db: Db, now: Date = today) => ctxOf(db, person('programme-officer', '*', 'office-two'), now);
export const theirs = (db: Db, now: Date = today) => as(db, 'community-worker', place, now);
export const evaluator = (db: Db, now: Date = today) => ({ ...expert(db, 'evaluator'), now });

/** The people of an evaluation: an evaluator, two officers. */
export async function people(db: Db): Promise<void> {
  await anExpert(db, 'evaluator');
  for (const id of ['office-one', 'office-two']) {
    await aUser(db, id);
    await db.insert(roleGrants).values({ userId: id, role: 'programme-officer', regionCode: '*', grantedBy: 'admin', grantedAt: today });
  }
}

/** An evaluation just begun. */
export async function begun(db: Db, kind: EvaluationKind = 'whole', given: Record<string, string> = {}): Promise<string> {
  await people(db);
  return startEvaluation(office(db), StartEvaluationInput.parse({ regionCode: place, kind, year: '2026', evaluatorId: 'evaluator', ...(kind === 'service' ? { subject: '四点半课堂' } : {}), ...given }));
}

/** Saves levels as the page sends them, all items alike but for some. */
export async function judge(db: Db, id: string, level: Level, others: Record<string, Level> = {}, said: Record<string, string> = { summary: '总体较好。' }, by = evaluator(db)): Promise<void> {
  const { content, revision } = await getEvaluation(by, place, id);
  const fields = content.items.flatMap(({ id: item }) => [[`level.${item}`, others[item] ?? level], [`note.${item}`, '']]);
  await saveDraft(by, place, id, SaveDraftInput.parse({ revision, ...said, ...Object.fromEntries(fields) }));
}

export const later = new Date('2026-09-30T02:00:00Z');

/** Drafted, shown, commented or not, and answered. */
export async function heard(db: Db, id: string, comment = ''): Promise<void> {
  await sendForComment(evaluator(db), place, id);
  if (comment === '') return;
  await commentOn(theirs(db), place, id, comment);
  const { revision } = await getEvaluation(evaluator(db), place, id);
  await saveDraft(evaluator(db), place, id, SaveDraftInput.parse({ revision, reply: '已核对。' }));
}

/** Concluded by the second officer, when the days for the comment are over. */
export async function conclude(db: Db, id: string, by = second(db, later)): Promise<string> {
  const { revision } = await getEvaluation(by, place, id);
  return concludeEvaluation(by, place, id, revision);
}
