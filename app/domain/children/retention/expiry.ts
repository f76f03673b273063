import { type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Columns, isFree, isOver, type Plan } from './due.ts';
import type { RecordClass } from './model.ts';

/** 到期的数: what goes, and what would go but for a hold. */
export type DueCount = { due: number; held: number };

/** 一片办完: the region of each row that was deleted or made nobody's, how many files went with them, and, where looking for them is dear, behind which row the next slice of the night begins. */
export type Slice = { regionCodes: string[]; files: number; after?: string | undefined };

/**
 * 一类记录怎样到期: each room says it for its own in `expire.ts`; the night's job (app/jobs/expire.ts) calls them. `expire` is part of one
 * change, takes at most `limit` rows and may be asked again: what is done is not found a second time.
 */
export type Expiry = {
  recordClass: RecordClass;
  count: (ctx: Ctx, plan: Plan) => Promise<DueCount>;
  expire: (tx: Change, plan: Plan, limit: number, after?: string) => Promise<Slice>;
};

/** 数一数 the rows of a table that are over: free ones and held ones, in one question. */
export async function countOver(db: Ctx['db'], from: PgTable | SQL, plan: Plan, columns: Columns, alsoTrue: SQL = sql`true`): Promise<DueCount> {
  const { rows } = await db.execute<{ due: string; held: string }>(sql`
    select count(*) filter (where ${isFree(plan, columns)}) as due, count(*) filter (where not (${isFree(plan, columns)})) as held from ${from} where ${isOver(plan, columns)} and ${alsoTrue}`);
  return { due: Number(rows[0]!.due), held: Number(rows[0]!.held) };
}

/** 什么也没有. */
export const nothing: Slice = { regionCodes: [], files: 0 };
