import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { inside } from '#app/domain/base/regions/inside.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { alertLines, urgencyOf } from './alert-lines.ts';
import { alerts } from './tables.server.ts';

export type Alert = Pick<typeof alerts.$inferSelect, 'id' | 'regionCode' | 'indicatorId' | 'rule' | 'level' | 'state' | 'ground' | 'dueOn' | 'department' | 'ownerName'> & {
  /** How many stand in its line, where they are silent together, and the day the oldest was due. */
  many: number; oldest: string | null;
};
/** 数一数 of lines, of which silence of one place is one: all that are not over, those that wait for an answer, and of these the red ones, those due on the day and those past it. */
export type AlertSums = { all: number; open: number; red: number; today: number; late: number };
export type OpenAlerts = { alerts: Alert[]; sums: AlertSums };

const nothing: AlertSums = { all: 0, open: 0, red: 0, today: 0, late: 0 };

/** `forMe`: only what the reader may do something about, what is past its day first. */
type Asked = { today: string; size: number; forMe?: boolean; department?: { id: string; indicatorIds: readonly number[] } | undefined };

/**
 * 未办结的预警 of a region and whatever lies below it, or of one department in it, worst first: the first of them, and how many there
 * are in all; whoever shows them asks for the right first. What names no department is the one's who leads its indicators.
 */
export async function openAlerts(ctx: Ctx, regionCode: string, { today, size, forMe = false, department }: Asked): Promise<OpenAlerts> {
  const a = alerts;
  const many = (which: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${which}) over ())::int`;
  const mine = department && or(eq(a.department, department.id), and(eq(a.department, ''), inArray(a.indicatorId, department.indicatorIds.length > 0 ? [...department.indicatorIds] : [-1])));
  const lines = alertLines(ctx, and(inArray(a.state, ['open', 'answered']), inside(a.regionCode, regionCode), mine), true);
  const isOpen = sql`${lines.state} = 'open'`;
  const first = forMe ? [desc(lines.isMine), desc(sql`${isOpen} and ${lines.soonest} < ${today}`)] : [];
  const rows = await ctx.db.select({
    id: lines.id, regionCode: lines.regionCode, indicatorId: lines.indicatorId, rule: lines.rule, level: lines.level, state: lines.state, ground: lines.ground, dueOn: lines.soonest, department: lines.department, ownerName: lines.ownerName, isMine: lines.isMine, lineSize: lines.many, oldest: lines.oldest,
    all: many(sql`true`), open: many(isOpen), red: many(sql`${isOpen} and ${lines.level} = 'red'`), onDay: many(sql`${isOpen} and ${lines.soonest} = ${today}`), late: many(sql`${isOpen} and ${lines.soonest} < ${today}`),
  }).from(lines).where(eq(lines.nth, 1)).orderBy(...first, ...urgencyOf(lines).slice(0, 2).map((each) => asc(each)), desc(lines.id)).limit(size);
  const [any] = rows;
  return {
    alerts: rows.filter(({ isMine }) => isMine || !forMe).map(({ isMine: _mine, all: _all, open: _open, red: _red, onDay: _onDay, late: _late, lineSize, ...alert }) => ({ ...alert, many: lineSize })),
    sums: any ? { all: any.all, open: any.open, red: any.red, today: any.onDay, late: any.late } : nothing,
  };
}
