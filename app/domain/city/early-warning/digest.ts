import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { access } from '#app/domain/base/accounts/access.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { contains, lengthBelow } from '#app/domain/base/regions/model.ts';
import { tellEach } from '#app/domain/base/inbox/tell.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { silencePlace } from './silence-place.ts';
import { alerts } from './tables.server.ts';
import { withoutOwn } from './within-own.ts';

type Sum = 'fresh' | 'red' | 'waiting' | 'late';
type Row = { region: string; owner: string | null; silent: Record<Sum, boolean> } & Record<Sum, number>;
/** So many places below are named: where to look first. */
const mostPlaces = 3;

/** 每日摘要: whoever answers for a region reads one message on a day on which something there is new or late; nothing on other days. Silence of one place counts once. */
export async function tellDigests(ctx: Ctx): Promise<number> {
  const today = beijingDay(ctx.now);
  const { rows } = await ctx.db.execute<Row>(sql`
    select region, owner, (count(*) filter (where fresh and not silent))::int as fresh, (count(*) filter (where red and not silent))::int as red, (count(*) filter (where waiting and not silent))::int as waiting, (count(*) filter (where late and not silent))::int as late,
           jsonb_build_object('fresh', bool_or(fresh and silent), 'red', bool_or(red and silent), 'waiting', bool_or(waiting and silent), 'late', bool_or(late and silent)) as silent
    from (select ${alerts.regionCode} as region, ${alerts.ownerId} as owner, ${alerts.rule} = 'W1' as silent, ${alerts.raisedOn} = ${today} as fresh, ${alerts.raisedOn} = ${today} and ${alerts.level} = 'red' as red,
                 ${alerts.state} = 'open' as waiting, ${alerts.state} = 'open' and ${alerts.dueOn} < ${today} as late
          from ${alerts} where ${alerts.state} in ('open', 'answered')) waits group by 1, 2`);
  if (!rows.some(({ fresh, late, silent }) => fresh + late > 0 || silent.fresh || silent.late)) return 0;
  const people = await ctx.db.selectDistinct({ userId: roleGrants.userId, regionCode: roleGrants.regionCode }).from(roleGrants).innerJoin(users, eq(users.id, roleGrants.userId))
    .where(and(inArray(roleGrants.role, [...access['warning.answer']]), isNull(users.disabledAt)));
  const heard = new Map([...new Set(people.map(({ regionCode }) => regionCode))].flatMap((code) => {
    const here = rows.filter(({ region }) => contains(code, region));
    return sumOf(here, 'fresh') + sumOf(here, 'late') === 0 ? [] : [[code, { here, busiest: busiestBelow(code, here) }] as const];
  }));
  const name = await placeNames(ctx, [...heard].flatMap(([code, { busiest }]) => [code, ...busiest.map(({ place }) => place)]));
  const tellings = people.flatMap(({ userId, regionCode }) => {
    const found = heard.get(regionCode);
    if (!found) return [];
    const { here, busiest } = found;
    const first = busiest.map(({ place, waiting }) => `${withoutOwn(name(place), name(regionCode))} ${waiting}`).join('、');
    const sums = { fresh: sumOf(here, 'fresh'), red: sumOf(here, 'red'), waiting: sumOf(here, 'waiting'), late: sumOf(here, 'late'), mine: sumOf(here.filter(({ owner }) => owner === userId), 'waiting') };
    return [{ userId, params: { place: name(regionCode), ...sums, first }, link: '/desk/warnings', cause: `digest:${regionCode}:${today}` }];
  });
  return tellEach(ctx, 'warning-digest', tellings);
}

const sumOf = (here: readonly Row[], of: Sum) => here.reduce((all, row) => all + row[of], 0) + new Set(here.flatMap(({ region, silent }) => (silent[of] ? [silencePlace(region)] : []))).size;

/** 先看哪里: the places right below a region with most that is late, then with most that waits. */
function busiestBelow(regionCode: string, here: readonly Row[]): { place: string; waiting: number }[] {
  const length = lengthBelow(regionCode);
  const below = here.filter(({ region }) => length !== undefined && region !== '*' && region.length >= length);
  return [...Map.groupBy(below, ({ region }) => region.slice(0, length))].map(([place, rows]) => ({ place, late: sumOf(rows, 'late'), waiting: sumOf(rows, 'waiting') }))
    .filter(({ waiting }) => waiting > 0).toSorted((one, other) => other.late - one.late || other.waiting - one.waiting || (one.place < other.place ? -1 : 1)).slice(0, mostPlaces);
}
