import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import type { StoredFile } from '#app/domain/base/files/read.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { officially } from '#app/domain/base/regions/name-in.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { getSubmitted, type Handed } from '#app/domain/pilot/applications/submitted.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { redactedPapers } from './tables.server.ts';

/** 遮盖件清单 of an application, by the paper they stand for; the caller has proved its right to the application. */
export async function redactionsOf(ctx: Ctx, applicationId: string) {
  const rows = await ctx.db
    .select({ fileId: redactedPapers.fileId, way: redactedPapers.way, madeByName: redactedPapers.madeByName, madeAt: redactedPapers.madeAt, copy: files })
    .from(redactedPapers)
    .innerJoin(files, eq(files.id, redactedPapers.redactedFileId))
    .where(eq(redactedPapers.applicationId, applicationId));
  return new Map(rows.map((row) => [row.fileId, row]));
}

/** 遮盖页: every paper of the newest submission with its redacted copy, for the office. */
export async function listRedactions<P extends { fileId: string }>(ctx: Ctx, application: { id: string; regionCode: string }, papers: readonly P[]) {
  allow(ctx, 'paper.redact', application);
  const made = await redactionsOf(ctx, application.id);
  return papers.map((paper) => {
    const found = made.get(paper.fileId);
    return { ...paper, redaction: found ? { way: found.way, madeByName: found.madeByName, madeAt: found.madeAt, size: found.copy.size, state: found.copy.state } : null };
  });
}

/** The redacted copy of one paper, if there is one. */
export async function findRedacted(ctx: Ctx, applicationId: string, fileId: string): Promise<StoredFile | undefined> {
  const [found] = await ctx.db
    .select({ copy: files })
    .from(redactedPapers)
    .innerJoin(files, eq(files.id, redactedPapers.redactedFileId))
    .where(and(eq(redactedPapers.applicationId, applicationId), eq(redactedPapers.fileId, fileId)));
  return found?.copy;
}

/** 看遮盖件: the office sees what a reviewer will get. */
export async function openRedacted(ctx: Ctx, applicationId: string, fileId: string): Promise<StoredFile> {
  const application = await getSubmitted(ctx, applicationId);
  allow(ctx, 'paper.redact', application);
  const copy = isId(fileId) ? await findRedacted(ctx, applicationId, fileId) : undefined;
  if (!copy) throw new Refusal('redaction-not-found', 404);
  return copy;
}

type Paper = Pick<Handed['papers'][number], 'paper' | 'fileId'>;

/** 遮盖后的材料: a neutral name, the copy's size and kind; a paper without a copy is there and held back. */
export async function redactPapers(ctx: Ctx, applicationId: string, papers: readonly Paper[]) {
  const made = await redactionsOf(ctx, applicationId);
  return papers.map(({ paper, fileId }, at) => {
    const copy = made.get(fileId)?.copy;
    const { sha256 = '', size = 0, mediaType = '', pages = null, state = 'stored', scan = 'waiting' } = copy ?? {};
    return { paper, fileId, name: neutralName(at, mediaType), sha256, size, mediaType, pages, state, scan, isHeldBack: copy === undefined };
  });
}

/** What a file is called when its own name must not be seen. */
export function neutralName(at: number, mediaType: string): string {
  return `paper-${at + 1}${mediaType === '' ? '' : `.${mediaType === 'application/pdf' ? 'pdf' : mediaType.replace('image/', '').replace('jpeg', 'jpg')}`}`;
}

/** What names an application in texts: its places, from the province down, and its applicant. */
export async function namesOf(ctx: Ctx, application: { regionCode: string; applicantCode: string }): Promise<string[]> {
  const paths = await regionPaths(officially(ctx), [application.regionCode, application.applicantCode]);
  return [...new Set([...paths.values()].flatMap((path) => path.map(({ name }) => name)))];
}
