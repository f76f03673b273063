import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { codesOf } from '#app/domain/base/regions/borne-by.ts';
import { levelOf } from '#app/domain/base/regions/model.ts';
import { findRegion } from '#app/domain/base/regions/read.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { presentCode } from '#app/domain/pilot/progress-reports/near-place.ts';
import { change, type Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdEvaluation, rowOf } from './hold.ts';
import type { StartEvaluationInput } from './input.ts';
import { freeOfTies } from './free-of-ties.ts';
import { settingsOn } from './settings.ts';
import { fillVoices } from './take-voices.ts';
import { evaluations, evaluators, reassessments } from './tables.server.ts';

/** 发起评估 of a community and appoint its evaluator; the database refuses one whom a tie keeps away. */
export function startEvaluation(ctx: Ctx, { regionCode: asked, kind, year, subject, evaluatorId }: StartEvaluationInput): Promise<string> {
  return change(ctx, async (tx) => {
    const regionCode = await presentCode(tx, asked);
    allow(tx, 'evaluation.assign', { regionCode });
    if (levelOf(regionCode) < 4 || !(await findRegion(tx, regionCode))) throw new Refusal('community-not-found', 400);
    const evaluatorName = await nameOfEvaluator(tx, regionCode, evaluatorId);
    const settings = await settingsOn(tx, beijingDay(tx.now));
    const editionId = kind === 'whole' || kind === 'desk' ? (await currentEdition(tx)).id : null;
    const [open] = await tx.db
      .select({ id: evaluations.id })
      .from(evaluations)
      .where(and(eq(evaluations.countyCode, countyCode(regionCode)), eq(evaluations.regionCode, regionCode), eq(evaluations.kind, kind), eq(evaluations.subject, subject), ne(evaluations.state, 'concluded')));
    if (open) throw new Refusal('evaluation-open-already');
    const [row] = await tx.db
      .insert(evaluations)
      .values({ countyCode: countyCode(regionCode), regionCode, kind, year, subject, editionId, settings, evaluatorName, startedByName: tx.actor.name, startedAt: tx.now })
      .returning();
    await appoint(tx, row!.id, regionCode, evaluatorId);
    if (kind === 'whole') await tx.db.update(reassessments).set({ state: 'begun', evaluationId: row!.id, updatedAt: tx.now }).where(and(inArray(reassessments.regionCode, await codesOf(tx, regionCode)), eq(reassessments.state, 'due')));
    await tx.record('evaluation.started', { id: row!.id, regionCode }, { kind, year, ...(subject ? { subject } : {}), evaluatorId });
    if (kind === 'whole') await fillVoices(tx, row!);
    return row!.id;
  });
}

/** 换评估人: the one before is set aside; whoever had a part in it once does not come back. */
export function changeEvaluator(ctx: Ctx, code: string, id: string, evaluatorId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const row = await holdEvaluation(tx, code, id);
    allow(tx, 'evaluation.assign', row);
    const evaluatorName = await nameOfEvaluator(tx, row.regionCode, evaluatorId);
    const before = await tx.db.select({ userId: evaluators.userId }).from(evaluators).where(eq(evaluators.evaluationId, id));
    if (before.some(({ userId }) => userId === evaluatorId)) throw new Refusal('evaluator-was-there');
    await tx.db.update(evaluators).set({ setAsideAt: tx.now }).where(and(eq(evaluators.evaluationId, id), isNull(evaluators.setAsideAt)));
    await appoint(tx, id, row.regionCode, evaluatorId);
    await tx.db.update(evaluations).set({ evaluatorName }).where(rowOf(row));
    await tx.record('evaluation.evaluator-changed', { id, regionCode: row.regionCode }, { evaluatorId });
  });
}

async function nameOfEvaluator(tx: Change, regionCode: string, userId: string): Promise<string> {
  if (!(await whoMay(tx, 'evaluation.draft', regionCode)).includes(userId)) throw new Refusal('evaluator-may-not', 400);
  const [person] = await tx.db.select({ name: users.name }).from(users).where(eq(users.id, userId));
  return person!.name;
}

async function appoint(tx: Change, evaluationId: string, regionCode: string, userId: string): Promise<void> {
  await tx.db.insert(evaluators).values({ evaluationId, regionCode, userId, part: 'evaluates', addedBy: tx.actor.id, addedAt: tx.now });
}

/** 可指派的人: those who may evaluate in a place and whom no tie keeps away from it. */
export async function evaluatorsFor(ctx: Ctx, regionCode: string): Promise<{ id: string; name: string }[]> {
  allow(ctx, 'evaluation.assign', { regionCode });
  const ids = await whoMay(ctx, 'evaluation.draft', regionCode);
  return freeOfTies(ctx, ids, regionCode);
}
