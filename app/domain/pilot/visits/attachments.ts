import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { inspect } from '#app/domain/base/files/inspect.ts';
import { enterFile, layFile, type Looked } from '#app/domain/base/files/store-file.ts';
import { inspectSound } from '#app/domain/base/files/sound.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { visitDevices, visitAttachments, visits } from './tables.server.ts';
import { aboutVisit, holdVisit, judgeVisit, myPart, ofVisit, type Visit } from './hold.ts';
import { type AttachmentReceipt, largestAttachment } from './package.ts';

type Wanted = typeof visitAttachments.$inferSelect;

/**
 * 收附件: the bytes that belong to a hash a phone has announced. The hash is computed anew; what is kept is looked at like every file, pictures are drawn anew
 * without their hidden data. Sent again it answers the same receipt.
 */
export async function receiveAttachment(ctx: Ctx, visitId: string, sha256: string, content: Buffer): Promise<AttachmentReceipt> {
  await limit(ctx, `visit-attachment:${ctx.actor.id}`, 1200, 3600);
  await myPart(ctx, visitId);
  const [visit] = await ctx.db.select().from(visits).where(eq(visits.id, visitId));
  const wanted = await announced(ctx, visit!, sha256);
  if (wanted.arrivedAt) return { sha256, serverAt: wanted.arrivedAt.toISOString() };
  if (content.length > largestAttachment) throw new Refusal('file-too-large', 413);
  if (createHash('sha256').update(content).digest('hex') !== sha256) throw new Refusal('attachment-hash-differs', 422);

  const looked = await layFile(ctx, { name: `${wanted.kind}-${sha256.slice(0, 8)}`, content }, false, wanted.kind === 'voice' ? inspectSound : pictureOnly);
  return change(ctx, async (tx) => {
    const held = await holdVisit(tx, visitId);
    const still = await announced(tx, held, sha256);
    if (still.arrivedAt) {
      await tx.record('visit.attachment-repeated', aboutVisit(held), { sha256 });
      return { sha256, serverAt: still.arrivedAt.toISOString() };
    }
    await keep(tx, held, still, looked);
    await judgeVisit(tx, held);
    return { sha256, serverAt: tx.now.toISOString() };
  });

  async function keep(tx: Parameters<typeof holdVisit>[0], held: Visit, one: Wanted, what: Looked) {
    const file = await enterFile(tx, what, tx.actor.id, aboutVisit(held).regionCode);
    await tx.db
      .update(visitAttachments)
      .set({ arrivedAt: tx.now, fileId: file.id, storedSha256: file.sha256, mediaType: file.mediaType })
      .where(and(ofVisit(visitAttachments, held), eq(visitAttachments.sha256, sha256)));
    await tx.record('visit.attachment-received', aboutVisit(held), {
      number: held.number, sha256, storedSha256: file.sha256, kind: one.kind, size: content.length, deviceId: one.deviceId, deviceAt: one.deviceAt.toISOString(), skewMs: one.skewMs, serverAt: tx.now.toISOString(), place: one.place,
    });
  }
}

/** What was announced by a phone that is not revoked; anything else is not waited for. */
async function announced(ctx: Ctx, visit: Visit, sha256: string): Promise<Wanted> {
  const [row] = await ctx.db.select().from(visitAttachments).where(and(ofVisit(visitAttachments, visit), eq(visitAttachments.sha256, sha256)));
  if (!row) throw new Refusal('attachment-not-announced', 404);
  const [device] = row.arrivedAt ? [] : await ctx.db.select({ revokedAt: visitDevices.revokedAt }).from(visitDevices).where(eq(visitDevices.id, row.deviceId));
  if (device?.revokedAt) throw new Refusal('device-revoked', 403);
  return row;
}

/** A photograph or a drawn signature is a picture and nothing else. */
async function pictureOnly(content: Buffer) {
  const looked = await inspect(content);
  if (!looked.mediaType.startsWith('image/')) throw new Refusal('file-kind-not-allowed', 415);
  return looked;
}
