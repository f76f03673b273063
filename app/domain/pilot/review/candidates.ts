import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { conflictsOf } from '#app/domain/pilot/conflicts/conflicts-of.ts';
import { asked, asSeen, loadFor, readExperts } from '#app/domain/pilot/experts/experts.ts';
import { experts } from '#app/domain/pilot/experts/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { assignments } from './tables.server.ts';

/** 可选专家 for an application that was read: found by name or organisation, the least burdened first, each with the reason why not if there is one. */
export async function candidatesFor(ctx: Ctx, application: { id: string; regionCode: string }, query?: string, round = 1) {
  const { id: applicationId } = application;
  allow(ctx, 'review.assign', application);
  const holds = sql`exists (select from ${roleGrants} held where held.user_id = ${experts.userId} and held.role = 'expert')`;
  const rows = await readExperts(ctx, and(asked({ query }), isNull(users.disabledAt), holds), [asc(loadFor(ctx)), asc(users.name)], 40);
  const ids = rows.map((row) => row.id);
  const ties = await conflictsOf(ctx, [applicationId], ids);
  const known = ids.length === 0 ? [] : await ctx.db
    .select({ expertId: assignments.expertId, state: assignments.state })
    .from(assignments)
    .where(and(eq(assignments.applicationId, applicationId), eq(assignments.round, round), inArray(assignments.expertId, ids)));
  return rows.map((row) => {
    const state = known.find(({ expertId }) => expertId === row.id)?.state;
    const held = state && state !== 'withdrawn' && state !== 'conflict' ? ('already-assigned' as const) : undefined;
    return { ...asSeen(row), whyNot: held ?? ties.find(({ expertId }) => expertId === row.id)?.kind ?? row.reasons[0] ?? null };
  });
}
