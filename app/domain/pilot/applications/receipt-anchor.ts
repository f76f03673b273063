import { eq } from 'drizzle-orm';
import { type Anchored, proofOf } from '#app/domain/base/records/proof.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { submissions } from './tables.server.ts';

/** 回执的封存: the line of the records that holds this receipt's code and hash, and how it is sealed. */
export async function receiptAnchor(ctx: Ctx, code: string): Promise<Anchored> {
  const [row] = await ctx.db
    .select({ applicationId: submissions.applicationId, hash: submissions.hash })
    .from(submissions)
    .where(eq(submissions.receiptCode, code));
  if (!row) return { state: 'unsealed' };
  return proofOf(ctx, { event: 'application.submitted', subjectId: row.applicationId, facts: { code, hash: row.hash } });
}
