import { like, or, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Ctx } from '#app/platform/ctx.ts';
import { regionsFor, type Verb } from './access.ts';

/** 辖区: the rows whose region lies where the person may do this; nothing for everybody else. */
export function within(ctx: Ctx, verb: Verb, column: PgColumn): SQL {
  const regions = regionsFor(ctx.actor, verb);
  if (regions.includes('*')) return sql`true`;
  return or(...regions.map((code) => like(column, `${code}%`))) ?? sql`false`;
}
