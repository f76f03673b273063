import { sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';

/** 正在申报的批次 of the demonstration. */
export async function openCall(db: Db): Promise<string> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select id from calls where state = 'published' and (now() at time zone 'Asia/Shanghai')::date between opens_on and closes_on order by closes_on desc limit 1`);
  return rows[0]!.id;
}
