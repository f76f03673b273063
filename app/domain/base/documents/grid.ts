import { Refusal } from '#app/platform/refusal.ts';
import type { WordTable } from './read-word.ts';

/** 合并的格: an area that is one cell, by rows and columns from nought, ends included. */
export type Area = { top: number; left: number; bottom: number; right: number };

/** 表格: every cell as somebody sees it, '' where there is none; what is merged stands in its first cell. `above` is what a document says right before it. */
export type Grid = { name: string; rows: string[][]; areas: Area[]; above?: string[] };

const mostColumns = 60;

/** A table of a Word document as a grid: spans make areas. */
export function gridOfWord({ rows, above }: WordTable, name: string): Grid {
  const grid: Grid = { name, rows: rows.map(() => []), areas: [] };
  const open = new Map<number, Area>();
  for (const [at, cells] of rows.entries()) {
    let column = 0;
    for (const { text, span = 1, goesOn } of cells) {
      if (column + span > mostColumns) throw new Refusal('document-too-heavy', 422);
      const above = goesOn ? open.get(column) : undefined;
      if (above) above.bottom = at;
      else {
        grid.rows[at]![column] = text;
        open.set(column, { top: at, left: column, bottom: at, right: column + span - 1 });
        grid.areas.push(open.get(column)!);
      }
      column += span;
    }
    grid.rows[at] = Array.from({ length: column }, (_, each) => grid.rows[at]![each] ?? '');
  }
  return { ...grid, ...(above ? { above } : {}), areas: grid.areas.filter(({ top, left, bottom, right }) => top !== bottom || left !== right) };
}

/** The text that covers a cell: its own, or that of the area it lies in. */
export function covers({ rows, areas }: Grid): (row: number, column: number) => string {
  const over = new Map<string, string>();
  for (const { top, left, bottom, right } of areas) {
    const text = rows[top]?.[left] ?? '';
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row += 1) for (let column = left; column <= Math.min(right, left + mostColumns); column += 1) over.set(`${row} ${column}`, text);
  }
  return (row, column) => over.get(`${row} ${column}`) ?? rows[row]?.[column] ?? '';
}
