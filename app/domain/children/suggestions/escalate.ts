import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { tellEach } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { listDays } from '#app/domain/base/calendar/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { inBatches } from '#app/platform/in-batches.ts';
import { clockOf } from './clock.ts';
import { ofMatter, takeStep } from './hold-matter.ts';
import { type Clock, type Level, levels, openStates } from './model.ts';
import { dueOnOf } from './due-on.ts';
import { suggestionMatters } from './tables.server.ts';

type Late = { countyCode: number; id: string; regionCode: string; unit: string; dueOn: string; level: Level | null; levelFor: string | null };

/** 逾期到哪一级, by working days after the limit. */
export function levelAfter(days: number, clock: Pick<Clock, 'streetDays' | 'cityDays'>): Level {
  if (days >= clock.cityDays) return 'city';
  return days >= clock.streetDays ? 'street' : 'place';
}

/** 每天早上看承诺时钟: what is late is told to its place, later to street and district, then to the city; each once for each limit. */
export async function escalateLate(ctx: Ctx): Promise<string> {
  const today = beijingDay(ctx.now);
  const late = (after: string, most: number): Promise<Late[]> =>
    ctx.db
      .select({ countyCode: suggestionMatters.countyCode, id: suggestionMatters.id, regionCode: suggestionMatters.regionCode, unit: regions.name, dueOn: sql<string>`${dueOnOf}`, level: suggestionMatters.level, levelFor: suggestionMatters.levelFor })
      .from(suggestionMatters)
      .innerJoin(regions, eq(regions.code, suggestionMatters.regionCode))
      .where(and(inArray(suggestionMatters.state, [...openStates]), sql`${dueOnOf} < ${today}`, gt(suggestionMatters.id, after)))
      .orderBy(asc(suggestionMatters.id))
      .limit(most);
  let carried = 0;
  for await (const batch of inBatches(late)) {
    for (const matter of batch) carried += await carryUp(ctx, matter, today);
  }
  return String(carried);
}

async function carryUp(ctx: Ctx, matter: Late, today: string): Promise<number> {
  const level = levelAfter(await workdaysAfter(ctx, matter.dueOn, today), await clockOf(ctx, matter.regionCode));
  const reached = matter.levelFor === matter.dueOn && matter.level ? levels.indexOf(matter.level) : -1;
  if (levels.indexOf(level) <= reached) return 0;
  await change(ctx, async (tx) => {
    await tx.db.update(suggestionMatters).set({ level, levelFor: matter.dueOn }).where(ofMatter(matter));
    await takeStep(tx, matter, 'late', { dueOn: matter.dueOn });
    await tx.record('suggestion.late', matter, { level, dueOn: matter.dueOn });
    const people = await peopleAt(tx, matter.regionCode, level);
    const params = { unit: matter.unit, day: matter.dueOn };
    const cause = `late:${matter.id}:${matter.dueOn}:${level}`;
    await tellEach(tx, 'suggestion-late', people.map((userId) => ({ userId, params, link: `/work/${matter.regionCode}/children/suggestions/${matter.id}`, cause })));
  });
  return 1;
}

/** Working days after a limit; a year is as long as for ever. */
async function workdaysAfter(ctx: Ctx, dueOn: string, today: string): Promise<number> {
  const from = addDays(dueOn, 1) < addDays(today, -365) ? addDays(today, -365) : addDays(dueOn, 1);
  return (await listDays(ctx, from, today)).filter(({ isWorkday }) => isWorkday).length;
}

/** Whom a level reaches: the place itself; street and district as well; the city as well. */
function peopleAt(ctx: Ctx, regionCode: string, level: Level): Promise<string[]> {
  const shortest = { place: regionCode.length, street: Math.min(6, regionCode.length), city: Math.min(4, regionCode.length) }[level];
  return whoMay(ctx, 'suggestion.handle', regionCode, shortest);
}
