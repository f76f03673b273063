import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { forgetFact } from '#app/domain/base/communities/facts.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { settleFact } from './add-evidence.ts';
import { contentOfRow } from './content.ts';
import { findEvidence } from './read.ts';
import { evidence } from './tables.server.ts';

/** 撤回佐证: with a reason. It stays readable where it was cited, marked as withdrawn; nothing new may rest on it. */
export function withdrawEvidence(ctx: Ctx, regionCode: string, id: string, { reason }: { reason: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const row = await findEvidence(tx, regionCode, id);
    if (!row) throw new Refusal('evidence-not-found', 404);
    allow(tx, 'evidence.add', row);
    const gone = await tx.db
      .update(evidence)
      .set({ withdrawnAt: tx.now, withdrawnFor: reason, changedAt: tx.now })
      .where(and(eq(evidence.countyCode, row.countyCode), eq(evidence.id, id), isNull(evidence.withdrawnAt)))
      .returning();
    if (!gone[0]) throw new Refusal('evidence-withdrawn', 409);
    await unsettleFact(tx, gone[0]);
    await tx.record('evidence.withdrawn', { id, regionCode: row.regionCode }, { reason, hash: row.hash });
  });
}

/** What it settled is settled by the newest piece that still stands, or no longer known. */
async function unsettleFact(tx: Change, row: typeof evidence.$inferSelect): Promise<void> {
  if (row.factKey === '' || row.number === null) return;
  const [other] = await tx.db
    .select()
    .from(evidence)
    .where(and(
      eq(evidence.countyCode, row.countyCode), eq(evidence.regionCode, row.regionCode), eq(evidence.factKey, row.factKey),
      isNull(evidence.withdrawnAt), isNotNull(evidence.number),
    ))
    .orderBy(desc(evidence.id))
    .limit(1);
  if (other) await settleFact(tx, row.regionCode, contentOfRow(other));
  else await forgetFact(tx, row.regionCode, row.factKey, String(row.number));
}
