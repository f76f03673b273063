import { and, eq, not, sql } from 'drizzle-orm';
import { allow, type Verb } from '#app/domain/base/accounts/access.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { getCall } from '#app/domain/pilot/calls/read.ts';
import { notInvolved } from '#app/domain/pilot/review/involved.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { scoreRuns } from './tables.server.ts';

export type Run = typeof scoreRuns.$inferSelect;

/** The call of a scoring, for those who may do this in all of it and have no part in any of its applications. */
export async function callToScore(ctx: Ctx, callId: string, verb: Verb) {
  const call = await getCall(ctx, callId);
  allow(ctx, verb, call);
  const own = and(eq(applications.callId, callId), not(notInvolved(ctx)));
  const { rows } = await ctx.db.execute<{ yes: boolean }>(sql`select exists (select 1 from ${applications} where ${own}) as yes`);
  if (rows[0]!.yes) throw new Refusal('involved-in-scoring', 403);
  return call;
}

/** 计分 by its id, with its call. */
export async function getRun(ctx: Ctx, id: string, verb: Verb) {
  const [run] = isId(id) ? await ctx.db.select().from(scoreRuns).where(eq(scoreRuns.id, id)) : [];
  if (!run) throw new Refusal('scoring-not-found', 404);
  return { run, call: await callToScore(ctx, run.callId, verb) };
}
