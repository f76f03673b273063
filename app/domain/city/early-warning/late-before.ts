import { and, eq, lt } from 'drizzle-orm';
import { inside } from '#app/domain/base/regions/inside.ts';
import { itemsOf } from '#app/domain/city/collection/cells.ts';
import { collectionSheets } from '#app/domain/city/collection/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay, daysBetween } from '#app/platform/dates.ts';
import { alertLevels, type Settings } from './model.ts';
import type { Episode } from './rehearse.ts';
import { levelWhere } from './weigh.ts';

/** 过去迟报的表: what a version of W1 would have said of sheets that came late or never came; that they did is a fact, so each is real. */
export async function lateBefore(ctx: Ctx, slice: string, settings: Settings, today: string): Promise<Episode[]> {
  const s = collectionSheets;
  const sheets = await ctx.db.select({ roundId: s.roundId, level: s.level, department: s.department, dueOn: s.dueOn, reportedAt: s.reportedAt }).from(s).where(and(lt(s.dueOn, today), slice === '*' ? eq(s.regionCode, slice) : inside(s.regionCode, slice))).limit(20_000);
  const asked = await itemsOf(ctx, sheets.map(({ roundId }) => roundId));
  const mildest = Math.min(...alertLevels.flatMap((each) => settings.levels[each] ?? []));
  return sheets.flatMap(({ dueOn, reportedAt, ...sheet }) => {
    const daysLate = daysBetween(dueOn, reportedAt ? beijingDay(reportedAt) : today);
    const level = levelWhere(settings, (days) => daysLate >= days);
    return level ? asked(sheet).map((): Episode => ({ raisedOn: addDays(dueOn, mildest), level, verdict: 'real', daysEarly: null })) : [];
  });
}
