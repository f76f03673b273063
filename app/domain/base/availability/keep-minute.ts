import { sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import type { Minute } from './model.ts';

/** 记一分钟: what this process answered in the minute that ended; kept again, it adds up. Counting leaves no record of its own. */
export async function keepMinute(db: Db, process: string, minute: Date, { asked, failed, slow }: Minute): Promise<void> {
  await db.execute(sql`
    insert into service_minutes (minute, process, asked, failed, slow) values (${minute.toISOString()}, ${process}, ${asked}, ${failed}, ${slow})
    on conflict (minute, process) do update set
      asked = service_minutes.asked + excluded.asked, failed = service_minutes.failed + excluded.failed, slow = service_minutes.slow + excluded.slow`);
}

/** 清理: minutes older than 400 days. */
export async function forgetMinutes(db: Db, now: Date): Promise<number> {
  const { rowCount } = await db.execute(sql`delete from service_minutes where minute < ${now.toISOString()}::timestamptz - interval '400 days'`);
  return rowCount ?? 0;
}
