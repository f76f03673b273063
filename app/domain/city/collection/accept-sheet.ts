import { and, eq } from 'drizzle-orm';
import { everybody } from '#app/domain/city/indicators/model.ts';
import { keptAt, yearOf } from '#app/domain/city/indicators/period.ts';
import { reckonFrom } from '#app/domain/city/indicators/reckon-values.ts';
import { restateLate } from '#app/domain/city/indicators/restate-late.ts';
import { writeValue } from '#app/domain/city/indicators/write-value.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdSheet } from './hold-sheet.ts';
import { lockSheets } from './lock-sheets.ts';
import { lookAtSheet } from './look-at-sheet.ts';
import { collectionSheets } from './tables.server.ts';

/** 审核通过: what was handed in becomes the figures of its unit and period, each with its paper, and of what the unit was joined into once all that went into it have told; never by whoever typed or handed it in. After its round is closed they are locked at once. */
export function acceptSheet(ctx: Ctx, sheetId: string, turn: number): Promise<void> {
  return change(ctx, async (tx) => {
    const { sheet, round, heir, isAlone, isOwn } = await holdSheet(tx, sheetId, 'collection.check');
    if (sheet.state !== 'reported') throw new Refusal('sheet-not-reported');
    if (sheet.turn !== turn) throw new Refusal('changed-meanwhile');
    if (isOwn) throw new Refusal('sheet-own');
    const { asked } = await lookAtSheet(tx, sheet);
    const corrected = sheet.acceptedAt === null ? '' : sheet.note;
    // What alone became another unit took its figures along.
    const regionCode = heir && isAlone ? heir : sheet.regionCode;
    let written = 0;
    for (const { indicatorId, breakdown, entry, indicator } of asked) {
      if (!entry || entry.figure === null) continue;
      const figures = { value: entry.figure, numerator: entry.figureNumerator, denominator: entry.figureDenominator };
      const telling = { origin: 'by-hand', source: entry.source || round.zh, sourceUrl: null, evidenceId: entry.evidenceId, reason: entry.reason || corrected || round.zh } as const;
      const outcome = await writeValue(tx, { indicatorId, regionCode, period: keptAt(sheet.period, indicator.definition.frequency), breakdown }, figures, telling);
      if (outcome === 'known') continue;
      written += 1;
      if (breakdown === everybody) await reckonFrom(tx, indicator.code, regionCode, yearOf(sheet.period));
    }
    if (heir && !isAlone) await restateLate(tx, sheet.regionCode, asked.map(({ indicator }) => indicator));
    const isOver = round.state === 'closed';
    if (isOver) await lockSheets(tx, [sheet], true);
    await tx.db.update(collectionSheets).set({ state: isOver ? 'locked' : 'accepted', checkedAt: tx.now, checkedByName: tx.actor.name, acceptedAt: tx.now, note: '' }).where(and(eq(collectionSheets.countyCode, sheet.countyCode), eq(collectionSheets.id, sheetId)));
    await tx.record('collection.accepted', { id: sheetId, regionCode: sheet.regionCode }, { turn, figures: written });
  });
}
