import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';

/**
 * 投入经验: medians over finished tasks and published cases, rule by rule. What serves three rules gives each a third of its cost and all
 * of its time; what nobody wrote a cost for still tells how long it took.
 */
export async function learnEfforts(ctx: Ctx): Promise<number> {
  const { rowCount } = await ctx.db.execute(sql`
    with one as (
      select rule_id, coalesce(spent, cost)::float8 / cardinality(rule_ids) as cost, greatest(done_on - coalesce(started_on, starts_on), 1) / 30.44 as months
      from plan_tasks cross join lateral unnest(rule_ids) as of (rule_id) where state = 'done' and done_on is not null
      union all
      select r.rule_id, (v.content ->> 'cost')::float8 / jsonb_array_length(v.content -> 'ruleIds'), (v.content ->> 'months')::numeric
      from library_case_rules r join library_cases c on c.id = r.case_id and c.is_shown
      join library_case_versions v on v.case_id = c.id and v.version = c.version and jsonb_array_length(v.content -> 'ruleIds') > 0
    ), said as (
      select rule_id, count(*)::int as tasks, count(cost)::int as priced, percentile_cont(0.5) within group (order by cost)::real as cost,
             percentile_cont(0.5) within group (order by months)::real as months
      from one group by rule_id
    ), gone as (delete from rule_efforts e where not exists (select from said s where s.rule_id = e.rule_id))
    insert into rule_efforts (rule_id, tasks, priced, cost, months, learned_at) select rule_id, tasks, priced, cost, months, ${ctx.now.toISOString()} from said
    on conflict (rule_id) do update set tasks = excluded.tasks, priced = excluded.priced, cost = excluded.cost, months = excluded.months, learned_at = excluded.learned_at`);
  return rowCount ?? 0;
}
