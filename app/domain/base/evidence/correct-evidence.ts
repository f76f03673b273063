import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { filesOf, refuseUnfit, settleFact } from './add-evidence.ts';
import { contentOf, contentOfRow, hashOf } from './content.ts';
import type { CorrectInput } from './input.ts';
import type { Content } from './model.ts';
import { findEvidence } from './read.ts';
import { evidence, evidenceRevisions } from './tables.server.ts';

/** 更正佐证: what it said stays readable, what rests on it keeps the hash it rested on, and nobody overwrites a colleague. */
export function correctEvidence(ctx: Ctx, regionCode: string, id: string, input: CorrectInput): Promise<void> {
  return change(ctx, async (tx) => {
    const row = await findEvidence(tx, regionCode, id);
    if (!row) throw new Refusal('evidence-not-found', 404);
    allow(tx, 'evidence.add', row);
    if (row.withdrawnAt) throw new Refusal('evidence-withdrawn', 409);
    if (row.revision !== input.revision) throw new Refusal('changed-meanwhile');
    const content = contentOf(input, await filesOf(tx, input.fileIds, row.files));
    await replaceContent(tx, row, content, input.reason);
  });
}

/** 换成新的内容, as a revision, inside a change whose verb has proved the right to it. */
export async function replaceContent(tx: Change, row: typeof evidence.$inferSelect, content: Content, reason: string): Promise<void> {
  refuseUnfit(tx, content);
  const hash = hashOf(content);
  if (hash === row.hash) throw new Refusal('evidence-unchanged');

  const { id, countyCode, revision, regionCode } = row;
  await tx.db.insert(evidenceRevisions).values({
    countyCode, evidenceId: id, revision, regionCode, content: contentOfRow(row), hash: row.hash, reason, replacedAt: tx.now, replacedByName: tx.actor.name,
  });
  const longer = content.validTo !== row.validTo ? { toldStage: 0 } : {};
  const corrected = await tx.db
    .update(evidence)
    .set({ ...content, hash, revision: revision + 1, changedAt: tx.now, ...longer })
    .where(and(eq(evidence.countyCode, countyCode), eq(evidence.id, id), eq(evidence.revision, revision)))
    .returning({ id: evidence.id });
  if (corrected.length === 0) throw new Refusal('changed-meanwhile');
  await settleFact(tx, regionCode, content);
  await tx.record('evidence.corrected', { id, regionCode }, { reason, before: row.hash, hash, revision: revision + 1 });
}
