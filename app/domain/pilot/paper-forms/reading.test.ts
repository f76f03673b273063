import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSheet } from '#app/domain/base/documents/read-sheet.ts';
import { readWord } from '#app/domain/base/documents/read-word.ts';
import { isEmpty, tidy } from '#app/domain/pilot/applications/answers.ts';
import { type Answer, type Question, type QuestionSet, questionsOf } from '#app/domain/pilot/calls/model.ts';
import { paperWords } from '#app/i18n/paper.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { ctxOf, today } from '#tests/world.ts';
import { paperForm } from './content.ts';
import { fieldsOfSheets } from './read-sheet-form.ts';
import { fieldsOfWord } from './read-word-form.ts';
import { answerOf, type Found } from './reading.ts';
import { sheetForm } from './sheet-form.ts';
import { wordForm } from './word-form.ts';

const set = JSON.parse(readFileSync('data/question-sets/pilot-1.json', 'utf8')) as QuestionSet;
const asked = questionsOf(set).filter(({ kind }) => kind !== 'paper');
const words = paperWords['zh-CN'].import;
const ctx: Ctx = { ...ctxOf({} as Ctx['db']), now: today };

const line = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\uFFFE\uFFFF]/gu, '').trim());
const options = (question: Question) => (question.options ?? []).map(({ value }) => value);

function answerTo(question: Question): fc.Arbitrary<Answer> {
  if (question.kind === 'choice') return fc.constantFrom('', ...options(question));
  if (question.kind === 'choices') return fc.subarray(options(question));
  if (question.kind === 'number') return fc.nat(1_000_000).map(String);
  if (question.kind === 'date') return fc.constantFrom('', '2026-10-01');
  if (question.kind === 'table') {
    const cells = Object.fromEntries((question.columns ?? []).map(({ id, kind }) => [id, kind === 'date' ? fc.constantFrom('', '2027-01-31') : kind === 'number' ? fc.nat(9999).map(String) : line]));
    return fc.array(fc.record(cells), { maxLength: 4 }) as fc.Arbitrary<Answer>;
  }
  return question.kind === 'long-text' ? fc.array(line, { maxLength: 4 }).map((lines) => lines.filter(Boolean).join('\n')) : line;
}

const answers = fc.record(Object.fromEntries(asked.map((question) => [question.id, answerTo(question)])));
const filledWith = (given: Record<string, Answer>) => ({ answers: given, papers: [], isBlank: false });
const plainly = (question: Question, value: Answer) => canonicalJson(isEmpty(tidy(question, value)) ? '' : tidy(question, value)).replaceAll(/[ \u00a0\u3000]+(?=\\n|")/g, '');

const said = (given: Record<string, Answer>) => asked.map((question) => [question.id, plainly(question, given[question.id]!), []]);

const readAs = (found: readonly Found[]) =>
  asked.map((question) => {
    const read = found.find((one) => one.question.id === question.id);
    return [question.id, plainly(question, read?.value ?? ''), read?.unread ?? []];
  });

describe('whatever was answered', () => {
  test('comes back from our own Word form as it went in', () => {
    const about = { set, call: { title: '批次', titleEn: '', closesOn: '2026-09-15' }, number: 'TY-2026-0001', applicant: '', unit: '', filledOn: '', watermark: '', receipt: null };
    fc.assert(
      fc.property(answers, (given) => {
        const content = wordForm(paperForm(ctx, { ...about, filled: filledWith(given) }));
        expect(readAs(fieldsOfWord(set, readWord(content), words, () => ''))).toEqual(said(given));
      }),
      { numRuns: 40, seed: 20_261_122 },
    );
  });

  test('comes back from our own workbook as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(answers, async (given) => {
        expect(readAs(fieldsOfSheets(set, await readSheet(await sheetForm(ctx, set, filledWith(given))), words))).toEqual(said(given));
      }),
      { numRuns: 25, seed: 20_261_122 },
    );
  });
});

describe('an answer on paper', () => {
  const question = (id: string) => asked.find((one) => one.id === id)!;

  test.each([
    ['☐ 同意并牵头\n☑ 同意，由区级政府牵头', 'agree-district'],
    ['□同意并牵头  ■同意，由区级政府牵头  □同意，由市级政府牵头', 'agree-district'],
    ['☐ 同意并牵头 √\n☐ 同意，由区级政府牵头', 'agree-lead'],
    ['同意，由市级政府牵头', 'agree-city'],
    ['☐ 同意并牵头\n☐ 同意，由区级政府牵头', ''],
  ])('%j is %j', (text, value) => {
    expect(answerOf(question('attitude'), text)).toEqual({ value });
  });

  test('that nobody can understand is said as it stands', () => {
    expect(answerOf(question('attitude'), '☑ 同意并牵头\n☑ 同意，由区级政府牵头').unread).toContain('同意并牵头');
    expect(answerOf(question('surroundings'), '老旧小区为主、城中村')).toEqual({ value: ['old'], unread: '老旧小区为主、城中村' });
  });

  test('of figures loses its unit, of a day its manner of writing', () => {
    expect(answerOf(question('population'), '1,200 人')).toEqual({ value: '1,200' });
    expect(answerOf({ ...question('population'), kind: 'date' }, '2026年9月1日')).toEqual({ value: '2026-09-01' });
  });
});
