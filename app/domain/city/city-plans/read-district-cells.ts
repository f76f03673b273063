import type { Definition, Operator } from '#app/domain/city/indicators/model.ts';
import { halfWidth, isTorn, readNumber } from '#app/domain/city/indicators/read-number.ts';
import type { Measured, PlanContent, Wanted } from './model.ts';

/** 一格: what somebody wrote for one district, indicator and year. */
export type DistrictCell = { regionCode: string; code: string; year: number; said: string };
export type CellProblem = { cell: DistrictCell; code: string };
export type Divided = { plan: { content: PlanContent; years: readonly number[] }; districts: readonly { code: string }[]; definitions: ReadonlyMap<string, Pick<Definition, 'unit' | 'kind' | 'least' | 'most'>> };

/** 可分解的指标: those with a number for a target; what is done once is asked of everybody alike. */
export function divisible(content: PlanContent, definitions: Divided['definitions']): Measured[] {
  return content.actions.flatMap(({ indicators }) => indicators).filter(({ code, targets }) => targets.length > 0 && definitions.get(code)?.kind === 'numeric');
}

/** 怎么比: as the city's target of that year, or of the next year that has one, or of its last. */
export function comparedBy({ targets }: Pick<Measured, 'targets'>, year: number): Operator {
  const inOrder = targets.toSorted((one, other) => one.year - other.year);
  return (inOrder.find((target) => target.year >= year) ?? inOrder.at(-1)!).op;
}

/** 读各格: targets of districts as they were typed or pasted; an empty one is none of its own. */
export function readDistrictCells({ plan, districts, definitions }: Divided, cells: readonly DistrictCell[]): { read: (Omit<DistrictCell, 'said'> & { to: Wanted | null })[]; problems: CellProblem[] } {
  const measured = new Map(divisible(plan.content, definitions).map((each) => [each.code, each]));
  const known = new Set(districts.map((each) => each.code));
  const [seen, problems, read] = [new Set<string>(), [] as CellProblem[], [] as ReturnType<typeof readDistrictCells>['read']];
  for (const cell of cells) {
    const { regionCode, code, year, said } = cell;
    const found = measured.get(code);
    const key = `${regionCode} ${code} ${year}`;
    const to = !found ? 'district-indicator' : readWanted(said, definitions.get(code)!, comparedBy(found, year));
    const wrong = !known.has(regionCode) ? 'district-not-found' : !plan.years.includes(year) ? 'plan-year-outside' : seen.has(key) ? 'district-cell-twice' : typeof to === 'string' ? to : undefined;
    seen.add(key);
    if (wrong) problems.push({ cell, code: wrong });
    else read.push({ regionCode, code, year, to: to as Wanted | null });
  }
  return { read, problems };
}

/** One cell: a number of the unit, for a range two of them. */
function readWanted(said: string, definition: Pick<Definition, 'unit' | 'least' | 'most'>, op: Operator): Wanted | null | string {
  if (isTorn(said)) return 'number-blanks';
  const plain = halfWidth(said).replace(/^(>=|<=|≥|≤|>|=)/, '');
  const parts = op === 'range' ? (/^(\d+(?:\.\d+)?%?)(?:-|~|–|至)(\d+(?:\.\d+)?%?)$/.exec(plain)?.slice(1) ?? [plain]) : [plain];
  const values: number[] = [];
  for (const part of parts) {
    const one = readNumber(part, definition.unit);
    if ('problem' in one) return one.problem;
    if (one.value === null) return parts.length === 1 ? null : 'number-unreadable';
    if (one.value < (definition.least ?? 0) || (definition.most !== null && one.value > definition.most)) return 'value-out-of-bounds';
    values.push(one.value);
  }
  if (op !== 'range') return { op, value: values[0]!, max: null };
  return values.length === 2 && values[0]! < values[1]! ? { op, value: values[0]!, max: values[1]! } : 'district-range';
}
