import { and, eq } from 'drizzle-orm';
import { allow, may } from '#app/domain/base/accounts/access.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { consultingSessions, sessionExperts } from './tables.server.ts';

/** 谁能看: a community's own people, the office, and experts whom the office has asked to advise this very community. */
export async function allowToSee(ctx: Ctx, regionCode: string): Promise<void> {
  if (may(ctx.actor, 'plan.edit', { regionCode }) || may(ctx.actor, 'advice.arrange', { regionCode })) return;
  if (may(ctx.actor, 'advice.give', { regionCode }) && (await advises(ctx, regionCode))) return;
  allow(ctx, 'plan.edit', { regionCode });
}

async function advises(ctx: Ctx, regionCode: string): Promise<boolean> {
  const county = countyCode(regionCode);
  const [row] = await ctx.db
    .select({ id: consultingSessions.id })
    .from(sessionExperts)
    .innerJoin(consultingSessions, and(eq(consultingSessions.countyCode, sessionExperts.countyCode), eq(consultingSessions.id, sessionExperts.sessionId)))
    .where(and(eq(sessionExperts.countyCode, county), eq(sessionExperts.expertId, ctx.actor.id), eq(consultingSessions.regionCode, regionCode)))
    .limit(1);
  return row !== undefined;
}
