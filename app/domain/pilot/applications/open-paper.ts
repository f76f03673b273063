import { and, eq, ne, or, sql } from 'drizzle-orm';
import { getFile, type StoredFile } from '#app/domain/base/files/read.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { applicationPapers, applications, submissions } from './tables.server.ts';

/** 打开材料: for those who may read or check the application. */
export async function openPaper(ctx: Ctx, applicationId: string, fileId: string): Promise<StoredFile> {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  const [row] = isId(applicationId)
    ? await ctx.db
        .select({ id: applications.id })
        .from(applications)
        .where(and(eq(applications.id, applicationId), mayOpen(ctx)))
    : [];
  if (!row) throw new Refusal('file-not-found', 404);
  return paperOf(ctx, applicationId, fileId);
}

function mayOpen(ctx: Ctx) {
  const reads = within(ctx, 'application.read', applications.regionCode);
  const checks = within(ctx, 'application.check', applications.regionCode);
  const queued = and(ne(applications.status, 'draft'), within(ctx, 'application.queue', applications.regionCode));
  return or(reads, checks, queued);
}

/**
 * A paper of an application, also one that an earlier submission held, for a caller that has proved its right:
 * the review room asks by assignment and then comes here.
 */
export async function paperOf(ctx: Ctx, applicationId: string, fileId: string): Promise<StoredFile> {
  if (!isId(fileId) || !isId(applicationId)) throw new Refusal('file-not-found', 404);
  const { rows } = await ctx.db.execute(sql`
    select 1 from ${applicationPapers} where application_id = ${applicationId} and file_id = ${fileId}
    union all
    select 1 from ${submissions} where application_id = ${applicationId} and content @> ${JSON.stringify({ papers: [{ fileId }] })}::jsonb
    limit 1`);
  if (rows.length === 0) throw new Refusal('file-not-found', 404);
  return getFile(ctx, fileId);
}
