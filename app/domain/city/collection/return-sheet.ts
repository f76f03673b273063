import { and, eq, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { cellsOf } from './cells.ts';
import { holdSheet } from './hold-sheet.ts';
import type { ReturnInput } from './input.ts';
import { lockSheets } from './lock-sheets.ts';
import { isFillable, keyOf } from './model.ts';
import { collectionEntries, collectionSheets } from './tables.server.ts';

/** Days to put a returned sheet right, at least. */
const mendDays = 5;

/** 退回: with a reason, and one for each cell that is meant; an accepted sheet is opened again for a correction, a locked one only by the place that collects. */
export function returnSheet(ctx: Ctx, sheetId: string, { turn, note, remarks }: ReturnInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { sheet, round } = await holdSheet(tx, sheetId, 'collection.check');
    if (isFillable(sheet.state)) throw new Refusal('sheet-not-reported');
    if (sheet.turn !== turn) throw new Refusal('changed-meanwhile');
    const asked = new Set((await cellsOf(tx, sheet)).map(keyOf));
    const said = remarks.filter(({ remark }) => remark !== '');
    if (said.some((each) => !asked.has(keyOf(each)))) throw new Refusal('sheet-cell-unknown', 400);
    if (sheet.state === 'locked') {
      allow(tx, 'collection.open', { regionCode: round.regionCode });
      await lockSheets(tx, [sheet], false);
    }
    const here = and(eq(collectionEntries.countyCode, sheet.countyCode), eq(collectionEntries.sheetId, sheetId));
    await tx.db.update(collectionEntries).set({ remark: '' }).where(here);
    for (const { remark, indicatorId, breakdown } of said) await tx.db.update(collectionEntries).set({ remark }).where(and(here, eq(collectionEntries.indicatorId, indicatorId), eq(collectionEntries.breakdown, breakdown)));
    await tx.db.update(collectionSheets).set({
      state: 'returned', note, checkedAt: tx.now, checkedByName: tx.actor.name, dueOn: sql`greatest(${collectionSheets.dueOn}, ${addDays(beijingDay(tx.now), mendDays)}::date)`,
    }).where(and(eq(collectionSheets.countyCode, sheet.countyCode), eq(collectionSheets.id, sheetId)));
    await tx.record(sheet.state === 'reported' ? 'collection.returned' : 'collection.reopened', { id: sheetId, regionCode: sheet.regionCode }, { turn, note, cells: said.length });
  });
}
