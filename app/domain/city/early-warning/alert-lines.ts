import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { alerts } from './tables.server.ts';

const a = alerts;
type Key = { level: unknown; dueOn: unknown; regionCode: unknown; rule: unknown; id: unknown };

/** 轻重缓急: worst level first, then the nearest day, then what belongs together. */
export const urgencyOf = ({ level, dueOn, regionCode, rule, id }: Key): SQL[] => [sql`array_position(array['red', 'orange', 'yellow'], ${level})`, sql`${dueOn}`, sql`${regionCode}`, sql`${rule}`, sql`${id}`];

/** 一行: what is not reported in one district is one line, every other alert is a line of its own. */
export const lineOf = sql`case when ${a.rule} = 'W1' then left(${a.regionCode}, 6) else ${a.id}::text end`;

/**
 * 预警行: the alerts that are asked for, each with how many stand in its line, how many of them have no owner, and the nearest and the
 * oldest of their days; `isMine` where the reader may answer one of them (theirs or nobody's) or judge one (nothing they had in hand). Folded, the most urgent of a line (`nth` 1) stands for all of it.
 */
export function alertLines({ db, actor }: Ctx, where: SQL | undefined, isFolded: boolean) {
  const over = sql`over (partition by ${a.state}, ${a.endedOn}, ${lineOf})`;
  const mine = sql`(${a.state} = 'open' and coalesce(${a.ownerId}, ${actor.id}) = ${actor.id}) or (${a.state} = 'answered' and ${actor.id} <> all(${a.handledBy}))`;
  const sums = isFolded
    ? {
        nth: sql<number>`row_number() over (partition by ${a.state}, ${a.endedOn}, ${lineOf} order by ${sql.join(urgencyOf(a), sql`, `)})`, many: sql<number>`(count(*) ${over})::int`, soonest: sql<string>`min(${a.dueOn}) ${over}`,
        oldest: sql<string | null>`min(${a.ground}->>'dueOn') ${over}`, unowned: sql<number>`(count(*) filter (where ${a.ownerId} is null) ${over})::int`, isMine: sql<boolean>`bool_or(${mine}) ${over}`,
      }
    : { nth: sql<number>`1`, many: sql<number>`1`, soonest: sql<string>`${a.dueOn}`, oldest: sql<string | null>`${a.ground}->>'dueOn'`, unowned: sql<number>`(${a.ownerId} is null)::int`, isMine: sql<boolean>`(${mine})` };
  return db.select({
    countyCode: a.countyCode, id: a.id, regionCode: a.regionCode, indicatorId: a.indicatorId, rule: a.rule, level: a.level, state: a.state, ground: a.ground, dueOn: a.dueOn, raisedOn: a.raisedOn, department: a.department, ownerName: a.ownerName,
    verdict: a.verdict, measureBy: a.measureBy, endedOn: a.endedOn, handledBy: a.handledBy, nth: sums.nth.as('nth'), many: sums.many.as('many'), soonest: sums.soonest.as('soonest'), oldest: sums.oldest.as('oldest'), unowned: sums.unowned.as('unowned'), isMine: sums.isMine.as('is_mine'),
  }).from(a).where(where).as('lines');
}

export type AlertLines = ReturnType<typeof alertLines>;
