import { and, eq, isNull, ne } from 'drizzle-orm';
import { inside } from '#app/db/sealed.ts';
import { seal } from '#app/domain/base/accounts/sealed.ts';
import { releaseFiles } from '#app/domain/base/files/hold-files.ts';
import { isThingHeld } from '#app/domain/children/retention/hold.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdReport } from './hold-report.ts';
import { holdBasis, type HoldEnding } from './model.ts';
import { protectionReports } from './tables.server.ts';

/**
 * 解除保全: when the ground for keeping is over, or there was nothing in it. By another person than closed the report; what was noticed and
 * the words that showed it go at once, who knew when and what was done stay. The rooms follow on `protection.hold-ended`.
 */
export function endHold(ctx: Ctx, at: { regionCode: string; id: string }, { ending, reason }: { ending: HoldEnding; reason: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const report = await holdReport(tx, at);
    if (report.state !== 'closed') throw new Refusal('protection-not-closed');
    if (report.holdEndedAt) throw new Refusal('protection-hold-over');
    if (report.closedBy === tx.actor.id) throw new Refusal('protection-second-person', 403);
    if (reason.trim().length < 4) throw new Refusal('protection-reason', 422);
    if (await isThingHeld(tx, 'protection-reports', [report.id, report.about?.subjectId.slice(0, 36) ?? ''].filter(isId), report.regionCode)) throw new Refusal('protection-kept-by-law', 423);
    const nothing = seal('', 'protection');
    const stillKept = await inside(tx.db, 'protection', async (db) => {
      await db
        .update(protectionReports)
        .set({ holdEnding: ending, holdEndedAt: tx.now, holdEndedByName: tx.actor.name, sealedHoldReason: seal(reason.trim(), 'protection'), sealedNoticed: nothing, sealedEvidence: seal('[]', 'protection') })
        .where(eq(protectionReports.id, report.id));
      const others = await db.select({ files: protectionReports.files }).from(protectionReports).where(and(isNull(protectionReports.holdEndedAt), eq(protectionReports.regionCode, report.regionCode), ne(protectionReports.id, report.id)));
      return new Set(others.flatMap(({ files }) => files.map(({ fileId }) => fileId)));
    });
    await releaseFiles(tx, report.files.map(({ fileId }) => fileId).filter((fileId) => !stillKept.has(fileId)), holdBasis);
    await tx.record('protection.hold-ended', report, { ending, kind: report.about?.kind ?? '', subjectId: report.about?.subjectId ?? '' });
  });
}
