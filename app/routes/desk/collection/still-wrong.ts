import type { Fault } from '#app/domain/city/collection/check-sheet.ts';
import { type CellKey, keyOf } from '#app/domain/city/collection/model.ts';

/** 还不对的: each cell with what still keeps its sheet from being handed in; what was unusual and has its reason is no longer told. */
export function stillWrong<C extends CellKey>(cells: readonly C[], lacking: readonly Fault[]): (C & { faults: Fault[] })[] {
  return cells.map((cell) => ({ ...cell, faults: lacking.filter((fault) => keyOf(fault) === keyOf(cell)) }));
}
