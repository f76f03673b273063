import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import type { MessageKind, Params } from './model.ts';
import { messages } from './tables.server.ts';

/** 一条要说的话: to one person, in their own words. */
export type Telling = { userId: string; params: Params; link: string; cause: string };

/**
 * 告知: one message to each person. The same kind about the same cause is told once, however often it is asked.
 * It belongs to the change or the job that causes it, which leaves the record.
 */
export function tell(ctx: Ctx, userIds: readonly string[], kind: MessageKind, params: Params, link: string, cause: string): Promise<number> {
  return tellEach(ctx, kind, userIds.map((userId) => ({ userId, params, link, cause })));
}

/** 逐人告知: to each person what concerns them, all in one statement; what was told before is not told again. */
export async function tellEach(ctx: Ctx, kind: MessageKind, tellings: readonly Telling[]): Promise<number> {
  if (tellings.length === 0) return 0;
  const { rowCount } = await ctx.db.execute(sql`
    insert into ${messages} (user_id, kind, params, link, cause, created_at, awaits_delivery)
    select "userId", ${kind}, params, link, cause, ${ctx.now.toISOString()}, true
    from jsonb_to_recordset(${JSON.stringify(tellings)}::jsonb) as told ("userId" text, params jsonb, link text, cause text)
    on conflict (user_id, kind, cause) do nothing`);
  return rowCount ?? 0;
}
