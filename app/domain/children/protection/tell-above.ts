import { and, eq, isNull, lt } from 'drizzle-orm';
import { inside } from '#app/db/sealed.ts';
import { namesOf } from '#app/domain/base/accounts/people.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { acknowledgeHours } from './model.ts';
import { protectionKnowing, protectionReports } from './tables.server.ts';

/** 逐级告知: of a report that nobody on duty has taken in time everybody above is told, once. */
export async function tellAbove(ctx: Ctx): Promise<string> {
  const since = new Date(ctx.now.getTime() - acknowledgeHours * 3_600_000);
  const left = await inside(ctx.db, 'protection', (db) =>
    db.select({ id: protectionReports.id, regionCode: protectionReports.regionCode }).from(protectionReports)
      .where(and(eq(protectionReports.state, 'open'), isNull(protectionReports.toldAboveAt), lt(protectionReports.openedAt, since))).limit(100));
  for (const report of left) {
    await change(ctx, async (tx) => {
      const people = await whoMay(tx, 'protection.read', report.regionCode);
      const names = await namesOf(tx, people);
      await inside(tx.db, 'protection', async (db) => {
        await db.update(protectionReports).set({ toldAboveAt: tx.now }).where(eq(protectionReports.id, report.id));
        if (people.length > 0) await db.insert(protectionKnowing).values(people.map((userId) => ({ reportId: report.id, userId, name: names.get(userId) ?? '', toldAt: tx.now }))).onConflictDoNothing();
      });
      await tell(tx, people, 'protection-waiting', {}, `/work/${report.regionCode}/children/protection/${report.id}`, report.id);
      await tx.record('protection.told-above', report, { told: people.map((userId) => names.get(userId) ?? '') });
    });
  }
  return left.length > 0 ? String(left.length) : '';
}
