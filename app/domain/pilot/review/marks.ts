import { answersWanted, type Level, type Mark, needsNote, type Range, type RubricContent, findings, markLevels } from '#app/domain/pilot/rubrics/model.ts';

/** 一项评分 with its note and the page it refers to. */
export type NotedMark = Mark & { note: string; page: string };

/** What is wrong with marks that came in: an item the rubric does not have, a level that does not fit it, a figure out of range. */
export function faultOf(rubric: RubricContent, range: Range, marks: readonly Mark[]): 'item-not-found' | 'level-unfit' | 'score-out-of-range' | undefined {
  const wanted = new Map(answersWanted(rubric).map(({ id, part }) => [id, part]));
  for (const { itemId, level, score } of marks) {
    const part = wanted.get(itemId);
    if (!part) return 'item-not-found';
    if (level !== null && !levelsFor(part).includes(level)) return 'level-unfit';
    if (score === null) continue;
    if (part !== 'item' || rubric.level !== 'section' || level !== null) return 'level-unfit';
    if (score < range.from || score > range.to) return 'score-out-of-range';
  }
  return undefined;
}

/** 可选的等次 of a part of the form. */
export function levelsFor(part: 'item' | 'must' | 'negative'): readonly Level[] {
  return part === 'negative' ? findings : markLevels;
}

/** 还缺什么: items without an answer, and answers that need a reason and have none. */
export function missingIn(rubric: RubricContent, marks: readonly NotedMark[]): { itemId: string; lacks: 'answer' | 'note' }[] {
  const given = new Map(marks.map((mark) => [mark.itemId, mark]));
  return answersWanted(rubric).flatMap(({ id }): { itemId: string; lacks: 'answer' | 'note' }[] => {
    const mark = given.get(id);
    if (!mark || (mark.level === null && mark.score === null)) return [{ itemId: id, lacks: 'answer' }];
    return needsNote(mark) && mark.note === '' ? [{ itemId: id, lacks: 'note' }] : [];
  });
}
