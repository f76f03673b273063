import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { type ConflictKind, conflictKinds } from './model.ts';

/** Why one expert must stay away from one application. `detail` is a name, a code or the reason given; `conflictId` the stored tie, if it is one. */
export type Tie = { applicationId: string; expertId: string; kind: ConflictKind; detail: string; conflictId: string | null };

/** 应当回避的组合: every tie between these experts and these applications, each once, the weightiest of a pair first. Who may know is for the caller to say. */
export async function conflictsOf(ctx: Ctx, applicationIds: readonly string[], expertIds: readonly string[]): Promise<Tie[]> {
  if (applicationIds.length === 0 || expertIds.length === 0) return [];
  const { rows } = await ctx.db.execute<Tie>(sql`
    select distinct application_id as "applicationId", expert_id as "expertId", kind, detail, conflict_id as "conflictId"
    from conflicts_between(${sql.param(expertIds)}::text[], ${sql.param(applicationIds)}::uuid[])`);
  return rows.toSorted((a, b) => conflictKinds.indexOf(a.kind) - conflictKinds.indexOf(b.kind));
}

/** 应当回避: the weightiest tie of one pair, if there is one. */
export async function findConflict(ctx: Ctx, applicationId: string, expertId: string): Promise<Tie | undefined> {
  const [first] = await conflictsOf(ctx, [applicationId], [expertId]);
  return first;
}
