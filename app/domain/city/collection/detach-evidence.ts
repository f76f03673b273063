import { and, eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdSheet } from './hold-sheet.ts';
import { letGo } from './let-go.ts';
import { type CellKey, isFillable } from './model.ts';
import { collectionEntries } from './tables.server.ts';

/** 撤下一格的佐证, until the sheet is handed in; what the checker has seen of it in an earlier turn stays kept. */
export function detachEvidence(ctx: Ctx, sheetId: string, { indicatorId, breakdown }: CellKey): Promise<void> {
  return change(ctx, async (tx) => {
    const { sheet } = await holdSheet(tx, sheetId, 'collection.fill');
    if (!isFillable(sheet.state)) throw new Refusal('sheet-not-open');
    const e = collectionEntries;
    const here = and(eq(e.countyCode, sheet.countyCode), eq(e.sheetId, sheetId), eq(e.indicatorId, indicatorId), eq(e.breakdown, breakdown));
    const [held] = await tx.db.select({ evidenceId: e.evidenceId, revision: e.revision }).from(e).where(here).for('update');
    if (!held?.evidenceId) throw new Refusal('file-not-found', 404);
    if (held.revision === 0) await tx.db.delete(e).where(here);
    else await tx.db.update(e).set({ evidenceId: null }).where(here);
    await letGo(tx, sheet, held.evidenceId);
    await tx.record('collection.evidence-detached', { id: sheetId, regionCode: sheet.regionCode }, { indicatorId, breakdown, fileId: held.evidenceId });
  });
}
