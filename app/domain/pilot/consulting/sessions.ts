import { and, asc, count, desc, eq, inArray, type SQL } from 'drizzle-orm';
import { allowAnywhere, may } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { nameIfAny } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { together } from '#app/platform/together.ts';
import type { SessionState } from './model.ts';
import { consultingFindings, consultingSessions, sessionExperts } from './tables.server.ts';
import { allowToSee } from './who-sees.ts';

export type Session = typeof consultingSessions.$inferSelect;
export type SessionExpert = Pick<typeof sessionExperts.$inferSelect, 'expertId' | 'expertName' | 'attended'>;
export type Finding = typeof consultingFindings.$inferSelect;

/** 一次咨询; to whoever may not see it, it does not exist. */
export async function getSession(ctx: Ctx, regionCode: string, id: string): Promise<{ session: Session; experts: SessionExpert[] }> {
  const [session] = isId(id)
    ? await ctx.db.select().from(consultingSessions).where(and(eq(consultingSessions.countyCode, countyCode(regionCode)), eq(consultingSessions.id, id), eq(consultingSessions.regionCode, regionCode)))
    : [];
  const experts = session ? await expertsOf(ctx, session.countyCode, [session.id]) : [];
  const isOurs = may(ctx.actor, 'plan.edit', { regionCode }) || may(ctx.actor, 'advice.arrange', { regionCode });
  const isAdviser = experts.some(({ expertId }) => expertId === ctx.actor.id) && may(ctx.actor, 'advice.give', { regionCode });
  if (!session || (!isOurs && !isAdviser)) throw new Refusal('session-not-found', 404);
  return { session, experts };
}

function expertsOf(ctx: Ctx, county: number, ids: readonly string[]) {
  return ctx.db
    .select({ sessionId: sessionExperts.sessionId, expertId: sessionExperts.expertId, expertName: sessionExperts.expertName, attended: sessionExperts.attended })
    .from(sessionExperts)
    .where(and(eq(sessionExperts.countyCode, county), inArray(sessionExperts.sessionId, [...ids])))
    .orderBy(asc(sessionExperts.expertName));
}

/** 历次咨询 of a community, newest first, with who advised. */
export async function sessionsOf(ctx: Ctx, regionCode: string) {
  await allowToSee(ctx, regionCode);
  const county = countyCode(regionCode);
  const rows = await ctx.db.select().from(consultingSessions).where(and(eq(consultingSessions.countyCode, county), eq(consultingSessions.regionCode, regionCode))).orderBy(desc(consultingSessions.id)).limit(100);
  const people = rows.length === 0 ? [] : await expertsOf(ctx, county, rows.map(({ id }) => id));
  return rows.map((session) => ({ ...session, experts: people.filter(({ sessionId }) => sessionId === session.id) }));
}

/** 发现的问题 of a community, what is open first, by its day; or of one session. */
export async function findingsOf(ctx: Ctx, regionCode: string, sessionId?: string): Promise<Finding[]> {
  if (sessionId) await getSession(ctx, regionCode, sessionId);
  else await allowToSee(ctx, regionCode);
  const county = countyCode(regionCode);
  const rows = await ctx.db
    .select()
    .from(consultingFindings)
    .where(and(eq(consultingFindings.countyCode, county), eq(consultingFindings.regionCode, regionCode), sessionId ? eq(consultingFindings.sessionId, sessionId) : undefined))
    .orderBy(asc(consultingFindings.dueOn), asc(consultingFindings.id))
    .limit(300);
  const order = { open: 0, answered: 1, closed: 2 } as const;
  return rows.toSorted((a, b) => order[a.state] - order[b.state]);
}

const shownTo = (ctx: Ctx) => ({
  id: consultingSessions.id, regionCode: consultingSessions.regionCode, regionName: nameIfAny(ctx), state: consultingSessions.state, topic: consultingSessions.topic,
  mode: consultingSessions.mode, askedAt: consultingSessions.askedAt, startsAt: consultingSessions.startsAt, heldAt: consultingSessions.heldAt,
});

function listed(ctx: Ctx, where: SQL | undefined) {
  return ctx.db.select(shownTo(ctx)).from(consultingSessions).leftJoin(regions, eq(regions.code, consultingSessions.regionCode)).where(where).orderBy(desc(consultingSessions.id)).limit(200);
}

/** 咨询安排 for the office: of its regions, newest first, perhaps in one state. */
export function listSessions(ctx: Ctx, state?: SessionState) {
  allowAnywhere(ctx, 'advice.arrange');
  return listed(ctx, and(within(ctx, 'advice.arrange', consultingSessions.regionCode), state && eq(consultingSessions.state, state)));
}

/** 我的咨询: those an expert advises at, or did; newest first. */
export async function mySessions(ctx: Ctx) {
  allowAnywhere(ctx, 'advice.give');
  const mine = await ctx.db
    .select({ county: sessionExperts.countyCode, id: sessionExperts.sessionId })
    .from(sessionExperts)
    .where(eq(sessionExperts.expertId, ctx.actor.id))
    .orderBy(desc(sessionExperts.sessionId))
    .limit(200);
  if (mine.length === 0) return [];
  return listed(ctx, and(inArray(consultingSessions.countyCode, [...new Set(mine.map(({ county }) => county))]), inArray(consultingSessions.id, mine.map(({ id }) => id))));
}

/** 待安排: how many wishes for advice nobody has answered yet; for the desk's first page. */
export async function countAsked(ctx: Ctx): Promise<number> {
  const [many] = await together<number>(ctx, ctx.db.select({ many: count() }).from(consultingSessions).where(and(eq(consultingSessions.state, 'asked'), within(ctx, 'advice.arrange', consultingSessions.regionCode))));
  return many!;
}
