import { desc, eq } from 'drizzle-orm';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { districtsOf, ownTargets } from './district-targets.ts';
import { dividedState } from './divided-state.ts';
import { type DistrictChange, isSameForAll, yearsOf } from './model.ts';
import { type DistrictCell, divisible, readDistrictCells } from './read-district-cells.ts';
import { planAtDesk } from './read.ts';
import { readPastedTargets } from './read-pasted-targets.ts';
import { districtTargetVersions } from './tables.server.ts';

/** 目标分解 at the desk: the indicators that can be divided, the districts, what each has, and every saving so far. */
export async function dividedAtDesk(ctx: Ctx, id: string) {
  const { plan, place } = await planAtDesk(ctx, id);
  const known = await indicatorsByCode(ctx, plan.content.actions.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
  const definitions = new Map([...known].map(([code, { definition }]) => [code, definition]));
  const can = new Set(divisible(plan.content, definitions).map(({ code }) => code));
  const own = await ownTargets(ctx, id);
  const districts = await districtsOf(ctx, plan.regionCode);
  const v = districtTargetVersions;
  const versions = await ctx.db.select({ version: v.version, reason: v.reason, changes: v.changes, madeAt: v.madeAt, madeByName: v.madeByName }).from(v).where(eq(v.planId, id)).orderBy(desc(v.version)).limit(50);
  return {
    plan: { id: plan.id, zh: plan.zh, en: plan.en, regionCode: plan.regionCode, place, isClosed: plan.state === 'closed' }, content: plan.content, years: yearsOf(plan), districts, versions, version: versions[0]?.version ?? 0, definitions,
    actions: plan.content.actions.map(({ code, zh, en, indicators }) => ({
      code, zh, en, indicators: indicators.filter((each) => can.has(each.code)).map((each) => {
        const { id: indicatorId, definition } = known.get(each.code)!;
        const cells = own.filter((target) => target.indicatorId === indicatorId).map(({ regionCode, year, op, value, max }) => ({ regionCode, year, op, value, max }));
        return { code: each.code, zh: definition.zh, en: definition.en, unit: definition.unit, isShared: isSameForAll(definition.unit), targets: each.targets, cells, districts: new Set(cells.map(({ regionCode }) => regionCode)).size };
      }),
    })).filter(({ indicators }) => indicators.length > 0).map((action) => ({ ...action, state: dividedState(action.indicators, districts.length) })),
  };
}

export type DividedAtDesk = Awaited<ReturnType<typeof dividedAtDesk>>;

/** Nobody puts more right in one go. */
const mostShown = 100;

/** 预览贴入的表: what it would change, and every mistake by line and column; nothing is saved. */
export function previewPasted(desk: DividedAtDesk, text: string, chosen: string | null) {
  const indicators = desk.actions.flatMap((action) => action.indicators);
  const pasted = readPastedTargets(text, { districts: desk.districts, indicators }, chosen);
  const { read, problems } = readDistrictCells({ plan: { content: desk.content, years: desk.years }, districts: desk.districts, definitions: desk.definitions }, pasted.cells);
  const standing = new Map(indicators.flatMap((each) => each.cells.map((cell) => [`${each.code} ${cell.regionCode} ${cell.year}`, cell] as const)));
  const changes = read.flatMap(({ regionCode, code, year, to }): DistrictChange[] => {
    const held = standing.get(`${code} ${regionCode} ${year}`);
    const from = held ? { op: held.op, value: held.value, max: held.max } : null;
    return from?.value === to?.value && from?.max === to?.max ? [] : [{ regionCode, code, year, from, to }];
  });
  const lineOf = new Map<DistrictCell, number>(pasted.cells.map((cell) => [cell, cell.line]));
  const all = [...pasted.problems, ...problems.map(({ cell, code }) => ({ line: lineOf.get(cell) ?? 0, column: String(cell.year), said: cell.said.slice(0, 40), code }))];
  return { cells: pasted.cells.map(({ line: _, ...cell }) => cell), changes, problems: all.slice(0, mostShown), many: all.length };
}
