import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { preferencesOf } from './preferences.ts';
import { queue } from './queue.ts';
import { deliveries } from './tables.server.ts';
import { afterQuiet } from './timing.ts';

const most = 200;
const isMonday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1;

/** 汇总: one letter a person for all that was held back; weekly ones on Mondays. Some people at a time, each lot in a transaction of its own. */
export async function sendDigests(ctx: Ctx): Promise<string> {
  let sent = 0;
  for (let after = ''; ; ) {
    const { rows } = await ctx.db.execute<{ id: string }>(sql`
      select distinct user_id as id from ${deliveries} where state = 'held' and user_id > ${after} order by 1 limit ${most}`);
    const people = rows.map((row) => row.id);
    if (people.length === 0) return String(sent);
    after = people.at(-1)!;
    sent += await sendLot(ctx, people);
  }
}

function sendLot(ctx: Ctx, people: string[]): Promise<number> {
  return ctx.db.transaction(async (db) => {
    const tx: Ctx = { ...ctx, db };
    const preferences = await preferencesOf(tx, people);
    const monday = isMonday(beijingDay(tx.now));
    const due = people.filter((person) => monday || preferences(person).digest !== 'weekly');
    if (due.length === 0) return 0;
    const held = await db.select({ id: deliveries.id, userId: deliveries.userId, contactId: deliveries.contactId }).from(deliveries)
      .where(and(eq(deliveries.state, 'held'), inArray(deliveries.userId, due))).for('update');
    for (const [userId, lines] of Map.groupBy(held, (line) => line.userId)) {
      const since = afterQuiet(tx.now, preferences(userId));
      const [made] = await db.insert(deliveries)
        .values({ userId, contactId: lines.at(-1)!.contactId, channel: 'email', kind: 'digest', state: 'waiting', createdAt: tx.now, since, nextAt: since })
        .returning({ id: deliveries.id });
      await db.update(deliveries).set({ state: 'digested', digestId: made!.id }).where(inArray(deliveries.id, lines.map((line) => line.id)));
      await queue(tx, [made!.id], since);
    }
    return new Set(held.map((line) => line.userId)).size;
  });
}
