import { and, eq, inArray, isNull } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import { codesOf } from '#app/domain/base/regions/borne-by.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { evaluations, evaluators } from './tables.server.ts';

export type Evaluation = typeof evaluations.$inferSelect;

async function readRow(ctx: Ctx, code: string, id: string, isHeld: boolean): Promise<Evaluation | undefined> {
  if (!isRegionCode(code) || !isId(id)) return undefined;
  const codes = await codesOf(ctx, code);
  const asked = ctx.db.select().from(evaluations).where(and(inArray(evaluations.countyCode, codes.map(countyCode)), eq(evaluations.id, id), inArray(evaluations.regionCode, codes)));
  const [row] = await (isHeld ? asked.for('update') : asked);
  return row;
}

/** 评估人 of an evaluation, who was not set aside. */
export async function evaluatorOf(ctx: Ctx, id: string): Promise<string | undefined> {
  const [row] = await ctx.db.select({ userId: evaluators.userId }).from(evaluators).where(and(eq(evaluators.evaluationId, id), eq(evaluators.part, 'evaluates'), isNull(evaluators.setAsideAt)));
  return row?.userId;
}

/** 看得到的评估: for its evaluator, for the office; for the community once it is shown to it; for everybody else it does not exist. */
export async function findEvaluation(ctx: Ctx, code: string, id: string): Promise<Evaluation & { evaluatorId: string | undefined }> {
  const row = await readRow(ctx, code, id, false);
  const evaluatorId = row && (await evaluatorOf(ctx, row.id));
  const isShown = row && (may(ctx.actor, 'evaluation.assign', row) || (evaluatorId === ctx.actor.id && ctx.actor.id !== '') || (row.state !== 'drafting' && may(ctx.actor, 'evaluation.comment', row)));
  if (!row || !isShown) throw new Refusal('evaluation-not-found', 404);
  return { ...row, evaluatorId };
}

/** 锁住评估 for a change; who may is asked by the verb. One that is concluded no longer lets itself be locked (policy). */
export async function holdEvaluation(tx: Change, code: string, id: string): Promise<Evaluation> {
  const row = await readRow(tx, code, id, true);
  if (row) return row;
  throw (await readRow(tx, code, id, false)) ? new Refusal('evaluation-concluded') : new Refusal('evaluation-not-found', 404);
}

/** 须是评估人: whoever drafts it, and nobody else. */
export async function onlyEvaluator(tx: Change, row: Evaluation): Promise<void> {
  if (tx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  if (!may(tx.actor, 'evaluation.draft', row)) throw new Refusal('not-allowed', 403);
  if ((await evaluatorOf(tx, row.id)) !== tx.actor.id) throw new Refusal('evaluation-not-yours', 403);
}

/** The row of an evaluation, for an update. */
export const rowOf = ({ countyCode: county, id }: Pick<Evaluation, 'countyCode' | 'id'>) => and(eq(evaluations.countyCode, county), eq(evaluations.id, id));
