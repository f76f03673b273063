import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { countyCode } from '#app/platform/county-code.ts';

/**
 * 正在评判: which of these experts review, visit or evaluate this community just now and are not done. They do not advise it meanwhile;
 * the other way round the tie that advice leaves keeps them apart.
 */
export async function judgesNow(ctx: Ctx, regionCode: string, expertIds: readonly string[]): Promise<string[]> {
  const ids = sql.param(expertIds);
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select a.expert_id as id from assignments a join applications p on p.id = a.application_id
    where a.expert_id = any(${ids}::text[]) and p.region_code = ${regionCode} and a.set_aside_at is null and (a.state in ('assigned', 'accepted') or (a.state = 'submitted' and p.status in ('complete', 'in-review')))
    union select e.expert_id from visit_experts e join visits v on v.id = e.visit_id
    where e.expert_id = any(${ids}::text[]) and v.region_code = ${regionCode} and e.set_aside_at is null and v.signed_at is null and v.ended_at is null
    union select p.user_id from evaluators p join evaluations e on e.county_code = ${countyCode(regionCode)} and e.id = p.evaluation_id
    where p.user_id = any(${ids}::text[]) and p.region_code = ${regionCode} and p.set_aside_at is null and e.state <> 'concluded'`);
  return rows.map(({ id }) => id);
}
