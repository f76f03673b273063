import { and, eq } from 'drizzle-orm';
import { isSealedProof } from '#app/domain/base/evidence/proof.ts';
import { holdFiles } from '#app/domain/base/files/hold-files.ts';
import { storeFile, type Upload } from '#app/domain/base/files/store-file.ts';
import { everybody } from '#app/domain/city/indicators/model.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { cellsOf } from './cells.ts';
import { findSheet, holdSheet, type Sheet } from './hold-sheet.ts';
import { ground, letGo } from './let-go.ts';
import { type CellKey, isFillable, keyOf } from './model.ts';
import { collectionEntries } from './tables.server.ts';

/** 给一格附佐证: a paper or picture while the sheet is being filled in; another one takes its place. It goes with the figure once that is accepted. */
export async function attachEvidence(ctx: Ctx, sheetId: string, cell: CellKey, upload: Upload): Promise<void> {
  const { sheet, mayFill } = await findSheet(ctx, sheetId);
  if (!mayFill) throw new Refusal('not-allowed', 403);
  await takes(ctx, sheet, cell); // before anything of it is kept
  if (isSealedProof('statement', [upload.name])) throw new Refusal('evidence-sealed-proof', 422);
  const { id: evidenceId } = await storeFile(ctx, upload);
  await change(ctx, async (tx) => {
    const held = (await holdSheet(tx, sheetId, 'collection.fill')).sheet;
    await takes(tx, held, cell);
    const former = await put(tx, held, cell, evidenceId);
    await holdFiles(tx, [evidenceId], ground);
    if (former) await letGo(tx, held, former);
    await tx.record('collection.evidence-attached', { id: sheetId, regionCode: held.regionCode }, { ...cell, fileId: evidenceId, former });
  });
}

/** As at the desk, only the figure of everybody has a paper, not those of its groups. */
async function takes(ctx: Ctx, sheet: Sheet, cell: CellKey): Promise<void> {
  if (!isFillable(sheet.state)) throw new Refusal('sheet-not-open');
  if (cell.breakdown !== everybody || !(await cellsOf(ctx, sheet)).some((each) => keyOf(each) === keyOf(cell))) throw new Refusal('sheet-cell-unknown', 400);
}

/** A cell in which nothing is typed yet stays at revision 0, so that a paper is in nobody's way who types. Answers the paper before. */
async function put(tx: Change, { countyCode, id: sheetId }: Sheet, { indicatorId, breakdown }: CellKey, evidenceId: string): Promise<string | null> {
  const e = collectionEntries;
  const here = and(eq(e.countyCode, countyCode), eq(e.sheetId, sheetId), eq(e.indicatorId, indicatorId), eq(e.breakdown, breakdown));
  const [held] = await tx.db.select({ evidenceId: e.evidenceId }).from(e).where(here).for('update');
  if (held) await tx.db.update(e).set({ evidenceId }).where(here);
  else await tx.db.insert(e).values({ countyCode, sheetId, indicatorId, breakdown, evidenceId, revision: 0, savedBy: tx.actor.id, savedByName: tx.actor.name, savedAt: tx.now });
  return held?.evidenceId ?? null;
}
