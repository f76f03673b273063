import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import type { OwnList, ViewedList } from './model.ts';
import { listColumns, savedViews } from './tables.server.ts';

/** 我的视图与列 of one list, one question to the database; a stranger's are nobody's business. */
export async function ownList(ctx: Ctx, list: ViewedList): Promise<OwnList> {
  const mine = sql`user_id = ${ctx.actor.id} and list = ${list}`;
  const { rows } = await ctx.db.execute<OwnList>(sql`
    select (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'search', search, 'isDefault', is_default) order by name), '[]') from ${savedViews} where ${mine}) as views,
           coalesce((select hidden from ${listColumns} where ${mine}), '{}') as hidden`);
  return rows[0]!;
}
