import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { getFile, ownFile, type StoredFile } from '#app/domain/base/files/read.ts';
import { readWhole } from '#app/domain/base/files/storage.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { paperOf } from '#app/domain/pilot/applications/open-paper.ts';
import { getSubmitted } from '#app/domain/pilot/applications/submitted.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { cleanPdf } from './clean-pdf.ts';
import type { RedactionWay } from './model.ts';
import { redactedPapers } from './tables.server.ts';

type Application = { id: string; regionCode: string };

/** 上传遮盖件: a copy of a paper in which the office has covered what says who applies; a newer one takes the place of an older. */
export function bringRedacted(ctx: Ctx, applicationId: string, fileId: string, redactedFileId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const application = await getSubmitted(tx, applicationId);
    await keepBrought(tx, application, await paperOf(tx, applicationId, fileId), redactedFileId);
  });
}

/** 制作遮盖件: the paper as it is, without what its file says about itself, for one that names nobody on its pages. */
export function makeRedacted(ctx: Ctx, applicationId: string, fileId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const application = await getSubmitted(tx, applicationId);
    await keepMade(tx, application, await paperOf(tx, applicationId, fileId));
  });
}

/** 撤下遮盖件: reviewers who must not know who applies no longer get the paper. */
export function removeRedacted(ctx: Ctx, applicationId: string, fileId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const application = await getSubmitted(tx, applicationId);
    allow(tx, 'paper.redact', application);
    const gone = await tx.db.delete(redactedPapers).where(and(eq(redactedPapers.applicationId, applicationId), eq(redactedPapers.fileId, fileId))).returning({ fileId: redactedPapers.fileId });
    if (gone.length === 0) throw new Refusal('redaction-not-found', 404);
    await tx.record('paper.redaction-removed', { id: fileId, regionCode: application.regionCode }, { applicationId });
  });
}

/** The same two for a paper whose place in the application another room has proved. */
export async function keepBrought(tx: Change, application: Application, paper: StoredFile, redactedFileId: string): Promise<void> {
  allow(tx, 'paper.redact', application);
  if (redactedFileId === paper.id) throw new Refusal('redaction-same-file', 400);
  const brought = await ownFile(tx, redactedFileId);
  if (brought.sha256 === paper.sha256) throw new Refusal('redaction-same-file', 400);
  const copy = await nameless(tx, brought);
  await keep(tx, application, paper, copy, 'uploaded');
}

export async function keepMade(tx: Change, application: Application, paper: StoredFile): Promise<void> {
  allow(tx, 'paper.redact', application);
  await keep(tx, application, paper, await nameless(tx, await getFile(tx, paper.id)), 'cleaned');
}

/** A file of its own with a name that says nothing; pictures were drawn anew when they came and carry nothing. */
async function nameless(tx: Change, file: StoredFile): Promise<StoredFile> {
  const content = await readWhole(file.sha256);
  const cleaned = file.mediaType === 'application/pdf' ? cleanPdf(content) : content;
  if (!cleaned) throw new Refusal('redaction-not-cleanable', 422);
  return storeFile(tx, { name: 'redacted', content: cleaned });
}

async function keep(tx: Change, application: Application, paper: StoredFile, copy: StoredFile, way: RedactionWay): Promise<void> {
  const made = { redactedFileId: copy.id, way, madeBy: tx.actor.id, madeByName: tx.actor.name, madeAt: tx.now };
  await tx.db
    .insert(redactedPapers)
    .values({ applicationId: application.id, fileId: paper.id, ...made })
    .onConflictDoUpdate({ target: [redactedPapers.applicationId, redactedPapers.fileId], set: made });
  await tx.record('paper.redacted', { id: paper.id, regionCode: application.regionCode }, { applicationId: application.id, sha256: copy.sha256, way });
}
