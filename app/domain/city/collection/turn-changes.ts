import { type CellKey, keyOf, type Told } from './model.ts';

/** 改了的一格 between two hand-ins: what was told before and what is told now, as figures; null where there was none. */
export type Corrected = CellKey & { was: number | null; is: number | null };

/** 两次之间改了什么: the figures of a hand-in that differ from those of the one before it, in the order of the sheet. */
export function turnChanges(before: readonly Told[], now: readonly Told[]): Corrected[] {
  const had = new Map(before.map((cell) => [keyOf(cell), cell.figure]));
  return now.flatMap(({ indicatorId, breakdown, figure }) => {
    const was = had.get(keyOf({ indicatorId, breakdown }));
    return was === undefined || was === figure ? [] : [{ indicatorId, breakdown, was, is: figure }];
  });
}
