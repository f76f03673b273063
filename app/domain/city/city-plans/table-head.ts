import { covers, type Grid } from '#app/domain/base/documents/grid.ts';
import { meaningOf, type Role } from './table-words.ts';

/** 一列: what it holds, of which years, and the text of its head. */
export type Column = { at: number; role: Role; years: number[]; text: string };
export type Head = { top: number; row: number; columns: Column[]; unread: { at: number; text: string }[] };

const deepest = 15;
/** Words that stand over several columns. */
const groups = new Set<Role>(['target', 'baseline', 'budget', 'lead', 'co', 'indicator']);
const mostColumns = 60;

/** 找表头: the one, two or three rows whose words name the most columns, whatever their order; a title above is no head. */
export function findHead(grid: Grid): Head | undefined {
  let best: { head: Head; score: number } | undefined;
  for (let row = 0; row < Math.min(grid.rows.length, deepest); row += 1) {
    for (let depth = 1; depth <= Math.min(3, row + 1); depth += 1) {
      const head = headAt(grid, row - depth + 1, row);
      if (!head) continue;
      const score = scoreOf(head);
      if (!best || score > best.score) best = { head, score };
    }
  }
  return best && isEnough(best.head) ? best.head : undefined;
}

const scoreOf = ({ columns }: Head) => new Set(columns.map(({ role, years }) => `${role} ${years.join()}`)).size * 2 + columns.filter(({ years }) => years.length > 0).length;

function isEnough({ columns }: Head): boolean {
  const has = (...roles: Role[]) => columns.some(({ role }) => roles.includes(role));
  return has('action', 'campaign') && has('indicator', 'indicatorCode', 'task') && columns.length >= 3;
}

function headAt(grid: Grid, top: number, row: number): Head | undefined {
  const over = covers(grid);
  const width = Math.min(mostColumns, Math.max(...grid.rows.slice(top, row + 1).map((cells) => cells.length), ...grid.areas.filter((area) => area.top <= row && area.bottom >= top).map(({ right }) => right + 1)));
  const rows = Array.from({ length: row - top + 1 }, (_, at) => top + at);
  if (rows.some((at) => isTitle(grid, at, width) || !(grid.rows[at] ?? []).some((text) => meaningOf(text).role !== undefined))) return undefined;
  const columns: Column[] = [];
  const unread: Head['unread'] = [];
  for (let at = 0; at < width; at += 1) {
    const pieces = [...new Set(rows.map((each) => over(each, at).trim()))].filter(Boolean);
    const meanings = pieces.map(meaningOf);
    if (pieces.length > 1 && meanings[0]!.role !== undefined && !groups.has(meanings[0]!.role)) return undefined; // what stands below is no head any more
    const roles = meanings.flatMap(({ role }) => role ?? []);
    const years = meanings.findLast((each) => each.years.length > 0)?.years ?? []; // 2026 under 2026—2028 is 2026
    const role = roles.includes('baseline') ? 'baseline' : years.length > 0 && roles.includes('budget') ? 'budget' : roles.at(-1);
    if (role) columns.push({ at, role, years, text: pieces.join(' ') });
    else if (pieces.length > 0) unread.push({ at, text: pieces.join(' ') });
  }
  return { top, row, columns, unread };
}

/** One text across (nearly) all columns. */
export function isTitle({ rows, areas }: Grid, row: number, width: number): boolean {
  const area = areas.find(({ top, bottom, left, right }) => top <= row && bottom >= row && right - left + 1 >= Math.max(3, width * 0.7));
  return area !== undefined || (rows[row] ?? []).filter((text) => text.trim() !== '').length <= 1;
}
