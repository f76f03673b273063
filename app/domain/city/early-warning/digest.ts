import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { access } from '#app/domain/base/accounts/access.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import { tellEach } from '#app/domain/base/inbox/tell.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { silencePlace } from './silence-place.ts';
import { alerts } from './tables.server.ts';

type Row = { region: string; fresh: number; red: number; waiting: number; late: number; silent: Record<'fresh' | 'red' | 'waiting' | 'late', boolean> };
type Sum = keyof Row['silent'];

/** 每日摘要: whoever answers for a region reads one message on a day on which something there is new or late; nothing on other days. Silence of one place counts once. */
export async function tellDigests(ctx: Ctx): Promise<number> {
  const today = beijingDay(ctx.now);
  const { rows } = await ctx.db.execute<Row>(sql`
    select region, (count(*) filter (where fresh and not silent))::int as fresh, (count(*) filter (where red and not silent))::int as red, (count(*) filter (where waiting and not silent))::int as waiting, (count(*) filter (where late and not silent))::int as late,
           jsonb_build_object('fresh', bool_or(fresh and silent), 'red', bool_or(red and silent), 'waiting', bool_or(waiting and silent), 'late', bool_or(late and silent)) as silent
    from (select ${alerts.regionCode} as region, ${alerts.rule} = 'W1' as silent, ${alerts.raisedOn} = ${today} as fresh, ${alerts.raisedOn} = ${today} and ${alerts.level} = 'red' as red,
                 ${alerts.state} = 'open' as waiting, ${alerts.state} = 'open' and ${alerts.dueOn} < ${today} as late
          from ${alerts} where ${alerts.state} in ('open', 'answered')) waits group by 1`);
  if (!rows.some(({ fresh, late, silent }) => fresh + late > 0 || silent.fresh || silent.late)) return 0;
  const people = await ctx.db.selectDistinct({ userId: roleGrants.userId, regionCode: roleGrants.regionCode }).from(roleGrants).innerJoin(users, eq(users.id, roleGrants.userId))
    .where(and(inArray(roleGrants.role, [...access['warning.answer']]), isNull(users.disabledAt)));
  const name = await placeNames(ctx, people.map(({ regionCode }) => regionCode));
  const tellings = people.flatMap(({ userId, regionCode }) => {
    const here = rows.filter(({ region }) => contains(regionCode, region));
    const sum = (of: Sum) => here.reduce((all, row) => all + row[of], 0) + new Set(here.flatMap(({ region, silent }) => (silent[of] ? [silencePlace(region)] : []))).size;
    if (sum('fresh') + sum('late') === 0) return [];
    return [{ userId, params: { place: name(regionCode), fresh: sum('fresh'), red: sum('red'), waiting: sum('waiting'), late: sum('late') }, link: '/desk/warnings', cause: `digest:${regionCode}:${today}` }];
  });
  return tellEach(ctx, 'warning-digest', tellings);
}
