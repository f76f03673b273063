import { and, gte, lt, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** 辖区范围: the region of this code and all below it, as one range of an index of codes; '*' and nothing bound nothing. */
export function inside(column: PgColumn, code: string | undefined): SQL | undefined {
  if (!code || code === '*') return undefined;
  return and(gte(column, code), lt(column, `${code}:`)); // ':' follows '9'
}
