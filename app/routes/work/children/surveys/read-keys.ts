import { type Answers, type Definition, type Item, scales } from '#app/domain/children/surveys/model.ts';

/** 纸上的题目: all but the practice. */
export const onPaper = (definition: Definition) => definition.items.filter(({ isPractice }) => !isPractice);

/** 按键读成答案: a digit is the step or the option, - and 0 lie outside; anything else is asked about again. */
function answerOf(definition: Definition, item: Item, key: string): string | undefined {
  if (key === '-') return 'does-not-apply';
  if (key === '0') return 'rather-not-say';
  const at = Number(key);
  if (item.kind === 'scale') return Number.isInteger(at) && at >= 1 && at <= scales[definition.scale].levels ? String(at) : undefined;
  return item.options?.[at - 1]?.id;
}

/** 读一份纸卷 as it was typed: the answers, and the questions whose key says nothing. */
export function readKeys(definition: Definition, given: Record<string, unknown>, unreadable: string): { answers: Answers; fields: Record<string, string[]> } {
  const answers: Answers = {};
  const fields: Record<string, string[]> = {};
  for (const item of onPaper(definition)) {
    const key = typeof given[item.id] === 'string' ? (given[item.id] as string).trim() : '';
    if (key === '') continue;
    const answer = item.kind === 'text' ? key : answerOf(definition, item, key.normalize('NFKC'));
    if (answer === undefined) fields[item.id] = [unreadable];
    else answers[item.id] = answer;
  }
  return { answers, fields };
}
