import { sql } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import type { Indicator } from './read.ts';
import { restate } from './restate.ts';
import { rollUpRule } from './roll-up-rule.ts';

/** 补报后的重述: a unit that ended told late: where it went whole into another with others, what they became is stated anew once all of them have told; part of another change. */
export async function restateLate(tx: Change, from: string, indicators: readonly Indicator[]): Promise<void> {
  const { rows } = await tx.db.execute<{ to: string; from: string[] }>(sql`
    with own as (select present_code, ended_at from region_lineage where old_code = ${from} and is_principal and not is_reused order by ended_at desc limit 1),
    edges as (
      select l.old_code, l.present_code, (select count(*) from region_lineage w where w.old_code = l.old_code and w.ended_at = l.ended_at) as ways
      from own join region_lineage l on l.present_code = own.present_code and l.ended_at = own.ended_at)
    select present_code as "to", array_agg(old_code order by old_code) as "from" from edges group by present_code having count(*) > 1 and max(ways) = 1`);
  const rules = Map.groupBy(new Map(indicators.map((each) => [each.id, each])).values(), rollUpRule);
  for (const { to, from: all } of rows) for (const rule of ['sum', 'share'] as const) await restate(tx, { from: all, to, rule, indicators: rules.get(rule) ?? [] });
}
