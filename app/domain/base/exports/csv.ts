import type { FileHandle } from 'node:fs/promises';
import type { Cell, Column } from './model.ts';

/** A list on its way into a file; nothing of it is a file before `end`. */
export type SheetFile = { add: (rows: readonly Cell[][]) => Promise<void>; end: () => Promise<void> };

/** What makes a spreadsheet take a text for a formula, full-width signs included. */
const dangerous = /^[=+\-@\t\r\n＝＋－＠]/;

/** 防公式: a text that a spreadsheet would run gets an apostrophe before it. */
export function harmless(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = harmless(cell);
  return /[",\r\n]/.test(text) || text !== cell ? `"${text.replaceAll('"', '""')}"` : text;
}

/** 一行 CSV, with its end. */
export function csvLine(cells: readonly Cell[]): string {
  let line = '';
  for (let i = 0; i < cells.length; i += 1) line += i === 0 ? field(cells[i]!) : `,${field(cells[i]!)}`;
  return `${line}\r\n`;
}

/** CSV: UTF-8 with the mark that spreadsheets look for. */
export async function csvFile(file: FileHandle, columns: readonly Column[]): Promise<SheetFile> {
  await file.writeFile(`\uFEFF${csvLine(columns.map((column) => column.title))}`);
  return {
    async add(rows) {
      let text = '';
      for (const row of rows) text += csvLine(row);
      await file.writeFile(text);
    },
    end: async () => undefined,
  };
}
