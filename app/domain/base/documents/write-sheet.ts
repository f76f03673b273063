import type { CellStyle, DataValidation, WriteSheet } from 'hucre';

/** 格样: what a cell looks like and what may be written into it. */
export type SheetCell = { text: string; looks?: 'title' | 'head' | 'label' | 'note' | 'answer' | 'figure' };

/** 校验: what one range takes, with the sentence shown to whoever writes something else. */
export type SheetRule = { range: string; message: string } & ({ kind: 'list'; values: string[] } | { kind: 'number'; least: number; most: number } | { kind: 'length'; most: number });

/** 工作表: widths in letters; `hidden` are columns for the machine; `merges` are rows that run across. */
export type SheetPlan = { name: string; widths: number[]; hidden: number[]; rows: SheetCell[][]; rules: SheetRule[]; across: number[]; frozenRows: number };

const grid = { style: 'thin', color: { rgb: 'FF999999' } } as const;
const border = { top: grid, bottom: grid, left: grid, right: grid };
const yellow = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFFFBE6' } } as const;
const looks: Record<NonNullable<SheetCell['looks']>, CellStyle> = {
  title: { font: { bold: true, size: 16 }, alignment: { vertical: 'center' } },
  head: { font: { bold: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE8EEF4' } }, border, alignment: { vertical: 'center', wrapText: true } },
  label: { border, alignment: { vertical: 'center', wrapText: true } },
  note: { font: { color: { rgb: 'FF666666' }, size: 9 }, alignment: { vertical: 'center', wrapText: true } },
  answer: { numFmt: '@', border, fill: yellow, alignment: { vertical: 'center', wrapText: true } },
  figure: { border, fill: yellow, alignment: { vertical: 'center', horizontal: 'left' } },
};

/** 写 Excel: texts only (a formula is never made), lists to choose from, answers marked by colour, A4. */
export async function writeSheets(plans: readonly SheetPlan[]): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const lists: string[][] = [];
  const sheets = plans.map((plan) => sheetOf(plan, lists));
  const rows = Array.from({ length: Math.max(0, ...lists.map((list) => list.length)) }, (_, row) => lists.map((list) => list[row] ?? null));
  return writeXlsx({ sheets: lists.length > 0 ? [...sheets, { name: listSheet, rows, hidden: true }] : sheets, defaultFont: { name: '宋体', size: 11 } });
}

const listSheet = 'lists';

function sheetOf(plan: SheetPlan, lists: string[][]): WriteSheet {
  const cells = new Map(plan.rows.flatMap((row, at) => row.map((cell, column) => [`${at},${column}`, { value: cell.text || null, ...(cell.looks ? { style: looks[cell.looks] } : {}) }] as const)));
  return {
    name: plan.name,
    columns: plan.widths.map((width, at) => ({ width, hidden: plan.hidden.includes(at) })),
    rows: plan.rows.map((row) => row.map(({ text }) => text || null)),
    cells,
    merges: plan.across.map((row) => ({ startRow: row, endRow: row, startCol: 0, endCol: plan.widths.length - 1 - plan.hidden.length })),
    dataValidations: plan.rules.map((rule) => validationOf(rule, lists)),
    freezePane: { rows: plan.frozenRows },
    pageSetup: { paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** A list stands on a sheet of its own: written into the rule it may have 255 letters and no comma. */
function validationOf(rule: SheetRule, lists: string[][]): DataValidation {
  const said = { range: rule.range, allowBlank: true, showErrorMessage: true, errorMessage: rule.message, errorStyle: 'stop' as const };
  if (rule.kind === 'list') {
    const at = lists.push(rule.values) - 1;
    const column = at < 26 ? String.fromCharCode(65 + at) : `${String.fromCharCode(64 + Math.floor(at / 26))}${String.fromCharCode(65 + (at % 26))}`;
    return { ...said, type: 'list', formula1: `${listSheet}!$${column}$1:$${column}$${rule.values.length}` };
  }
  if (rule.kind === 'number') return { ...said, type: 'decimal', operator: 'between', formula1: String(rule.least), formula2: String(rule.most), errorStyle: 'warning' };
  return { ...said, type: 'textLength', operator: 'lessThanOrEqual', formula1: String(rule.most), errorStyle: 'warning' };
}
