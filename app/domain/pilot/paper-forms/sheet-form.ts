import { type SheetCell, type SheetPlan, type SheetRule, writeSheets } from '#app/domain/base/documents/write-sheet.ts';
import { type Question, type QuestionSet, questionsOf, type Words } from '#app/domain/pilot/calls/model.ts';
import { paperWords } from '#app/i18n/paper.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { fieldOf, type Filled } from './blocks.ts';

const answerColumn = 'C';
const spareRows = 40;
const cell = (text: string, looks: SheetCell['looks'] = 'label'): SheetCell => ({ text, looks });

/** 申报表 as a workbook: one row a question, one sheet a table; a hidden column says which is which. */
export function sheetForm(ctx: Ctx, set: QuestionSet, filled: Filled): Promise<Uint8Array> {
  const words = paperWords[ctx.locale].print;
  const said = (text: Words) => (ctx.locale === 'en' ? text.en : text.zh);
  const comma = ctx.locale === 'en' ? ', ' : '、';
  const tables = questionsOf(set).filter(({ kind }) => kind === 'table');
  const nameOf = (question: Question) => words.sheet.tableName(tables.indexOf(question) + 1);

  const rows: SheetCell[][] = [[cell(said(set.title), 'title')], [cell(words.sheet.lead, 'note')], words.sheet.head.map((head) => cell(head, 'head'))];
  const rules: SheetRule[] = [];
  const across = [0, 1];
  for (const [index, section] of set.sections.entries()) {
    across.push(rows.length);
    rows.push([cell(words.part(index + 1, said(section.title)), 'head')]);
    for (const question of section.questions) {
      const field = fieldOf(question, filled, words, said);
      const chosen = field.options.filter(({ isChosen }) => isChosen).map(({ label }) => label).join(comma);
      const elsewhere = question.kind === 'table' ? words.sheet.seeTable(nameOf(question)) : question.kind === 'paper' ? words.sheet.inSystem : '';
      const choices = question.kind === 'choices' ? words.sheet.choices(field.options.map(({ label }) => label).join(comma)) : '';
      rows.push([
        cell(field.number), cell(`${said(question.label)}${question.isRequired ? words.mark : ''}`),
        elsewhere ? cell(elsewhere, 'note') : cell(field.options.length > 0 ? chosen : field.text, question.kind === 'number' ? 'figure' : 'answer'),
        cell(question.unit ? said(question.unit) : ''), cell([field.hint, choices].filter(Boolean).join(' '), 'note'), cell(elsewhere ? '' : field.tag, 'note'),
      ]);
      const rule = elsewhere ? undefined : ruleOf(question, `${answerColumn}${rows.length}`, field.options.map(({ label }) => label), words.sheet);
      if (rule) rules.push(rule);
    }
  }
  const main: SheetPlan = { name: words.sheet.main, widths: [8, 34, 46, 12, 50, 14], hidden: [5], rows, rules, across, frozenRows: 3 };
  return writeSheets([main, ...tables.map((question) => tableSheet(question, filled, nameOf(question), words, said))]);
}

function ruleOf(question: Question, range: string, labels: string[], words: { badList: string; badNumber: string; badLength: (n: number) => string }): SheetRule | undefined {
  if (question.kind === 'choice') return { kind: 'list', range, values: labels, message: words.badList };
  if (question.kind === 'number') return { kind: 'number', range, least: question.least ?? 0, most: question.most ?? 1e9, message: words.badNumber };
  return question.most && (question.kind === 'text' || question.kind === 'long-text') ? { kind: 'length', range, most: question.most, message: words.badLength(question.most) } : undefined;
}

type PrintWords = (typeof paperWords)['zh-CN']['print'];

function tableSheet(question: Question, filled: Filled, name: string, words: PrintWords, said: (text: Words) => string): SheetPlan {
  const field = fieldOf(question, { ...filled, isBlank: false }, words, said);
  const columns = question.columns ?? [];
  const written = field.rows.filter((row) => row.some((text) => text !== ''));
  const spare = Array.from({ length: spareRows }, () => columns.map(() => ''));
  const looksOf = (at: number) => (columns[at]!.kind === 'number' ? ('figure' as const) : ('answer' as const));
  const answers = [...written, ...spare].map((row) => row.map((text, at) => cell(text, looksOf(at))));
  const last = 3 + answers.length;
  const numbers = columns.flatMap((column, at): SheetRule[] =>
    column.kind === 'number' ? [{ kind: 'number', range: `${String.fromCharCode(65 + at)}4:${String.fromCharCode(65 + at)}${last}`, least: 0, most: 1e9, message: words.sheet.badNumber }] : [],
  );
  return {
    name, widths: [...columns.map(({ kind }) => (kind === 'text' ? 32 : 16)), 14], hidden: [columns.length], rules: numbers, across: [0, 1], frozenRows: 3,
    rows: [
      [cell(`${name} ${field.number} ${said(question.label)}`, 'title'), ...columns.slice(1).map(() => cell('')), cell(field.tag, 'note')],
      [cell(field.hint, 'note')], field.columns.map(({ label }) => cell(label, 'head')), ...answers,
    ],
  };
}
