import type { SheetContent } from '#app/domain/base/documents/read-sheet.ts';
import { type Question, type QuestionSet, questionsOf } from '#app/domain/pilot/calls/model.ts';
import type { PaperWords } from '#app/i18n/paper.ts';
import { tagOf } from './model.ts';
import { answerOf, type Found, plain, questionAt, rowOf } from './reading.ts';

const answerColumn = 2;

/** 认出 Excel 表里的答案: each with its sheet and cell, by the hidden tag or by number and words. */
export function fieldsOfSheets(set: QuestionSet, sheets: readonly SheetContent[], words: PaperWords['import']): Found[] {
  const found = new Map<string, Found>();
  const byTag = new Map(questionsOf(set).map((question) => [tagOf(question.id), question]));
  for (const sheet of sheets) {
    for (const [at, row] of sheet.rows.entries()) {
      const tagged = row.flatMap((text) => byTag.get(text) ?? [])[0];
      const question = tagged ?? questionAt(set, `${row[0] ?? ''}${row[1] ?? ''}`) ?? (at === 0 ? tableNamed(set, row[0] ?? '') : undefined);
      if (!question || question.kind === 'paper' || found.has(question.id)) continue;
      if (question.kind !== 'table') found.set(question.id, single(question, row[answerColumn] ?? '', words.places.cell(sheet.name, cellName(at, answerColumn))));
      else if (at === 0) found.set(question.id, rowsOf(question, sheet, words));
    }
  }
  return [...found.values()];
}

/** The title of a table's sheet: “表2 13 正在开展的儿童服务”. */
function tableNamed(set: QuestionSet, title: string): Question | undefined {
  return questionsOf(set).find(({ kind, number, label }) => kind === 'table' && [label.zh, label.en].some((name) => plain(title).endsWith(plain(`${number ?? ''}${name}`))));
}

function single(question: Question, text: string, place: string): Found {
  const { value, unread } = answerOf(question, text);
  return { question, place, value, unread: unread ? [{ place, text: unread.slice(0, 200) }] : [] };
}

/** Rows under the heads; the heads say which column is which, also after somebody moved one. */
function rowsOf(question: Question, { name, rows }: SheetContent, words: PaperWords['import']): Found {
  const columns = question.columns ?? [];
  const labels = columns.map((column) => [plain(column.label.zh), plain(column.label.en)]);
  const heads = rows.findIndex((row) => row.filter((text) => labels.some((label) => label.includes(plain(text)))).length >= Math.min(2, columns.length));
  const order = labels.map((label, at) => {
    const column = heads < 0 ? -1 : rows[heads]!.findIndex((text) => label.includes(plain(text)));
    return column < 0 ? at : column;
  });
  const written = rows
    .map((row, at) => ({ at, texts: order.map((column) => row[column] ?? '') }))
    .filter(({ at, texts }) => at > Math.max(heads, 1) && texts.some((text) => text !== ''));
  return {
    question, place: name, unread: [],
    value: written.map(({ texts }) => rowOf(columns, texts)),
    cells: written.map(({ at }) => order.map((column) => words.places.cell(name, cellName(at, column)))),
  };
}

function cellName(row: number, column: number): string {
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}
