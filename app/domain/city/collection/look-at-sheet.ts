import { yearOf } from '#app/domain/city/indicators/period.ts';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Cell, cellsOf } from './cells.ts';
import { checkSheet, type Fault, standing } from './check-sheet.ts';
import type { Sheet } from './hold-sheet.ts';
import { type Known, standingOf } from './known-cells.ts';
import { keyOf, minutesFor } from './model.ts';
import { neighboursOf } from './neighbours-of.ts';
import { entriesOf, type Entry } from './save-entries.ts';

export type Looked = Cell & { entry: Entry | undefined; known: Known | undefined; isElsewhere: boolean; past: number[]; faults: Fault[] };
type LookedSheet = { cells: Looked[]; asked: Looked[]; faults: Fault[]; lacking: Fault[]; minutes: number };

/** 看一张表 with all its cells: what is asked, what is known and not asked, and what is wrong with what was typed. */
export async function lookAtSheet(ctx: Ctx | Change, sheet: Sheet): Promise<LookedSheet> {
  const cells = await cellsOf(ctx, sheet);
  const indicators = [...new Map(cells.map(({ indicator }) => [indicator.id, indicator])).values()];
  const entries = new Map((await entriesOf(ctx, sheet)).map((entry) => [keyOf(entry), entry]));
  const { known: stands, past, elsewhere } = await standingOf(ctx, sheet, indicators);
  // What this sheet told itself is no longer known from elsewhere once it is opened again.
  const known = new Map([...stands].filter(([key]) => sheet.acceptedAt === null || entries.get(key)?.figure == null));
  const peers = await neighboursOf(ctx, sheet);
  const isAsked = (cell: Cell) => !known.has(keyOf(cell)) && !elsewhere.has(cell.indicatorId);
  const stand = new Map(cells.flatMap((cell) => { const said = known.get(keyOf(cell)); return said ? [[keyOf(cell), said.value] as const] : []; }));
  const faults = checkSheet(cells.filter(isAsked).map((cell) => {
    const { value = '', numerator = '', denominator = '', reason = '' } = entries.get(keyOf(cell)) ?? {};
    return { ...cell, definition: cell.indicator.definition, value, numerator, denominator, reason, ...toldBefore(past(keyOf(cell)), sheet.period), peers: peers(keyOf(cell)) };
  }), stand);
  const looked = cells.map((cell) => ({
    ...cell, entry: entries.get(keyOf(cell)), known: known.get(keyOf(cell)), isElsewhere: elsewhere.has(cell.indicatorId), past: past(keyOf(cell)).map(({ value }) => value), faults: faults.filter((each) => keyOf(each) === keyOf(cell)),
  }));
  const asked = looked.filter(isAsked);
  return { cells: looked, asked, faults, lacking: standing(faults, (cell) => entries.get(keyOf(cell))?.reason ?? ''), minutes: minutesFor(asked.map(({ breakdown, indicator: { definition } }) => ({ breakdown, definition }))) };
}

/** What the unit said before, and whether the last of it belongs to the same year. */
function toldBefore(past: ReadonlyArray<{ period: number; value: number }>, period: number) {
  const last = past.at(-1);
  return { past: past.map(({ value }) => value), isOneYear: last !== undefined && yearOf(last.period) === yearOf(period) };
}
