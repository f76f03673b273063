import { type SheetPlan, type SheetRule, writeSheets } from '#app/domain/base/documents/write-sheet.ts';
import { letters } from '#app/domain/base/exports/xlsx.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Kind } from './kind.ts';
import { type Fault, mostRows } from './model.ts';
import type { ImportRow } from './read.ts';

/** The few words that all sheets of imports share. */
export type SheetWords = { sheet: string; notesSheet: string; required: string; optional: string; option: string };

/** 模板: the columns to fill in with what each takes, choices in lists, and a sheet of notes. */
export function templateOf(ctx: Ctx, kind: Kind, words: SheetWords): Promise<Uint8Array> {
  const { titles, choices, notes } = kind.words(ctx.locale);
  const rules = kind.columns.flatMap((column, at): SheetRule[] => {
    const range = `${letters(at)}2:${letters(at)}${mostRows + 1}`;
    if (column.choices && !column.isMany) return [{ range, message: words.option, kind: 'list', values: column.choices.map((code) => choices[column.name]?.[code] ?? code) }];
    return [{ range, message: notes[column.name] ?? '', kind: 'length', most: column.most }];
  });
  const told = kind.columns.map((column) => [
    { text: titles[column.name] ?? column.name, looks: 'label' as const },
    { text: column.isRequired ? words.required : words.optional, looks: 'label' as const },
    { text: [notes[column.name] ?? '', ...(column.isMany ? [Object.values(choices[column.name] ?? {}).join(' / ')] : [])].filter(Boolean).join('  '), looks: 'label' as const },
  ]);
  const blank = Array.from({ length: 50 }, () => kind.columns.map(() => ({ text: '', looks: 'answer' as const })));
  return writeSheets([
    { ...planOf(kind, words.sheet), rules, rows: [headOf(kind, ctx), ...blank] },
    { name: words.notesSheet, widths: [24, 10, 80], hidden: [], rules: [], across: [], frozenRows: 0, rows: told },
  ]);
}

/** 错误表: the rows that were wrong or refused as they came, every fault in the last column; corrected, it can be brought again. */
export function faultsOf(ctx: Ctx, kind: Kind, rows: readonly ImportRow[], words: SheetWords & { errorColumn: string }, say: (fault: Fault) => string): Promise<Uint8Array> {
  const wrong = rows.filter((row) => row.faults.length > 0);
  return withColumn(ctx, kind, wrong, words, words.errorColumn, (row) => row.faults.map(say).join('\n'));
}

/** Rows as they came, with one more column. */
export function withColumn(ctx: Ctx, kind: Kind, rows: readonly ImportRow[], words: SheetWords, title: string, say: (row: ImportRow) => string): Promise<Uint8Array> {
  const plan = planOf(kind, words.sheet);
  return writeSheets([{
    ...plan,
    widths: [...plan.widths, 60],
    rows: [
      [...headOf(kind, ctx), { text: title, looks: 'head' }],
      ...rows.map((row) => [...kind.columns.map((column) => ({ text: row.given[column.name] ?? '', looks: 'answer' as const })), { text: say(row), looks: 'label' as const }]),
    ],
  }]);
}

function headOf(kind: Kind, ctx: Ctx) {
  const { titles } = kind.words(ctx.locale);
  return kind.columns.map((column) => ({ text: titles[column.name] ?? column.name, looks: 'head' as const }));
}

function planOf(kind: Kind, name: string): SheetPlan {
  return { name, widths: kind.columns.map((column) => column.width), hidden: [], rules: [], across: [], frozenRows: 1, rows: [] };
}
