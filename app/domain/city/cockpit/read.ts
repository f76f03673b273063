import { sql } from 'drizzle-orm';
import type { Action, PlanState, Wanted } from '#app/domain/city/city-plans/model.ts';
import { cityPlanRevisions, cityPlans, districtTargets } from '#app/domain/city/city-plans/tables.server.ts';
import { indicators, indicatorVersions } from '#app/domain/city/indicators/tables.server.ts';
import { yearIn } from '#app/domain/city/indicators/values.ts';
import { isShown } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay, startOfBeijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { HeatCell, Known } from './model.ts';
import { cellOf, standingAt, targetsBelow, type Told } from './standing.ts';

export type OwnTarget = Wanted & { regionCode: string; indicatorId: number; year: number };
export type Frame = {
  planId: string; regionCode: string; place: string; state: PlanState; isExample: boolean; zh: string; en: string; startsOn: string; endsOn: string;
  actions: Action[]; regions: { code: string; name: string }[]; own: OwnTarget[]; known: Known[];
};

/** 计划的骨架 in one statement: what was published last, the regions one step below, their own targets, and what its indicators are. */
export async function frameOf(ctx: Ctx, planId: string): Promise<Frame> {
  const { rows: [row] } = isId(planId) ? await ctx.db.execute<Frame>(sql`
    select p.id as "planId", p.region_code as "regionCode", coalesce((select name from ${regions} where code = p.region_code), '') as place, p.state, p.is_example as "isExample",
      r.zh, r.en, r.starts_on::text as "startsOn", r.ends_on::text as "endsOn", r.content->'actions' as actions,
      (select coalesce(json_agg(json_build_object('code', code, 'name', name) order by code), '[]') from ${regions}
        where (case when p.region_code = '*' then parent_code is null else parent_code = p.region_code end) and level <= 4 and ${isShown()}) as regions,
      (select coalesce(json_agg(json_build_object('regionCode', t.region_code, 'indicatorId', t.indicator_id, 'year', t.year, 'op', t.op, 'value', t.value, 'max', t.max)), '[]') from ${districtTargets} t where t.plan_id = p.id) as own,
      (select coalesce(json_agg(v.definition || jsonb_build_object('id', i.id, 'code', i.code) order by i.id), '[]')
        from ${indicators} i join ${indicatorVersions} v on v.indicator_id = i.id and v.version = i.version
        where i.code in (select jsonb_path_query(r.content, '$.actions[*].indicators[*].code') #>> '{}')) as known
    from ${cityPlans} p join ${cityPlanRevisions} r on r.plan_id = p.id and r.revision = p.revision where p.id = ${planId} and p.state <> 'draft'`) : { rows: [] };
  if (!row) throw new Refusal('city-plan-not-found', 404);
  return row;
}

export type Heat = Frame & { year: number; today: string; cells: Record<string, Record<string, HeatCell>> };

/** A figure counts as new for a week. */
export const newDays = 7;
const below = ['district', 'town', 'community'];

/**
 * 行动 × 区县: of every action in every region one step below the plan's place its light and figure of a year, in two statements (a third
 * where the year's figures are not complete). Only accepted figures of published plans are in it; what is shown to everybody is looked at for small counts first.
 */
export async function heatOf(ctx: Ctx, planId: string, year: number): Promise<Heat> {
  const frame = await frameOf(ctx, planId);
  const { own } = frame;
  const today = beijingDay(ctx.now);
  const since = startOfBeijingDay(addDays(today, -newDays));
  const ownBy = Map.groupBy(own, ({ regionCode, indicatorId }) => `${regionCode} ${indicatorId}`);
  const divided = new Set(own.map(({ indicatorId }) => indicatorId));
  const byCode = new Map(frame.known.map((each) => [each.code, each]));
  const asked = frame.actions.flatMap((action) => action.indicators).filter(({ code, targets }) => targets.length > 0 || divided.has(byCode.get(code)?.id ?? 0));
  const told = new Map<string, Told>();
  const seen = new Set<number>();
  for (const cell of await yearIn(ctx, frame.regions.map(({ code }) => code), [...new Set(asked.map(({ code }) => byCode.get(code)!.id))], year)) {
    told.set(`${cell.regionCode} ${cell.indicatorId}`, cell);
    seen.add(cell.indicatorId);
  }
  const isAsked = ({ id, level }: Known) => below.includes(level) || divided.has(id) || seen.has(id);
  const cells = Object.fromEntries(frame.actions.map((action) => {
    const measures = action.indicators.map((measured) => ({ measured, known: byCode.get(measured.code)! })).filter(({ known }) => isAsked(known));
    return [action.code, Object.fromEntries(frame.regions.map(({ code }) => {
      const standings = measures.map(({ measured, known }) => {
        const key = `${code} ${known.id}`;
        return standingAt({ known, measured, targets: targetsBelow(ownBy.get(key) ?? [], measured, known), told: told.get(key), year, today, since });
      });
      return [code, cellOf(standings, (each) => byCode.get(each)?.kind === 'milestone')];
    }))];
  }));
  return { ...frame, year, today, cells };
}
