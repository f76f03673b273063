import { and, eq, or } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { getFile, ownFile, type StoredFile } from '#app/domain/base/files/read.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdMeasure } from './hold.ts';
import type { ReplyInput } from './input.ts';
import { certificateMeasures, certificates, measurePapers } from './tables.server.ts';

/** 申辩: the holder answers once, until the last day ends in Beijing, with papers if there are any. */
export function replyToMeasure(ctx: Ctx, measureId: string, { reply, fileIds }: ReplyInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { certificate, measure } = await holdMeasure(tx, measureId);
    allow(tx, 'certificate.answer', { regionCode: certificate.applicantCode });
    if (measure.state !== 'notified') throw new Refusal('measure-replied');
    if (beijingDay(tx.now) > measure.replyDueOn) throw new Refusal('reply-too-late');
    const papers: StoredFile[] = [];
    for (const fileId of new Set(fileIds)) papers.push(await ownFile(tx, fileId));
    if (papers.length > 0) await tx.db.insert(measurePapers).values(papers.map(({ id }) => ({ measureId, fileId: id })));
    await tx.db
      .update(certificateMeasures)
      .set({ state: 'replied', reply, repliedByName: tx.actor.name, repliedAt: tx.now })
      .where(and(eq(certificateMeasures.id, measureId), eq(certificateMeasures.state, 'notified')));
    await tx.record('certificate.replied', certificate, { number: certificate.number, measureId, papers: papers.map(({ sha256 }) => sha256) });
  });
}

/** 申辩材料, for the holder's people and for those who deal with the measure. */
export async function openMeasurePaper(ctx: Ctx, measureId: string, fileId: string): Promise<StoredFile> {
  const mine = or(within(ctx, 'application.read', certificates.regionCode), within(ctx, 'certificate.read', certificates.regionCode));
  const [row] = isId(measureId) && isId(fileId) && ctx.actor.id !== ''
    ? await ctx.db
        .select({ fileId: measurePapers.fileId })
        .from(measurePapers)
        .innerJoin(certificateMeasures, eq(certificateMeasures.id, measurePapers.measureId))
        .innerJoin(certificates, eq(certificates.id, certificateMeasures.certificateId))
        .where(and(eq(measurePapers.measureId, measureId), eq(measurePapers.fileId, fileId), mine))
    : [];
  if (!row) throw new Refusal('file-not-found', 404);
  return getFile(ctx, row.fileId);
}
