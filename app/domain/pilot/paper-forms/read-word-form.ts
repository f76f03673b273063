import type { WordCell, WordContent, WordTable } from '#app/domain/base/documents/read-word.ts';
import { type Question, type QuestionSet, questionsOf } from '#app/domain/pilot/calls/model.ts';
import type { PaperWords } from '#app/i18n/paper.ts';
import { tagOf } from './model.ts';
import { answerOf, type Found, plain, questionAt, rowOf } from './reading.ts';

type Place = (question: Question) => string;

/**
 * 认出 Word 表里的答案: by the tags of our controls, and where an office program or a hand has lost them, by the number
 * and the words of the question in the cell before.
 */
export function fieldsOfWord(set: QuestionSet, content: WordContent, words: PaperWords['import'], placeOf: Place): Found[] {
  const found = new Map<string, Found>();
  const take = (question: Question, read: Found | undefined) => {
    if (read && !found.has(question.id)) found.set(question.id, read);
  };
  const byTag = new Map(questionsOf(set).map((question) => [tagOf(question.id), question]));
  for (const table of content.tables) {
    for (const { cell, row } of cellsOf(table)) {
      for (const question of cell.tags.flatMap((tag) => byTag.get(tag) ?? [])) {
        take(question, question.kind === 'table' ? rowsBelow(question, table, row, words, placeOf) : single(question, cell.text, placeOf));
      }
    }
  }
  for (const table of content.tables) {
    for (const { cell, row, column } of cellsOf(table)) {
      const question = questionAt(set, cell.text.split('\n')[0]!);
      if (!question || question.kind === 'paper' || found.has(question.id)) continue;
      const answer = table.rows[row]![column + 1] ?? table.rows[row + 1]?.[0];
      take(question, question.kind === 'table' ? rowsBelow(question, table, row, words, placeOf) : answer && single(question, answer.text, placeOf));
    }
  }
  return [...found.values()];
}

function cellsOf(table: WordTable): { cell: WordCell; row: number; column: number }[] {
  return table.rows.flatMap((cells, row) => cells.map((cell, column) => ({ cell, row, column })));
}

function single(question: Question, text: string, placeOf: Place): Found {
  const place = placeOf(question);
  const { value, unread } = answerOf(question, text);
  return { question, place, value, unread: unread ? [{ place, text: unread.slice(0, 200) }] : [] };
}

/** The rows under the head of a table; a column of running numbers before them is ours. */
function rowsBelow(question: Question, table: WordTable, head: number, words: PaperWords['import'], placeOf: Place): Found {
  const columns = question.columns ?? [];
  const labels = columns.map((column) => [plain(column.label.zh), plain(column.label.en)]);
  const isHeads = (texts: string[]) => labels.every((label, at) => label.includes(plain(texts[at] ?? '')));
  const rows = table.rows.slice(head + 1).map((cells) => cells.map(({ text }) => text)).map((texts) => (texts.length > columns.length ? texts.slice(-columns.length) : texts));
  const written = rows.filter((texts) => !isHeads(texts) && texts.some((text) => text !== ''));
  const place = placeOf(question);
  return {
    question, place, value: written.map((texts) => rowOf(columns, texts)), unread: [],
    cells: written.map((_, at) => columns.map(() => `${place} ${words.row(at + 1)}`)),
  };
}
