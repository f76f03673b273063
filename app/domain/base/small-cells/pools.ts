import { type Block, sumOf } from './model.ts';

/** 单位的一行: what this audience sees of a unit's row (nothing, the whole, or blocks), and its two sides as they are. */
export type UnitRow = { unit: string; blocks: readonly Block[]; sides: readonly [number, number] };

/** 合并小社区: units of one region whose two sides cannot be shown, shown as one. */
export type Pool = { region: string; units: UnitRow[]; sides: [number, number] };

/** Street, county, city, province: how long the codes are of the regions in which units are put together. */
const nearestFirst = [9, 6, 4, 2] as const;

/** 拼池: atoms (units, or pools of a narrower audience) that cannot stand alone are put together in the smallest region in which they can. */
export function poolsOf(atoms: readonly Pool[], least: number): Pool[] {
  const made: Pool[] = [];
  let left = [...atoms];
  for (const digits of nearestFirst) {
    for (const [region, some] of Map.groupBy(left.filter((atom) => atom.region.length >= digits), (atom) => atom.region.slice(0, digits))) {
      const pool = poolOf(region, some, least);
      if (!pool) continue;
      made.push(pool);
      left = left.filter((atom) => !atom.units.every((unit) => pool.units.includes(unit)));
    }
  }
  return made;
}

/**
 * One pool, if both sides hold `least` or more (no unit does so alone, else it would be shown alone) and nothing of one unit
 * follows: those whose whole is hidden together hold `least` or more (so they are two or more), or stay out of it.
 */
export function poolOf(region: string, atoms: readonly Pool[], least: number): Pool | undefined {
  const isHidden = ({ blocks }: UnitRow) => blocks.length === 0;
  const hidden = atoms.flatMap(({ units }) => units.filter(isHidden));
  const isEnough = sumOf(hidden.map(({ sides }) => sumOf(sides))) >= least;
  const units = (isEnough ? atoms : atoms.filter((atom) => !atom.units.some(isHidden))).flatMap((atom) => atom.units);
  const sides: [number, number] = [sumOf(units.map((unit) => unit.sides[0])), sumOf(units.map((unit) => unit.sides[1]))];
  return sides.some((side) => side < least) ? undefined : { region, units, sides };
}
