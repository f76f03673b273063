import { and, eq, gte, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { noticeHolds } from './tables.server.ts';

/** 暂缓确定: the list waits for this from now on. What nobody may know of yet holds it without being counted. */
export async function placeHold(tx: Ctx, noticeId: string, isKnown: boolean): Promise<string> {
  const [row] = await tx.db.insert(noticeHolds).values({ noticeId, isKnown }).returning({ id: noticeHolds.id });
  return row!.id;
}

/** From now on it is counted. */
export async function showHold(tx: Change, id: string): Promise<void> {
  await tx.db.update(noticeHolds).set({ isKnown: true }).where(eq(noticeHolds.id, id));
}

/** 期满放行: the list waits until the end of this day, or waits again without an end. */
export async function endHold(tx: Ctx, id: string | null, until: string | null): Promise<void> {
  if (id) await tx.db.update(noticeHolds).set({ standsUntil: until }).where(eq(noticeHolds.id, id));
}

/** 还在等什么: an answer, or the last day to appeal against one. */
export async function whatHolds(ctx: Ctx, noticeId: string, today: string): Promise<'open' | 'appealable' | undefined> {
  const stands = or(isNull(noticeHolds.standsUntil), gte(noticeHolds.standsUntil, today));
  const [row] = await ctx.db
    .select({ standsUntil: noticeHolds.standsUntil })
    .from(noticeHolds)
    .where(and(eq(noticeHolds.noticeId, noticeId), stands))
    .orderBy(sql`${noticeHolds.standsUntil} nulls first`)
    .limit(1);
  if (!row) return undefined;
  return row.standsUntil ? 'appealable' : 'open';
}

export type HoldCounts = { all: number; open: number; until: string | null };

/** 异议件数 of a notice, as everybody may know them, and the last day for which the list waits: as part of a larger question. */
export function holdsOf(noticeId: PgColumn): SQL<HoldCounts> {
  return sql`(select jsonb_build_object('all', count(*), 'open', count(*) filter (where stands_until is null), 'until', max(stands_until))
    from notice_holds where notice_id = ${noticeId} and is_known)`;
}
