import type { ChangeKind, ChangeLine } from '#app/domain/base/regions/model.ts';

const kindWords: Record<string, ChangeKind> = {
  更名: 'rename', 改名: 'rename', rename: 'rename', 变更代码: 'recode', 改代码: 'recode', recode: 'recode',
  合并: 'merge', 并入: 'merge', merge: 'merge', 拆分: 'split', 分设: 'split', split: 'split',
};

/** A cell of the table that cannot be read. */
export type Unread = { line: number; column: 'kind' | 'cells' };

const most = 3000;

/**
 * 读变更表: one line a row, five columns (种类、原代码、原名称、新代码、新名称), parted by tabs as a spreadsheet gives them, or by
 * commas. A head line is passed over.
 */
export function readLines(text: string): { lines: ChangeLine[]; unread: Unread[] } {
  const lines: ChangeLine[] = [];
  const unread: Unread[] = [];
  const rows = text.split(/\r?\n/).map((row) => row.replace(/^\uFEFF/, ''));
  rows.slice(0, most + 1).forEach((row, at) => {
    if (row.trim() === '') return;
    const cells = row.split(row.includes('\t') ? '\t' : /[,，]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1').trim());
    if (at === 0 && cells.some((cell) => /代码|code/i.test(cell)) && !cells.some((cell) => /^\d{2,12}$/.test(cell))) return;
    const [word = '', from = '', fromName = '', to = '', toName = ''] = cells;
    const [fromCode, toCode] = [from, to].map((code) => code.normalize('NFKC')) as [string, string]; // digits may be full-width, names stay as written
    const kind = kindWords[word.toLowerCase()];
    if (!kind) unread.push({ line: at + 1, column: 'kind' });
    else if (cells.length < 5) unread.push({ line: at + 1, column: 'cells' });
    else lines.push({ kind, fromCode, fromName: fromName.slice(0, 60), toCode: toCode || fromCode, toName: toName.slice(0, 60) });
  });
  return { lines, unread };
}
