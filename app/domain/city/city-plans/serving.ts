import { and, ne, sql } from 'drizzle-orm';
import { placeNames } from '#app/domain/base/regions/read.ts';
import type { Frame, Words } from '#app/domain/city/indicators/model.ts';
import { indicatorLinks, indicators, indicatorVersions } from '#app/domain/city/indicators/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Cursor, keyset, pageOf } from '#app/platform/keyset.ts';
import { together } from '#app/platform/together.ts';
import type { PlanState } from './model.ts';
import { cityPlanRevisions, cityPlans } from './tables.server.ts';

type Used = { code: string; planId: string; plan: Words; state: PlanState; isExample: boolean; regionCode: string; action: string; named: Words };
/** 服务的指标 with the actions of published plans that carry it. */
export type Serving = { code: string; zh: string; en: string; uses: (Used & { place: string })[] };
/** 一页: every indicator with those of so many plans; `next` and `previous` where other plans carry one of them too. */
export type ServingPage = { rows: Serving[]; next?: string; previous?: string };

/** 谁在服务: which indicators speak to a rule, an indicator of the outline or a goal area, and which actions of published plans carry them, so many plans at a time, those published last first. */
export async function servingWhat(ctx: Ctx, frame: Frame, target: string, cursor: Cursor = {}, size = 30): Promise<ServingPage> {
  const [l, i, v] = [indicatorLinks, indicators, indicatorVersions];
  const found = await together<{ code: string; zh: string; en: string }>(ctx, sql`
    select jsonb_build_object('code', ${i.code}, 'zh', ${v.definition}->>'zh', 'en', ${v.definition}->>'en') from ${l}
    inner join ${i} on ${i.id} = ${l.indicatorId} inner join ${v} on ${v.indicatorId} = ${i.id} and ${v.version} = ${i.version}
    where ${l.frame} = ${frame} and ${l.target} = ${target} order by ${i.id} limit 200`);
  const plans = await plansWith(ctx, found.map(({ code }) => code), cursor, size);
  const place = await placeNames(ctx, [...new Set(plans.rows.map(({ regionCode }) => regionCode))].filter((code) => code !== '*'));
  const used = plans.rows.flatMap(({ uses, ...plan }) => uses.map((use) => ({ ...use, ...plan, place: plan.regionCode === '*' ? '' : place(plan.regionCode) })));
  return { ...plans, rows: found.map((each) => ({ ...each, uses: used.filter(({ code }) => code === each.code) })) };
}

type Plan = Pick<Used, 'planId' | 'plan' | 'state' | 'isExample' | 'regionCode'> & { uses: Pick<Used, 'code' | 'action' | 'named'>[] };

/** Published plans that carry one of these indicators, watched ones too; plans are opened one by one, the newest first, until a page is full, and whoever carries none takes no place on it. */
async function plansWith(ctx: Ctx, codes: readonly string[], cursor: Cursor, size: number) {
  if (codes.length === 0) return pageOf<Plan>([], cursor, ({ planId }) => planId, size);
  const [p, r] = [cityPlans, cityPlanRevisions];
  const { where, order, limit } = keyset(p.id, cursor, size);
  const carries = sql`${r.content} @> any(${sql.param(codes.map((code) => JSON.stringify({ actions: [{ indicators: [{ code }] }] })))}::jsonb[])`;
  const rows = await together<Plan>(ctx, sql`
    select jsonb_build_object('planId', ${p.id}, 'plan', jsonb_build_object('zh', ${r.zh}, 'en', ${r.en}), 'state', ${p.state}, 'isExample', ${p.isExample}, 'regionCode', ${p.regionCode}, 'uses', (
      select jsonb_agg(jsonb_build_object('code', measured->>'code', 'action', action->>'code', 'named', jsonb_build_object('zh', action->>'zh', 'en', action->>'en')))
      from jsonb_array_elements(${r.content}->'actions') action, jsonb_array_elements(action->'indicators') measured where measured->>'code' = any(${sql.param(codes)}::text[])))
    from ${p} cross join lateral (select * from ${r} where ${r.planId} = ${p.id} and ${r.revision} = ${p.revision} and ${carries} offset 0) ${r} where ${and(ne(p.state, 'draft'), where)} order by ${order} limit ${limit}`);
  return pageOf(rows, cursor, ({ planId }) => planId, size);
}
