import { sql } from 'drizzle-orm';
import { type ConflictKind, conflictKinds, conflictRefusals } from '#app/domain/pilot/conflicts/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** 应当回避的到访: what keeps these experts from these communities, the weightiest first. Who may know is for the caller to say. */
export async function visitTies(ctx: Ctx, expertIds: readonly string[], codes: readonly string[]): Promise<{ expertId: string; code: string; kind: ConflictKind; detail: string }[]> {
  if (expertIds.length === 0 || codes.length === 0) return [];
  const { rows } = await ctx.db.execute<{ expertId: string; code: string; kind: ConflictKind; detail: string }>(sql`
    select distinct expert_id as "expertId", region_code as code, kind, detail from visit_ties(${sql.param(expertIds)}::text[], ${sql.param(codes)}::text[])`);
  return rows.toSorted((a, b) => conflictKinds.indexOf(a.kind) - conflictKinds.indexOf(b.kind));
}

export async function refuseTied(ctx: Ctx, expertId: string, code: string): Promise<void> {
  const [tie] = await visitTies(ctx, [expertId], [code]);
  if (tie) throw new Refusal(conflictRefusals[tie.kind]);
}
