import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { access } from '#app/domain/base/accounts/access.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import { tellEach } from '#app/domain/base/inbox/tell.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { alerts } from './tables.server.ts';

type Row = { region: string; fresh: number; red: number; waiting: number; late: number };

/** 每日摘要: whoever answers for a region reads one message on a day on which something there is new or late; nothing on other days. */
export async function tellDigests(ctx: Ctx): Promise<number> {
  const today = beijingDay(ctx.now);
  const { rows } = await ctx.db.execute<Row>(sql`
    select ${alerts.regionCode} as region, (count(*) filter (where ${alerts.raisedOn} = ${today}))::int as fresh, (count(*) filter (where ${alerts.raisedOn} = ${today} and ${alerts.level} = 'red'))::int as red,
           (count(*) filter (where ${alerts.state} = 'open'))::int as waiting, (count(*) filter (where ${alerts.state} = 'open' and ${alerts.dueOn} < ${today}))::int as late
    from ${alerts} where ${alerts.state} in ('open', 'answered') group by 1`);
  if (!rows.some(({ fresh, late }) => fresh + late > 0)) return 0;
  const people = await ctx.db.selectDistinct({ userId: roleGrants.userId, regionCode: roleGrants.regionCode }).from(roleGrants).innerJoin(users, eq(users.id, roleGrants.userId))
    .where(and(inArray(roleGrants.role, [...access['warning.answer']]), isNull(users.disabledAt)));
  const name = await placeNames(ctx, people.map(({ regionCode }) => regionCode));
  const tellings = people.flatMap(({ userId, regionCode }) => {
    const here = rows.filter(({ region }) => contains(regionCode, region));
    const sum = (of: keyof Omit<Row, 'region'>) => here.reduce((all, row) => all + row[of], 0);
    if (sum('fresh') + sum('late') === 0) return [];
    return [{ userId, params: { place: name(regionCode), fresh: sum('fresh'), red: sum('red'), waiting: sum('waiting'), late: sum('late') }, link: '/desk/warnings', cause: `digest:${regionCode}:${today}` }];
  });
  return tellEach(ctx, 'warning-digest', tellings);
}
