import { type Answers, cleanAnswers, type Definition, type Item, outside, packAnswers, packedItems, valuesOf } from './model.ts';

/** 不同之处: a question that two people read differently off one sheet, each with the character it was packed into. */
export type Difference = { item: Item; first: string; second: string };

export function differencesOf(definition: Definition, first: string, second: string): Difference[] {
  return packedItems(definition).flatMap((item, at) => (first[at] === second[at] ? [] : [{ item, first: first[at] ?? '.', second: second[at] ?? '.' }]));
}

/** 一个字符说的答案: a level, the id of an option, an answer outside the scale, or nothing. */
export function answerOfCharacter(definition: Definition, item: Item, character: string): string | undefined {
  const lying = Object.entries(outside).find(([, sign]) => sign === character)?.[0];
  if (lying) return lying;
  return /^[1-9a-z]$/.test(character) ? valuesOf(definition, item)[Number.parseInt(character, 36) - 1] : undefined;
}

/** 核定的答卷: the first reading with what was settled in place of what differed; what was settled nowhere counts as not answered. */
export function settledAnswers(definition: Definition, first: string, second: string, chosen: Record<string, string>): string {
  const answers: Answers = {};
  for (const [at, item] of packedItems(definition).entries()) {
    const character = first[at] === second[at] ? first[at]! : (chosen[item.id] ?? '.');
    const answer = answerOfCharacter(definition, item, character);
    if (answer !== undefined) answers[item.id] = answer;
  }
  return packAnswers(definition, cleanAnswers(definition, answers));
}

/** 差错率 of two readings in per cent, with one decimal; nothing to say before the first two. */
export function differenceRate({ doubleCells, doubleDifferent }: { doubleCells: number; doubleDifferent: number }): number | undefined {
  return doubleCells > 0 ? Math.round((1000 * doubleDifferent) / doubleCells) / 10 : undefined;
}
