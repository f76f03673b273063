import { sql } from 'drizzle-orm';
import { alerts, alertSteps } from '#app/domain/city/early-warning/tables.server.ts';
import { cityTaskProgress } from '#app/domain/city/city-plans/tables.server.ts';
import { collectionSheets } from '#app/domain/city/collection/tables.server.ts';
import { indicatorValuePasts } from '#app/domain/city/indicators/tables.server.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Frame } from './read.ts';

/** 本周动静的种类. */
export const newsKinds = ['corrected', 'handed-in', 'accepted', 'returned', 'raised', 'rose', 'closed', 'task'] as const;
export type NewsKind = (typeof newsKinds)[number];
export type News = { kind: NewsKind; at: Date; regionCode: string; indicatorId: number | null; subject: string; state: string | null; from: number | null; many: number };
const most = 40;

/** 本周变了什么 in one statement: corrections, sheets, alerts and tasks since a moment, newest first, what one district has not reported in one line; new figures the heat table knows by itself. */
export async function weekOf(ctx: Ctx, { planId, regionCode, regions, known }: Pick<Frame, 'planId' | 'regionCode' | 'regions' | 'known'>, since: Date): Promise<News[]> {
  const codes = [regionCode, ...regions.map(({ code }) => code)];
  const inCounties = sql`county_code = any(${sql.param([...new Set(codes.map(countyCode))])}::int[]) and region_code = any(${sql.param(codes)}::text[])`;
  const ids = sql.param(known.map(({ id }) => id));
  const { rows } = await ctx.db.execute<Omit<News, 'at'> & { at: string }>(sql`
    (select 'corrected' as kind, replaced_at as at, region_code as "regionCode", indicator_id as "indicatorId", reason as subject, null as state, value::float8 as "from", 1 as many from ${indicatorValuePasts}
      where ${inCounties} and replaced_at >= ${since} and indicator_id = any(${ids}::int[]) and breakdown = 0 and reason <> 'formula' order by replaced_at desc limit ${most})
    union all (select case state when 'reported' then 'handed-in' when 'returned' then 'returned' else 'accepted' end, greatest(reported_at, checked_at, accepted_at), region_code, null, department, null, null, 1 from ${collectionSheets}
      where ${inCounties} and state <> 'open' and greatest(reported_at, checked_at, accepted_at) >= ${since} order by 2 desc limit ${most})
    union all (select s.kind, max(s.at), case when a.rule = 'W1' then left(a.region_code, 6) else a.region_code end, max(a.indicator_id), a.rule, null, null, count(distinct a.id)::int from ${alerts} a join ${alertSteps} s on s.county_code = a.county_code and s.alert_id = a.id
      where a.county_code = any(${sql.param([...new Set(codes.map(countyCode))])}::int[]) and a.region_code = any(${sql.param(codes)}::text[]) and s.at >= ${since} and s.kind in ('raised', 'rose', 'closed')
      group by s.kind, a.rule, 3, case when a.rule = 'W1' then null else s.id end order by 2 desc limit ${most})
    union all (select 'task', marked_at, ${regionCode}, null, task_id, state, null, 1 from ${cityTaskProgress} where plan_id = ${planId} and marked_at >= ${since} order by marked_at desc limit ${most})
    order by 2 desc limit ${most}`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
