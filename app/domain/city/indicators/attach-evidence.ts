import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { isSealedProof } from '#app/domain/base/evidence/proof.ts';
import { holdFiles } from '#app/domain/base/files/hold-files.ts';
import { ownFile } from '#app/domain/base/files/read.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { everybody } from './model.ts';
import { getIndicator } from './read.ts';
import { indicatorValues } from './tables.server.ts';

/** 给一个数附佐证: a paper or picture of one's own for a figure that stands, also a locked one; the paper before gives way to it and stays kept. */
export function attachEvidence(ctx: Ctx, code: string, { regionCode, period }: { regionCode: string; period: number }, fileId: string): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'value.record', { regionCode });
    const { id } = await getIndicator(tx, code);
    const { name } = await ownFile(tx, fileId);
    if (isSealedProof('statement', [name])) throw new Refusal('evidence-sealed-proof', 422);
    const v = indicatorValues;
    const here = and(eq(v.countyCode, countyCode(regionCode)), eq(v.regionCode, regionCode), eq(v.indicatorId, id), eq(v.period, period), eq(v.breakdown, everybody));
    const [known] = await tx.db.select({ evidenceId: v.evidenceId }).from(v).where(here).for('update');
    if (!known) throw new Refusal('value-not-found', 404);
    await tx.db.update(v).set({ evidenceId: fileId }).where(here);
    await holdFiles(tx, [fileId], 'figure');
    await tx.record('value.evidence-attached', { id: code, regionCode }, { period, fileId, former: known.evidenceId });
  });
}
