import type { SheetContent } from '#app/domain/base/documents/read-sheet.ts';
import { answersWanted, type Level, type Range, type RubricContent } from '#app/domain/pilot/rubrics/model.ts';
import { rubricsWords } from '#app/i18n/rubrics.ts';
import { levelsFor, type NotedMark } from './marks.ts';
import { blankMark, sameBreaks } from './merge-marks.ts';
import { offlineColumns, overallItem } from './offline-form.ts';

/** 读不懂的单元格, with what is wrong there. */
export type OfflineFault = { cell: string; itemId: string; fault: 'level' | 'score' | 'range' | 'note' | 'page' | 'overall' | 'twice' | 'unknown' };
export type OfflineRow = { mark: NotedMark; was: string; cell: string };
export type OfflineRead = { rows: OfflineRow[]; overall: { text: string; was: string } | null; faults: OfflineFault[]; missing: string[] };

const longest = { note: 2000, page: 120, overall: 4000 };
const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** 读离线评分表: every row that carries the id of an item, wherever it was sorted to; what cannot be understood is told by its cell. */
export function readOfflineRows(sheet: SheetContent, rubric: RubricContent, range: Range): OfflineRead {
  const wanted = new Map(answersWanted(rubric).map(({ id, part }) => [id, part]));
  const read: OfflineRead = { rows: [], overall: null, faults: [], missing: [] };
  const seen = new Set<string>();
  for (const [at, row] of sheet.rows.entries()) {
    const itemId = row[offlineColumns.item]?.trim() ?? '';
    const cell = (column: number) => `${'ABCDEFGH'[column]}${at + 1}`;
    if (itemId === '' || itemId === 'item') continue;
    if (itemId === overallItem) {
      takeOverall(read, row, cell(offlineColumns.note));
      continue;
    }
    const part = wanted.get(itemId);
    const fault = !part ? 'unknown' : seen.has(itemId) ? 'twice' : undefined;
    if (fault || !part) {
      read.faults.push({ cell: cell(offlineColumns.item), itemId, fault: fault ?? 'unknown' });
      continue;
    }
    seen.add(itemId);
    takeRow(read, itemId, row, cell, { levels: levelsFor(part), isScored: part === 'item' && rubric.level === 'section', range });
  }
  read.missing = [...wanted.keys()].filter((id) => !seen.has(id));
  return read;
}

type Way = { levels: readonly Level[]; isScored: boolean; range: Range };

function takeRow(read: OfflineRead, itemId: string, row: readonly string[], cell: (column: number) => string, way: Way): void {
  const faultsBefore = read.faults.length;
  const tell = (column: number, fault: OfflineFault['fault']) => read.faults.push({ cell: cell(column), itemId, fault });
  const text = (column: number) => sameBreaks((row[column] ?? '').trim());
  const mark = { ...blankMark(itemId), note: text(offlineColumns.note), page: text(offlineColumns.page) };
  if (way.isScored) {
    const score = scoreOf(text(offlineColumns.score));
    if (score === undefined) tell(offlineColumns.score, 'score');
    else if (score !== null && (score < way.range.from || score > way.range.to)) tell(offlineColumns.score, 'range');
    else mark.score = score;
  } else {
    const level = levelOf(text(offlineColumns.level), way.levels);
    if (level === undefined) tell(offlineColumns.level, 'level');
    else mark.level = level;
  }
  if (mark.note.length > longest.note) tell(offlineColumns.note, 'note');
  if (mark.page.length > longest.page) tell(offlineColumns.page, 'page');
  if (read.faults.length === faultsBefore) read.rows.push({ mark, was: text(offlineColumns.was), cell: cell(way.isScored ? offlineColumns.score : offlineColumns.level) });
}

function takeOverall(read: OfflineRead, row: readonly string[], cell: string): void {
  const text = sameBreaks((row[offlineColumns.note] ?? '').trim());
  if (text.length > longest.overall) read.faults.push({ cell, itemId: overallItem, fault: 'overall' });
  else read.overall = { text, was: (row[offlineColumns.was] ?? '').trim() };
}

/** A level in the words of either language; null of an empty cell, undefined of words that are none. */
function levelOf(text: string, levels: readonly Level[]): Level | null | undefined {
  if (text === '') return null;
  return levels.find((level) => [rubricsWords['zh-CN'].levels[level], rubricsWords.en.levels[level]].some((word) => plain(word) === plain(text)));
}

function scoreOf(text: string): number | null | undefined {
  const figure = text.normalize('NFKC').trim();
  if (figure === '') return null;
  return /^\d{1,4}(\.\d{1,2})?$/.test(figure) ? Number(figure) : undefined;
}
