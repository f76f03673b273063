import { type Answer, type Column, type Question, type QuestionSet, questionsOf } from '#app/domain/pilot/calls/model.ts';
import { ticks } from './model.ts';

/** 读到的一题: where it stood, what it says; `cells` names the place of each cell of a table. */
export type Found = { question: Question; place: string; value: Answer; cells?: string[][]; unread: { place: string; text: string }[] };

/** Texts compared without spaces, stars and the difference of full and half width. */
export function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s*:;.,、。()]/g, '').toLowerCase();
}

const known = new WeakMap<QuestionSet, { question: Question; heads: string[] }[]>();

/** 题头 as they are compared, the longest first, so that one question is not taken for its neighbour; worked out once, since a file may hold very many cells. */
function headsOf(set: QuestionSet) {
  const heads = known.get(set) ?? questionsOf(set).map((question) => {
    const labels = [question.label.zh, question.label.en].filter((label) => plain(label) !== '');
    return { question, length: plain(`${question.number ?? ''}${question.label.zh}`).length, heads: labels.map((label) => plain(`${question.number ?? ''}${label}`)) };
  }).toSorted((a, b) => b.length - a.length);
  known.set(set, heads);
  return heads;
}

const longestHead = 1000;

/** 认题 where the tag is lost: the question with whose number and words, in either language, a text begins. */
export function questionAt(set: QuestionSet, text: string): Question | undefined {
  const given = plain(text.slice(0, longestHead));
  return given === '' ? undefined : headsOf(set).find(({ heads }) => heads.some((head) => given.startsWith(head)))?.question;
}

const wordsOf = (option: { label: { zh: string; en: string } }) => [option.label.zh, option.label.en];

/** 一题的答案 out of what is written in its place; what cannot be understood is said, not guessed. */
export function answerOf(question: Question, text: string): { value: Answer; unread?: string } {
  if (question.kind === 'choice' || question.kind === 'choices') {
    const { chosen, unread } = optionsIn(question, text);
    if (question.kind === 'choices') return { value: chosen, ...(unread ? { unread } : {}) };
    return chosen.length > 1 ? { value: '', unread: text } : { value: chosen[0] ?? '', ...(unread ? { unread } : {}) };
  }
  return { value: textOf(question, text) };
}

/** Boxes that are ticked, or the words of options alone, one after the other; the longest words first, since some hold others. */
function optionsIn(question: Question, text: string): { chosen: string[]; unread?: string } {
  const options = (question.options ?? []).toSorted((a, b) => b.label.zh.length - a.label.zh.length);
  if (!new RegExp(`[${ticks.open}${ticks.chosen}]`).test(text)) {
    let rest = plain(text);
    const named = options.filter((option) => {
      const words = wordsOf(option).map(plain).find((one) => rest.includes(one));
      if (words) rest = rest.replace(words, '|');
      return words !== undefined;
    });
    const chosen = (question.options ?? []).filter((option) => named.includes(option)).map(({ value }) => value);
    return rest.replaceAll(/[|/]/g, '') === '' ? { chosen } : { chosen, unread: text };
  }
  const chosen = options.filter((option) => wordsOf(option).some((words) => isTicked(text, words)));
  return { chosen: (question.options ?? []).filter((option) => chosen.includes(option)).map(({ value }) => value) };
}

/** A tick stands right before the words; where an option has its line to itself, anywhere beside them. */
function isTicked(text: string, words: string): boolean {
  for (const line of text.split('\n')) {
    const at = line.indexOf(words);
    if (at < 0) continue;
    const before = line.slice(0, at).trimEnd();
    if (ticks.chosen.includes(before.at(-1) ?? ' ')) return true;
    const boxes = line.match(new RegExp(`[${ticks.open}${ticks.chosen}]`, 'g')) ?? [];
    const rest = line.slice(at + words.length).trim();
    return boxes.length <= 2 && rest.length <= 2 && [...`${before}${rest}`].some((letter) => ticks.chosen.includes(letter));
  }
  return false;
}

function textOf(question: Pick<Question, 'kind' | 'unit'>, text: string): string {
  if (question.kind === 'date') return dayIn(text);
  if (question.kind !== 'number') return text;
  const unit = [question.unit?.zh, question.unit?.en].find((words) => words && text.trim().endsWith(words));
  return unit ? text.trim().slice(0, -unit.length).trim() : text;
}

/** 2026年10月1日, 2026/10/1 and 2026.10.1 are the same day. */
function dayIn(text: string): string {
  const parts = /^(\d{4})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?$/.exec(text.normalize('NFKC').trim());
  return parts ? `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}` : text;
}

/** 一行 of a table, by its columns. */
export function rowOf(columns: readonly Column[], texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column, at) => [column.id, column.kind === 'date' ? dayIn(texts[at] ?? '') : (texts[at] ?? '')]));
}
