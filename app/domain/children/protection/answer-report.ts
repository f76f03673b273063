import { and, eq, isNull } from 'drizzle-orm';
import { inside } from '#app/db/sealed.ts';
import { namesOf } from '#app/domain/base/accounts/people.ts';
import { seal } from '#app/domain/base/accounts/sealed.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdReport } from './hold-report.ts';
import { protectionKnowing, protectionReports } from './tables.server.ts';

type At = { regionCode: string; id: string };

/** 已知悉: from this moment the person knows and acts; who was not told and found it is written down too. */
export function takeReport(ctx: Ctx, at: At): Promise<void> {
  return change(ctx, async (tx) => {
    const report = await holdReport(tx, at);
    const knew = { knewAt: tx.now };
    const isNew = await inside(tx.db, 'protection', async (db) => {
      const [known] = await db.select({ knewAt: protectionKnowing.knewAt }).from(protectionKnowing).where(and(eq(protectionKnowing.reportId, report.id), eq(protectionKnowing.userId, tx.actor.id)));
      if (known?.knewAt) return false;
      await db.insert(protectionKnowing).values({ reportId: report.id, userId: tx.actor.id, name: tx.actor.name, toldAt: tx.now, ...knew }).onConflictDoUpdate({ target: [protectionKnowing.reportId, protectionKnowing.userId], set: knew });
      await db.update(protectionReports).set({ state: 'taken' }).where(and(eq(protectionReports.id, report.id), eq(protectionReports.state, 'open')));
      return true;
    });
    if (!isNew) throw new Refusal('protection-known');
    await tx.record('protection.known', report);
  });
}

/** 办结: with what was done; the evidence stays locked, and whoever reported it is told that it was dealt with, not how. */
export function closeReport(ctx: Ctx, at: At, done: string): Promise<void> {
  return change(ctx, async (tx) => {
    const report = await holdReport(tx, at);
    if (report.state !== 'taken') throw new Refusal(report.state === 'open' ? 'protection-not-known' : 'protection-closed');
    if (done.trim().length < 4) throw new Refusal('protection-reason', 422);
    await inside(tx.db, 'protection', (db) =>
      db.update(protectionReports).set({ state: 'closed', sealedClosing: seal(done.trim(), 'protection'), closedAt: tx.now, closedBy: tx.actor.id, closedByName: tx.actor.name }).where(and(eq(protectionReports.id, report.id), isNull(protectionReports.closedAt))));
    const reporter = await namesOf(tx, [report.openedBy].filter((id) => id !== tx.actor.id));
    await tell(tx, [...reporter.keys()], 'protection-dealt-with', {}, `/work/${report.regionCode}/children/moderation#own-reports`, report.id);
    await tx.record('protection.closed', report);
  });
}
