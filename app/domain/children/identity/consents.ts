import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Purpose } from './model.ts';

/** 可否处理: whether this child's data may be used for this now: agreed to, under the notice in force, and not withdrawn. */
export async function mayProcess(ctx: Ctx, childId: string, purpose: Purpose): Promise<boolean> {
  const { rows } = await ctx.db.execute<{ may: boolean }>(sql`select child_may(${childId}, ${purpose}) as may`);
  return rows[0]?.may === true;
}

/** The same for the rows of a list; a row without a child may be used, for it is nobody's. */
export function mayUse(childId: PgColumn, purpose: Purpose): SQL {
  return sql`(${childId} is null or child_may(${childId}, ${purpose}))`;
}
