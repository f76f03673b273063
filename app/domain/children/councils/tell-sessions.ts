import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { mayUse } from '#app/domain/children/identity/consents.ts';
import { guardiansOf } from '#app/domain/children/identity/guardians-of.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { find } from './find.ts';
import { councilMembers, councils, councilSessions } from './tables.server.ts';

const kinds = { 'council.session-called': 'council-session', 'council.session-moved': 'council-session-moved', 'council.session-cancelled': 'council-session-cancelled' } as const;
export type SessionNews = keyof typeof kinds;

/** 告诉监护人 when their child's council meets: to the guardian's own inbox; no child is named. */
export async function tellGuardians(ctx: Ctx, sessionId: string, news: SessionNews, recordId: string): Promise<string> {
  const session = await find(ctx, 'session', sessionId);
  const council = await find(ctx, 'council', session.councilId);
  const seats = await ctx.db.select({ childId: councilMembers.childId }).from(councilMembers)
    .where(and(eq(councilMembers.countyCode, session.countyCode), eq(councilMembers.termId, session.termId), isNull(councilMembers.endedOn), isNotNull(councilMembers.childId), mayUse(councilMembers.childId, 'participation')));
  const people = await guardiansOf(ctx, seats.map(({ childId }) => childId!));
  return String(await tell(ctx, people, kinds[news], { council: council.name, day: beijingDay(session.startsAt), time: beijingTime(session.startsAt).slice(11, 16), place: session.place }, '/family', recordId));
}

/** 我的下次会 of a child's own seats: the nearest that is called or running; nothing for whoever has no seat. */
export async function nextOfMine(ctx: Ctx): Promise<{ id: string; council: string; startsAt: Date; place: string } | undefined> {
  const childId = ctx.child?.childId;
  if (!childId) return undefined;
  const [next] = await ctx.db.select({ id: councilSessions.id, council: councils.name, startsAt: councilSessions.startsAt, place: councilSessions.place }).from(councilMembers)
    .innerJoin(councilSessions, and(eq(councilSessions.countyCode, councilMembers.countyCode), eq(councilSessions.termId, councilMembers.termId)))
    .innerJoin(councils, and(eq(councils.countyCode, councilMembers.countyCode), eq(councils.id, councilMembers.councilId)))
    .where(and(
      eq(councilMembers.childId, childId), isNull(councilMembers.endedOn), inArray(councilSessions.state, ['called', 'running']),
      sql`${councilSessions.startsAt} > ${ctx.now.toISOString()}::timestamptz - interval '6 hours'`,
    ))
    .orderBy(councilSessions.startsAt)
    .limit(1);
  return next;
}
