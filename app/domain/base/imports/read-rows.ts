import { readSheetUpload } from '#app/domain/base/documents/read-upload.ts';
import { letters } from '#app/domain/base/exports/xlsx.ts';
import { plainText } from '#app/platform/plain-text.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Kind } from './kind.ts';
import { type Given, largestSheet, mostRows } from './model.ts';

/** 读出的行: its number in the file, what it says, and where each column stands. */
export type ReadRow = { line: number; given: Given };
export type ReadFile = { rows: ReadRow[]; cellOf: (line: number, column: string) => string };

const longestCell = 5000;
const mostColumns = 60;

/** 读表: the first sheet of an Excel file, or CSV in UTF-8 or GB 18030; the first row names the columns, in either language. */
export async function readRows(kind: Kind, file: { name: string; content: Uint8Array }): Promise<ReadFile> {
  if (file.content.byteLength === 0) throw new Refusal('document-missing', 400);
  if (file.content.byteLength > largestSheet) throw new Refusal('document-too-big', 413);
  const isZip = file.content[0] === 0x50 && file.content[1] === 0x4b;
  const table = isZip || !/\.csv$/i.test(file.name) ? ((await readSheetUpload(file.content))[0]?.rows ?? []) : parseCsv(textOf(file.content));

  const head = table[0] ?? [];
  const places = new Map(kind.columns.flatMap(({ name }) => {
    const at = head.findIndex((title) => titlesOf(kind, name).includes(plain(title)));
    return at < 0 ? [] : [[name, at] as const];
  }));
  if (kind.columns.some(({ name, isRequired }) => isRequired && !places.has(name))) throw new Refusal('import-columns-missing', 422);

  const rows = table.slice(1).flatMap((cells, i) => {
    const given = Object.fromEntries([...places].map(([name, at]) => [name, unguarded(plainText(cells[at] ?? '').trim()).slice(0, longestCell)]));
    return Object.values(given).every((text) => text === '') ? [] : [{ line: i + 2, given }];
  });
  if (rows.length === 0) throw new Refusal('import-empty', 422);
  if (rows.length > mostRows) throw new Refusal('import-too-many-rows', 422);
  return { rows, cellOf: (line, column) => (places.has(column) ? `${letters(places.get(column)!)}${line}` : '') };
}

const plain = (title: string) => title.normalize('NFKC').replace(/[*\s]/g, '').toLowerCase();

function titlesOf(kind: Kind, name: string): string[] {
  return (['zh-CN', 'en'] as const).map((locale) => plain(kind.words(locale).titles[name] ?? name));
}

/** The apostrophe that our own files put before a text that looks like a formula. */
function unguarded(text: string): string {
  return /^'[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text;
}

/** Excel in China saves CSV in GB 18030 unless told otherwise. */
function textOf(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('gb18030').decode(content);
  }
}

/** CSV (RFC 4180); also with semicolons or tabs, as some spreadsheets save it. What stands beyond the last column anybody has is passed over. */
export function parseCsv(text: string): string[][] {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const comma = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0]!;
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length && rows.length <= mostRows + 1) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; at < text.length; at += 1) {
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') cell += text[(at += 1)];
        else break;
      }
      at += 1;
    }
    const from = at;
    while (at < text.length && text[at] !== comma && text[at] !== '\r' && text[at] !== '\n') at += 1;
    if (row.length < mostColumns) row.push(cell + text.slice(from, at));
    if (text[at] === comma) {
      at += 1;
      if (at === text.length && row.length < mostColumns) row.push('');
      continue;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
