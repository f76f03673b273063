import { and, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** 辖区范围: the region of this code and all below it, as one range of an index of codes; '*' and nothing bound nothing. */
export function inside(column: PgColumn, code: string | undefined): SQL | undefined {
  if (!code || code === '*') return undefined;
  return and(gte(column, code), lt(column, `${code}:`)); // ':' follows '9'
}

/** 辖区范围与沿革: the same, with what lay elsewhere under another code and lies in the region today. */
export function insideToday(column: PgColumn, code: string | undefined): SQL | undefined {
  if (!code || code === '*') return undefined;
  return or(
    inside(column, code),
    sql`${column} = any(array(select l.old_code from region_lineage l where l.present_code >= ${code} and l.present_code < ${`${code}:`} and l.is_principal and not l.is_reused))`,
  );
}
