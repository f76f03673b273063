import type { Light } from '#app/domain/city/early-warning/trajectory.ts';
import type { Definition } from '#app/domain/city/indicators/model.ts';

/** 可选的计划 on one page; the others are found in the list of plans. */
export const mostOffered = 100;

/** 格子的灯: those of a figure, and what is not compared there, or has no line to be held against yet. */
export type CellLight = Light | 'not-due' | 'not-asked';

/** 驾驶舱里的指标: its definition in force, with its number and code. */
export type Known = Definition & { id: number; code: string; version?: number };

/** 一个指标在一地: its figure of the year beside what was to be expected on the day with which its period ends. */
export type Standing = { code: string; light: CellLight; actual: number | null; expected: number | null; percent: number | null; period: number | null; isNew: boolean; overdue?: number; isEstimate?: true };

/** 应报未报: no figure of the year, or a later period that an overdue sheet asks for (`overdue`). */
export const isMissing = ({ light, overdue }: Pick<Standing, 'light' | 'overdue'>): boolean => light === 'no-figure' || (light !== 'not-asked' && overdue !== undefined);

/**
 * 一格: one action in one place. It takes the light of its weakest figure; `reported` of `asked` figures are there, and of
 * milestones `done` of `marks`.
 */
export type HeatCell = { light: CellLight; percent: number | null; weakest: string | null; asked: number; reported: number; done: number; marks: number; isNew: boolean; isEstimate?: true; standings: Standing[] };

/** 进度的深浅: the shades of the heat table; below 85 the shape says it. */
export const shades = ['full', 'near', 'some', 'thin', 'behind', 'far'] as const;
export type Shade = (typeof shades)[number];

export function shadeOf(percent: number): Shade {
  if (percent >= 100) return 'full';
  if (percent >= 95) return 'near';
  if (percent >= 90) return 'some';
  if (percent >= 85) return 'thin';
  return percent >= 70 ? 'behind' : 'far';
}

/** 排最前的最弱: what is far behind before what is behind, and so on; what is not asked comes last. */
const order: Record<CellLight, number> = { 'far-behind': 0, behind: 1, 'on-path': 2, reached: 3, 'no-figure': 4, 'not-due': 5, 'not-asked': 6 };
export const weaker = (one: CellLight, other: CellLight): number => order[one] - order[other];

/** 落后: behind its path, near or far. */
export const isBehind = (light: CellLight): boolean => light === 'behind' || light === 'far-behind';

/** 数一数: kept, under way, behind, without a figure, not due yet, nothing asked, and what small counts would give away. */
export type Kept = { all: number; done: number; going: number; behind: number; missing: number; later: number; rest: number; hidden: number };

export function keptOf(lights: readonly (CellLight | 'hidden')[]): Kept {
  const many = (...of: readonly (CellLight | 'hidden')[]) => lights.filter((each) => of.includes(each)).length;
  return { all: lights.length, done: many('reached'), going: many('on-path'), behind: many('behind', 'far-behind'), missing: many('no-figure'), later: many('not-due'), rest: many('not-asked'), hidden: many('hidden') };
}

/** 一格的深浅: by its figure, else by its light. */
export function shadeOfCell({ light, percent }: Pick<HeatCell, 'light' | 'percent'>): Shade {
  return percent === null ? (light === 'far-behind' ? 'far' : light === 'behind' ? 'behind' : 'full') : shadeOf(percent);
}

/** 一地合成一块: its weakest cell, how many actions are behind, and how many figures were not reported; silence outweighs whatever is not behind. */
export function placeSum(cells: readonly HeatCell[]) {
  const asked = cells.filter(({ light }) => light !== 'not-asked');
  const depth = (cell: HeatCell) => (isBehind(cell.light) ? shades.indexOf(shadeOfCell(cell)) : -1);
  const weakest = asked.toSorted((one, other) => depth(other) - depth(one) || weaker(one.light, other.light))[0];
  const missing = asked.flatMap(({ standings }) => standings).filter(isMissing).length;
  const light: CellLight = !weakest ? 'not-asked' : missing > 0 && !isBehind(weakest.light) ? 'no-figure' : weakest.light;
  return {
    light, percent: light === weakest?.light ? weakest.percent : null, missing, behind: asked.filter((cell) => isBehind(cell.light)).length, far: asked.filter((cell) => cell.light === 'far-behind').length,
    asked: asked.reduce((sum, cell) => sum + cell.asked, 0), reported: asked.reduce((sum, cell) => sum + cell.reported, 0),
  };
}
