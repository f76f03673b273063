import { asc, desc, gt, lt, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { isId } from './is-id.ts';

/** 一页: some rows, newest first, and where the pages beside it begin. */
export type Page<T> = { rows: T[]; next?: string; previous?: string };

/** Where a page begins: after the last row of the page before, or before the first row of the page after. */
export type Cursor = { after?: string | undefined; before?: string | undefined };

/** What came with an address: what is no id is no cursor. */
export function cursorOf({ after, before }: Cursor): Cursor {
  return { after: after && isId(after) ? after : undefined, before: before && isId(before) ? before : undefined };
}

/** 按键翻页: newest first by a key that sorts by time; one row more than the page says whether there is more. */
export function keyset(column: PgColumn, cursor: Cursor, size = 50): { where: SQL | undefined; order: SQL; limit: number } {
  if (cursor.before) return { where: gt(column, cursor.before), order: asc(column), limit: size + 1 };
  return { where: cursor.after ? lt(column, cursor.after) : undefined, order: desc(column), limit: size + 1 };
}

/** The page out of the rows that `keyset` asked for. */
export function pageOf<T>(found: T[], cursor: Cursor, key: (row: T) => string, size = 50): Page<T> {
  const more = found.length > size;
  const kept = found.slice(0, size);
  const rows = cursor.before ? kept.toReversed() : kept;
  if (rows.length === 0) return { rows };
  const hasNext = cursor.before ? true : more;
  const hasPrevious = cursor.before ? more : Boolean(cursor.after);
  return {
    rows,
    ...(hasNext ? { next: key(rows.at(-1)!) } : {}),
    ...(hasPrevious ? { previous: key(rows[0]!) } : {}),
  };
}
