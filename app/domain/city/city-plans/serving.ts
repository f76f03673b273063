import { sql } from 'drizzle-orm';
import { placeNames } from '#app/domain/base/regions/read.ts';
import type { Frame, Words } from '#app/domain/city/indicators/model.ts';
import { indicatorLinks, indicators, indicatorVersions } from '#app/domain/city/indicators/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { together } from '#app/platform/together.ts';
import type { PlanState } from './model.ts';
import { cityPlanRevisions, cityPlans } from './tables.server.ts';

/** How many published plans are looked through, the newest first. */
export const mostPlans = 100;

type Used = { code: string; planId: string; plan: Words; state: PlanState; isExample: boolean; regionCode: string; action: string; named: Words };
/** 服务的指标 with the actions of published plans that carry it. */
export type Serving = { code: string; zh: string; en: string; uses: (Used & { place: string })[] };

/** 谁在服务: which indicators speak to a rule, an indicator of the outline or a goal area, and which actions of published plans carry them. */
export async function servingWhat(ctx: Ctx, frame: Frame, target: string): Promise<Serving[]> {
  const [l, i, v] = [indicatorLinks, indicators, indicatorVersions];
  const found = await together<{ code: string; zh: string; en: string }>(ctx, sql`
    select jsonb_build_object('code', ${i.code}, 'zh', ${v.definition}->>'zh', 'en', ${v.definition}->>'en') from ${l}
    inner join ${i} on ${i.id} = ${l.indicatorId} inner join ${v} on ${v.indicatorId} = ${i.id} and ${v.version} = ${i.version}
    where ${l.frame} = ${frame} and ${l.target} = ${target} order by ${i.id} limit 200`);
  const used = found.length === 0 ? [] : await usesOf(ctx, found.map(({ code }) => code));
  const place = await placeNames(ctx, [...new Set(used.map(({ regionCode }) => regionCode))].filter((code) => code !== '*'));
  return found.map((each) => ({ ...each, uses: used.filter(({ code }) => code === each.code).map((use) => ({ ...use, place: use.regionCode === '*' ? '' : place(use.regionCode) })) }));
}

function usesOf(ctx: Ctx, codes: string[]): Promise<Used[]> {
  const [p, r] = [cityPlans, cityPlanRevisions];
  return together<Used>(ctx, sql`
    select jsonb_build_object('code', measured->>'code', 'planId', plan.id, 'plan', jsonb_build_object('zh', plan.zh, 'en', plan.en), 'state', plan.state, 'isExample', plan.is_example, 'regionCode', plan.region_code,
      'action', action->>'code', 'named', jsonb_build_object('zh', action->>'zh', 'en', action->>'en'))
    from (
      select ${p.id} as id, ${p.state} as state, ${p.isExample} as is_example, ${p.regionCode} as region_code, ${r.zh} as zh, ${r.en} as en, ${r.content} as content
      from ${p} inner join ${r} on ${r.planId} = ${p.id} and ${r.revision} = ${p.revision} where ${p.state} <> 'draft' order by ${p.id} desc limit ${mostPlans}
    ) plan, jsonb_array_elements(plan.content->'actions') action, jsonb_array_elements(action->'indicators') measured
    where measured->>'code' = any(${sql.param(codes)}::text[]) order by (plan.state = 'closed'), plan.id desc`);
}
