import { Refusal } from '#app/platform/refusal.ts';
import { openPackage } from './open-package.ts';
import { textLimit } from './text-limit.ts';

/** 读出的工作表: every cell as text, as somebody sees it; a missing cell is ''. */
export type SheetContent = { name: string; rows: string[][] };

const most = { sheets: 40, rows: 3000, columns: 60, cells: 200_000 };

/** 读 Excel: texts of all visible and hidden sheets; formulas give what they last gave. */
export async function readSheet(content: Uint8Array): Promise<SheetContent[]> {
  const parts = openPackage(content);
  if (!parts.has('xl/workbook.xml')) throw new Refusal('document-not-excel', 400);
  for (const text of parts.values()) if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new Refusal('document-active', 422);
  const sheets = [...parts].filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
  if (sheets.length > most.sheets || sheets.some(([, text]) => isFar(text))) throw new Refusal('document-too-heavy', 422);
  const { readXlsx } = await import('hucre/xlsx');
  const workbook = await readXlsx(content, { maxRows: most.rows }).catch(() => {
    throw new Refusal('document-damaged', 400);
  });
  const limited = textLimit();
  return workbook.sheets.map(({ name, rows }) => ({ name, rows: rows.slice(0, most.rows).map((row) => row.slice(0, most.columns).map((value) => limited(cellText(value)))) }));
}

/** One cell far out makes a library lay out everything before it; a cell without a place of its own stands next in its row. */
function isFar(sheet: string): boolean {
  const pieces = sheet.split(/<(?:\w+:)?row\b/);
  let rows = pieces.length - 1;
  let columns = pieces.slice(1).reduce((widest, row) => Math.max(widest, row.split(/<(?:\w+:)?c\b/).length - 1), 1);
  for (const [, letters, digits] of sheet.matchAll(/(?<!xmlns:)\br\s*=\s*["']\s*([A-Z]*)([^"']*)["']/gi)) {
    if (digits!.includes('&')) return true;
    rows = Math.max(rows, Number(digits) || 0);
    columns = Math.max(columns, [...letters!.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0));
  }
  return rows * columns > most.cells;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(Number(value.toPrecision(12)));
  return String(value).trim();
}
