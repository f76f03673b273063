import { sql } from 'drizzle-orm';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { type Action, isSameForAll, type PlanState, type Wanted, yearsOf } from '#app/domain/city/city-plans/model.ts';
import { cityPlanRevisions, cityPlans, districtTargets } from '#app/domain/city/city-plans/tables.server.ts';
import type { LateSheet } from '#app/domain/city/collection/read.ts';
import { lastDay, yearOf } from '#app/domain/city/indicators/period.ts';
import { indicators, indicatorVersions } from '#app/domain/city/indicators/tables.server.ts';
import { valuesIn, yearIn } from '#app/domain/city/indicators/values.ts';
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
    select p.id as "planId", p.region_code as "regionCode", coalesce((select ${nameIn(ctx)} from ${regions} where code = p.region_code), '') as place, p.state, p.is_example as "isExample",
      r.zh, r.en, r.starts_on::text as "startsOn", r.ends_on::text as "endsOn", r.content->'actions' as actions,
      (select coalesce(json_agg(json_build_object('code', code, 'name', name) order by code), '[]') from (
        select code, ${nameIn(ctx)} as name from ${regions} where parent_code = p.region_code and level <= 4 and ${isShown()}
        union all select code, ${nameIn(ctx)} as name from ${regions} where p.region_code = '*' and parent_code is null and ${isShown()}) as below) as regions,
      (select coalesce(json_agg(json_build_object('regionCode', t.region_code, 'indicatorId', t.indicator_id, 'year', t.year, 'op', t.op, 'value', t.value, 'max', t.max)), '[]') from ${districtTargets} t where t.plan_id = p.id) as own,
      (select coalesce(json_agg(v.definition || jsonb_build_object('id', i.id, 'code', i.code, 'version', i.version) order by i.id), '[]')
        from ${indicators} i join ${indicatorVersions} v on v.indicator_id = i.id and v.version = i.version
        where i.code in (select jsonb_path_query(r.content, '$.actions[*].indicators[*].code') #>> '{}')) as known
    from ${cityPlans} p join ${cityPlanRevisions} r on r.plan_id = p.id and r.revision = p.revision where p.id = ${planId} and p.state <> 'draft'`) : { rows: [] };
  if (!row) throw new Refusal('city-plan-not-found', 404);
  return row;
}

/** What of an overdue sheet tells which figures are missing. */
type Late = Pick<LateSheet, 'regionCode' | 'period' | 'indicatorIds'>;
export type Cells = Record<string, Record<string, HeatCell>>;
export type Heat = Frame & { year: number; today: string; cells: Cells };

/** A figure counts as new for a week; in a plan that is closed none does. */
const newDays = 7;
export const newSince = ({ state }: Pick<Frame, 'state'>, today: string): Date => (state === 'closed' ? new Date(8.64e15) : startOfBeijingDay(addDays(today, -newDays)));
const below = ['district', 'town', 'community'];

/** 本地的值 of the plan's own place: through its years, and three before them for the lines that are drawn. */
export function ownValues(ctx: Ctx, frame: Pick<Frame, 'regionCode' | 'known' | 'startsOn' | 'endsOn'>) {
  const years = yearsOf(frame);
  return valuesIn(ctx, frame.regionCode, frame.known.map(({ id }) => id), years[0]! - 3, years.at(-1)!);
}

/** 行动 × 区县 of a whole plan. */
export async function heatOf(ctx: Ctx, planId: string, year: number): Promise<Heat> {
  const frame = await frameOf(ctx, planId);
  return { ...frame, year, today: beijingDay(ctx.now), cells: await cellsIn(ctx, frame, year) };
}

/**
 * 行动 × 区县: of every action in every region one step below the plan's place its light and figure of a year, in one statement (a second
 * where the year's figures are not complete). Only accepted figures of published plans are in it; what is shown to everybody is looked at for small counts first.
 * Of what is counted and was not divided nothing is asked below, so nothing is read either.
 */
export async function cellsIn(ctx: Ctx, { actions, regions: places, own, known, state }: Pick<Frame, 'actions' | 'regions' | 'own' | 'known' | 'state'>, year: number, late: readonly Late[] = []): Promise<Cells> {
  const today = beijingDay(ctx.now);
  const since = newSince({ state }, today);
  const divided = Map.groupBy(own, ({ indicatorId }) => indicatorId);
  const byCode = new Map(known.map((each) => [each.code, each]));
  const asked = actions.flatMap((action) => action.indicators).flatMap(({ code, targets }) => {
    const { id, unit } = byCode.get(code)!;
    return divided.has(id) || (targets.length > 0 && isSameForAll(unit)) ? [id] : [];
  });
  const told = new Map<number, Map<string, Told>>();
  for (const cell of await yearIn(ctx, places.map(({ code }) => code), [...new Set(asked)], year)) into(told, cell.indicatorId).set(cell.regionCode, cell);
  const overdue = new Map<number, Map<string, number>>();
  for (const { regionCode, period, indicatorIds } of late) if (yearOf(period) === year) for (const id of indicatorIds) into(overdue, id).set(regionCode, period);
  const isAsked = ({ id, level }: Known) => below.includes(level) || divided.has(id) || told.has(id);
  return Object.fromEntries(actions.map((action) => {
    const measures = action.indicators.map((measured) => ({ measured, known: byCode.get(measured.code)! })).filter((each) => isAsked(each.known)).map((each) => {
      const { id } = each.known;
      return { ...each, own: Map.groupBy(divided.get(id) ?? [], ({ regionCode }) => regionCode), told: told.get(id), late: overdue.get(id), shared: targetsBelow([], each.measured, each.known) };
    });
    return [action.code, Object.fromEntries(places.map(({ code }) => {
      const standings = measures.map(({ measured, known: each, ...of }) => {
        const [figure, due, targets] = [of.told?.get(code), of.late?.get(code), of.own.get(code)];
        const standing = standingAt({ known: each, measured, targets: targets ? targetsBelow(targets, measured, each) : of.shared, told: figure, year, today, since });
        return due !== undefined && (!figure || lastDay(figure.period) < lastDay(due)) ? { ...standing, overdue: due } : standing;
      });
      return [code, cellOf(standings, (each) => byCode.get(each)?.kind === 'milestone')];
    }))];
  }));
}

/** The places of one indicator, made when the first is put there. */
function into<T>(byIndicator: Map<number, Map<string, T>>, id: number): Map<string, T> {
  const places = byIndicator.get(id) ?? new Map<string, T>();
  byIndicator.set(id, places);
  return places;
}
