import type { Answer, Question } from '#app/domain/pilot/calls/model.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import { plainText } from '#app/platform/plain-text.ts';

/** 一份答案的版本: one text somebody saved, with the revision that names it. */
export type Version = { value: Answer; revision: number; by: string; byName: string; at: string };

/** 并存的答案: what stands, and beside it what others wrote at the same time. */
export type Versions = { current: Version; rivals: Version[] };

/** More texts beside each other than this nobody can choose from: somebody settles them first. */
export const mostRivals = 50;

/** Whether there is nothing in an answer. */
export function isEmpty(value: Answer | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  return value.every((row) => (typeof row === 'string' ? row === '' : Object.values(row).every((cell) => cell.trim() === '')));
}

/** Whether two answers say the same. */
export function isSame(a: Answer, b: Answer): boolean {
  return canonicalJson(a) === canonicalJson(b); // the database orders keys its own way
}

/** The newest revision of an answer, rivals included. */
export function newest({ current, rivals }: Versions): number {
  return Math.max(current.revision, ...rivals.map((rival) => rival.revision));
}

/**
 * 合并: a save replaces exactly the versions it names, those its author had seen. Whatever else stands by then
 * stays beside the new text until somebody who has seen both chooses: no order of saves loses a text.
 */
export function merge(before: Versions | undefined, save: Omit<Version, 'revision'> & { bases: number[] }): Versions & { mine: number } {
  const { bases, ...text } = save;
  if (!before) return { current: { ...text, revision: 1 }, rivals: [], mine: 1 };

  const stays = [before.current, ...before.rivals].filter((old) => !bases.includes(old.revision) && !isEmpty(old.value));
  const twin = stays.find((old) => isSame(old.value, text.value));
  if (twin) return { current: stays[0]!, rivals: stays.slice(1), mine: twin.revision };
  if (stays.length > 0 && isEmpty(text.value)) return { current: stays[0]!, rivals: stays.slice(1), mine: stays[0]!.revision };

  const revision = newest(before) + 1;
  const mine = { ...text, revision };
  const currentStays = stays[0] === before.current;
  const [current, ...rivals] = currentStays ? [...stays, mine] : [mine, ...stays];
  return { current: current!, rivals, mine: revision };
}

/**
 * 整理: figures, codes and telephone numbers lose full-width digits and spaces; texts stay as they were typed.
 * An answer of another shape than its question's is no answer.
 */
export function tidy(question: Question, given: Answer): Answer {
  if (question.kind === 'table') return Array.isArray(given) ? tidyRows(question, given as Record<string, string>[]) : [];
  if (question.kind === 'choices') return [given].flat().flatMap((one) => (typeof one === 'string' && one !== '' ? [plainText(one)] : []));
  const value = typeof given === 'string' ? plainText(given) : '';
  if (question.kind === 'number') return tidyNumber(value);
  if (question.kind === 'credit-code') return value.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (question.kind === 'phone' || question.kind === 'email' || question.kind === 'date') return value.normalize('NFKC').replace(/\s/g, '');
  return value.replaceAll('\r\n', '\n');
}

function tidyRows(question: Question, rows: Record<string, string>[]) {
  const tidied = rows.map((row) =>
    Object.fromEntries((question.columns ?? []).map(({ id, kind }) => [id, kind === 'number' ? tidyNumber(plainText(row[id] ?? '')) : plainText(row[id] ?? '')])),
  );
  return tidied.filter((row) => !isEmpty([row]));
}

function tidyNumber(text: string): string {
  return text.normalize('NFKC').replace(/[\s,，]/g, '');
}
