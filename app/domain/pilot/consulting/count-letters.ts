import type { Counts } from './next-norm.ts';

/** 分层的名字: the nation, the kind of unit, with its part of the country, with its size as well. */
export function strataOf({ setting, part, size }: { setting: number; part: number; size: number | null }): string[] {
  return ['', `s${setting}`, `s${setting}p${part}`, ...(size === null ? [] : [`s${setting}p${part}z${sizeBand(size)}`])];
}

/** 规模档: five bands by how many spreads from the mean. */
function sizeBand(z: number): number {
  return [-1, -0.3, 0.3, 1].filter((edge) => z > edge).length;
}

const [met, partly, not] = [...'mpn'].map((letter) => letter.charCodeAt(0)) as [number, number, number];
const fields = ['known', 'met', 'fromNot', 'fromNotMet', 'fromPartly', 'fromPartlyMet'] as const;

/** 计数板: six counts a rule, in one row of numbers. */
export type Tally = Int32Array;
export const newTally = (rules: number): Tally => new Int32Array(rules * fields.length);

/** Adds a community's newest sheet: what does not apply or was not looked at counts nowhere. */
export function countStanding(tally: Tally, letters: string): void {
  for (let rule = 0; rule < letters.length; rule += 1) {
    const said = letters.charCodeAt(rule);
    if (said !== met && said !== partly && said !== not) continue;
    tally[rule * 6]! += 1;
    if (said === met) tally[rule * 6 + 1]! += 1;
  }
}

/** Adds what became of a sheet a year later. */
export function countMoves(tally: Tally, before: string, after: string): void {
  for (let rule = 0; rule < before.length; rule += 1) {
    const was = before.charCodeAt(rule);
    const is = after.charCodeAt(rule);
    if ((was !== not && was !== partly) || (is !== met && is !== partly && is !== not)) continue;
    const at = rule * 6 + (was === not ? 2 : 4);
    tally[at]! += 1;
    if (is === met) tally[at + 1]! += 1;
  }
}

export function countsAt(tally: Tally, rule: number): Counts {
  return Object.fromEntries(fields.map((field, at) => [field, tally[rule * 6 + at]!])) as Counts;
}

/** 年度结果 of one community, newest first, one sheet a year. */
export type YearSheet = { year: number; editionId: string; letters: string };

/** All a community teaches: where it stands, and what changed between years that follow each other under the same edition. */
export function countCommunity(tally: Tally, sheets: readonly YearSheet[], editionId: string): void {
  const [newest] = sheets;
  if (newest?.editionId === editionId) countStanding(tally, newest.letters);
  sheets.forEach((after, at) => {
    const before = sheets[at + 1];
    if (before && before.year === after.year - 1 && before.editionId === editionId && after.editionId === editionId) countMoves(tally, before.letters, after.letters);
  });
}
