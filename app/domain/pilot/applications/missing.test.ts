import { describe, expect, test } from 'vitest';
import { pilotQuestions } from '#seed/question-set.ts';
import { tidy } from './answers.ts';
import { faultsOf } from '#app/domain/pilot/calls/load-question-set.ts';
import { missing, progress, wrongValue } from './missing.ts';
import { type Answer, type Question, questionsOf } from '#app/domain/pilot/calls/model.ts';
import { completeAnswers } from '#tests/answers.ts';

const set = pilotQuestions();
const question = (id: string) => questionsOf(set).find((one) => one.id === id)!;
const papers = { 'sealed-opinion': 1 };
const whys = (answers: Record<string, Answer>) => missing(set, { answers, papers }).map((lack) => `${lack.questionId}: ${lack.why}`);

describe('the questions of the pilot form', () => {
  test('are sound, and the sealed opinion is question 19', () => {
    expect(faultsOf(set)).toEqual([]);
    expect(question('sealed-opinion')).toMatchObject({ number: '19', kind: 'paper', isRequired: true });
  });

  test('say everything in both languages', () => {
    const words = [set.title, ...set.sections.flatMap((section) => [section.title, section.intro!, ...section.questions.flatMap((one) => [one.label, ...(one.hint ? [one.hint] : [])])])];
    expect(words.filter((word) => !word.zh || !/[一-鿿]/.test(word.zh) || !word.en || /[一-鿿]/.test(word.en))).toEqual([]);
  });
});

describe('what is missing', () => {
  test('is nothing when everything required is there', () => {
    expect(whys(completeAnswers)).toEqual([]);
    expect(progress(set, { answers: completeAnswers, papers }).percent).toBe(100);
  });

  test('is every required question of an empty form', () => {
    const required = questionsOf(set).filter((one) => one.isRequired).map((one) => one.id);
    expect(missing(set, { answers: {}, papers: {} }).map((lack) => lack.questionId)).toEqual(required);
  });

  test.each([
    ['applicant-code', '11340111MB1A2345', 'not-credit-code'],
    ['area', '约三', 'not-number'],
    ['area', '-1', 'too-small'],
    ['unit-kind', 'palace', 'not-option'],
    ['contact-phone', '12345', 'not-phone'],
    ['contact-email', 'li@', 'not-email'],
    ['goals', '太短', 'too-short'],
    ['mechanism', '字'.repeat(301), 'too-long'],
  ])('%s %s is %s', (id, value, why) => {
    expect(wrongValue(question(id), value)).toMatchObject({ why });
  });

  test('finds more children than people, and a group larger than all children', () => {
    expect(whys({ ...completeAnswers, population: '10' })).toEqual(['population: more-children']);
    expect(whys({ ...completeAnswers, 'children-disabled': '99999' })).toEqual(['children-disabled: more-than-children']);
  });

  test('finds tasks without an owner, on impossible days, or that end before they begin', () => {
    const task = { task: '建空间', from: '2026-10-01', to: '2026-12-31', owner: '街道' };
    expect(whys({ ...completeAnswers, tasks: [{ ...task, owner: '' }] })).toEqual(['tasks: row-incomplete']);
    expect(whys({ ...completeAnswers, tasks: [{ ...task, to: '2026-02-30' }] })).toEqual(['tasks: row-day']);
    expect(whys({ ...completeAnswers, tasks: [{ ...task, to: '2026-09-30' }] })).toEqual(['tasks: row-days-backwards']);
  });

  test('is an answer that two people have written differently', () => {
    expect(missing(set, { answers: completeAnswers, papers, unsettled: ['goals'] })).toMatchObject([{ questionId: 'goals', why: 'conflict' }]);
  });
});

describe('tidying an answer', () => {
  test('reads full-width digits and thousands, and leaves texts alone', () => {
    const plain = (id: string, value: string) => tidy(question(id) as Question, value);
    expect(plain('population', ' １２，３４５ ')).toBe('12345');
    expect(plain('applicant-code', '1134 0111mb1a 23456x')).toBe('11340111MB1A23456X');
    expect(plain('goals', ' 两行\r\n文字 ')).toBe(' 两行\n文字 ');
  });

  test('drops empty rows of a table', () => {
    expect(tidy(question('partners'), [{ name: '小学', does: '' }, { name: ' ', does: '' }])).toEqual([{ name: '小学', does: '' }]);
  });

  test('takes nothing of another shape than the question’s, and nothing that cannot be stored', () => {
    const tidied = (id: string, value: Parameters<typeof tidy>[1]) => tidy(question(id) as Question, value);
    expect(tidied('population', [{ a: 'b' }])).toBe('');
    expect(tidied('partners', '小学')).toEqual([]);
    expect(tidied('partners', ['小学'])).toEqual([]);
    expect(tidied('goals', 'a\0b\uD800c')).toBe('ab\uFFFDc');
    expect(tidied('partners', [{ name: '小\0学', does: '', more: 'x' }])).toEqual([{ name: '小学', does: '' }]);
  });
});
