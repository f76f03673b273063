import { isCreditCode } from '#app/domain/base/organisations/model.ts';
import { isDay as isCalendarDay } from '#app/domain/base/calendar/model.ts';
import { isEmpty } from './answers.ts';
import { childrenBands } from './model.ts';
import type { Answer, Column, Paper, Question, QuestionSet } from '#app/domain/pilot/calls/model.ts';

/** 缺项: what keeps an application from being submitted, by question; `why` is a word of the apply words. */
export type Lack = { questionId: string; sectionId: string; why: LackWhy; figure?: string };

const lackWhys = [
  'empty', 'too-short', 'too-long', 'not-number', 'too-small', 'too-big', 'not-option', 'not-day', 'not-phone', 'not-email',
  'not-credit-code', 'rows-missing', 'row-incomplete', 'row-number', 'row-day', 'row-days-backwards', 'paper-missing', 'conflict',
  'more-children', 'more-than-children',
] as const;
export type LackWhy = (typeof lackWhys)[number];

export type Given = {
  answers: Record<string, Answer>;
  papers: Partial<Record<Paper, number>>;
  /** Questions that two people answered differently and nobody has settled yet. */
  unsettled?: readonly string[];
};

type Wrong = { why: LackWhy; figure?: string };

/** 还缺什么: everything that must still be filled in or put right, in the order of the form. */
export function missing(set: QuestionSet, given: Given): Lack[] {
  const sums = wrongSums(given.answers);
  return set.sections.flatMap((section) =>
    section.questions.flatMap((question) => {
      const found = wrongOf(question, given) ?? sums[question.id];
      return found ? [{ questionId: question.id, sectionId: section.id, ...found }] : [];
    }),
  );
}

function wrongOf(question: Question, given: Given): Wrong | undefined {
  if (given.unsettled?.includes(question.id)) return { why: 'conflict' };
  if (question.kind === 'paper') {
    return question.isRequired && !given.papers[question.paper!] ? { why: 'paper-missing' } : undefined;
  }
  const value = given.answers[question.id];
  if (value === undefined || isEmpty(value)) return question.isRequired ? { why: 'empty' } : undefined;
  return wrongValue(question, value);
}

/** What is wrong with one answer that is not empty. */
export function wrongValue(question: Question, value: Answer): Wrong | undefined {
  const options = question.options?.map((option) => option.value) ?? [];
  if (question.kind === 'choices') {
    return [value].flat().some((one) => typeof one !== 'string' || !options.includes(one)) ? { why: 'not-option' } : undefined;
  }
  if (question.kind === 'table') return Array.isArray(value) ? wrongRows(question, value as Record<string, string>[]) : { why: 'rows-missing' };
  if (typeof value !== 'string') return { why: 'empty' };
  if (question.kind === 'choice') return options.includes(value) ? undefined : { why: 'not-option' };
  if (question.kind === 'number') return wrongNumber(value, question.least, question.most);
  if (question.kind === 'date') return isDay(value) ? undefined : { why: 'not-day' };
  if (question.kind === 'phone') return isPhone(value) ? undefined : { why: 'not-phone' };
  if (question.kind === 'email') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? undefined : { why: 'not-email' };
  if (question.kind === 'credit-code') return isCreditCode(value) ? undefined : { why: 'not-credit-code', figure: String(value.length) };
  return wrongLength(question, value);
}

function wrongLength({ least = 0, most = 5000 }: Question, value: string): Wrong | undefined {
  const length = [...value.trim()].length;
  if (length < least) return { why: 'too-short', figure: String(least) };
  return length > most ? { why: 'too-long', figure: String(length - most) } : undefined;
}

function wrongNumber(value: string, least = -Infinity, most = Infinity): Wrong | undefined {
  if (!/^-?\d{1,12}(\.\d{1,4})?$/.test(value)) return { why: 'not-number' };
  if (Number(value) < least) return { why: 'too-small', figure: String(least) };
  return Number(value) > most ? { why: 'too-big', figure: String(most) } : undefined;
}

function wrongRows({ columns = [], leastRows = 0 }: Question, rows: Record<string, string>[]): Wrong | undefined {
  if (rows.length < leastRows) return { why: 'rows-missing', figure: String(leastRows) };
  for (const [index, row] of rows.entries()) {
    const wrong = columns.map((column) => wrongCell(column, row[column.id] ?? '')).find(Boolean);
    if (wrong) return { why: wrong, figure: String(index + 1) };
    if (row.from && row.to && row.to < row.from) return { why: 'row-days-backwards', figure: String(index + 1) };
  }
  return undefined;
}

function wrongCell(column: Column, cell: string): LackWhy | undefined {
  if (cell.trim() === '') return column.isRequired ? 'row-incomplete' : undefined;
  if (column.kind === 'number' && wrongNumber(cell, 0)) return 'row-number';
  return column.kind === 'date' && !isDay(cell) ? 'row-day' : undefined;
}

const groups = ['children-left-behind', 'children-migrant', 'children-disabled', 'children-hardship'];

/** 互相核对: children are not more than the population, no group of children more than all children. */
function wrongSums(answers: Record<string, Answer>): Record<string, Wrong> {
  const figure = (id: string) => (typeof answers[id] === 'string' && /^\d+$/.test(answers[id]) ? Number(answers[id]) : undefined);
  const wrong: Record<string, Wrong> = {};
  const children = childrenBands.map(figure);
  const sum = children.reduce<number>((total, band) => total + (band ?? 0), 0);
  const population = figure('population');
  if (population !== undefined && sum > population) wrong.population = { why: 'more-children', figure: String(sum) };
  if (children.some((band) => band === undefined)) return wrong;
  for (const group of groups) if ((figure(group) ?? 0) > sum) wrong[group] = { why: 'more-than-children', figure: String(sum) };
  return wrong;
}

/** 日: a calendar day of this century. */
function isDay(text: string): boolean {
  return text.startsWith('20') && isCalendarDay(text);
}

/** 电话: a mobile number, or a landline with its area code and perhaps an extension. */
function isPhone(text: string): boolean {
  return /^1[3-9]\d{9}$/.test(text) || /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/.test(text);
}

/** 完成度: how many parts in a hundred of the required questions are done, and how each section stands. */
export function progress(set: QuestionSet, given: Given) {
  const lacks = missing(set, given);
  const required = set.sections.flatMap((section) => section.questions).filter((question) => question.isRequired);
  const lacking = new Set(lacks.map((lack) => lack.questionId));
  const done = required.filter((question) => !lacking.has(question.id)).length;
  const sections = set.sections.map((section) => ({
    id: section.id,
    lacks: lacks.filter((lack) => lack.sectionId === section.id).length,
    filled: section.questions.filter(
      (question) => !isEmpty(given.answers[question.id]) || (question.paper && given.papers[question.paper]),
    ).length,
  }));
  return { lacks, sections, percent: required.length === 0 ? 100 : Math.floor((100 * done) / required.length) };
}
