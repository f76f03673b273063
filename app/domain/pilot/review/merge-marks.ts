import type { NotedMark } from './marks.ts';

type Marks = ReadonlyMap<string, NotedMark>;

/** 两处不同的一项: mine is on this page and not saved, theirs was saved elsewhere since. */
export type Clash = { itemId: string; mine: NotedMark; theirs: NotedMark };

/** 空白评分. */
export function blankMark(itemId: string): NotedMark {
  return { itemId, level: null, score: null, note: '', page: '' };
}

/** A line break is one letter, whoever wrote it. */
export function sameBreaks(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** Whether two marks of an item say the same. */
export function isSameMark(one: NotedMark | undefined, other: NotedMark | undefined): boolean {
  const [a, b] = [one ?? blankMark(''), other ?? blankMark('')];
  return a.level === b.level && a.score === b.score && sameBreaks(a.note) === sameBreaks(b.note) && a.page === b.page;
}

/**
 * 合并两个窗口: what I have not touched comes from the other window; what only I touched stays mine; what both touched and differs is asked about.
 * Nothing that was typed here is dropped.
 */
export function mergeMarks(base: Marks, mine: Marks, theirs: Marks): { marks: Map<string, NotedMark>; clashes: Clash[] } {
  const marks = new Map(theirs);
  const clashes: Clash[] = [];
  for (const [itemId, own] of mine) {
    const [before, there] = [base.get(itemId), theirs.get(itemId)];
    if (isSameMark(own, before)) continue;
    marks.set(itemId, own);
    if (!isSameMark(there, before) && !isSameMark(there, own)) clashes.push({ itemId, mine: own, theirs: there ?? blankMark(itemId) });
  }
  return { marks, clashes };
}
