import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { countAsked } from '#app/domain/base/burden/count-asked.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import { change } from '#app/platform/change.ts';
import type { Actor, Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Found, holdSheet } from './hold-sheet.ts';
import { lookAtSheet } from './look-at-sheet.ts';
import { isFillable, isLate, type Told } from './model.ts';
import { collectionHandIns, collectionSheets } from './tables.server.ts';

/** 代填: whoever holds no right in the unit itself, nor in what it became, enters for it. */
export const isEnteredFor = (actor: Actor, { sheet, heir }: Pick<Found, 'sheet' | 'heir'>): boolean => !actor.grants.some(({ regionCode }) => regionCode === sheet.regionCode || regionCode === heir);

/** 交表: once nothing is lacking; frozen with its fingerprint, counted as a burden; a late one is taken and says so. */
export function handInSheet(ctx: Ctx, sheetId: string, { enteredFor }: { enteredFor: string }): Promise<number> {
  return change(ctx, async (tx) => {
    const held = await holdSheet(tx, sheetId, 'collection.fill');
    const { sheet } = held;
    if (!isFillable(sheet.state)) throw new Refusal('sheet-not-open');
    const isForOthers = isEnteredFor(tx.actor, held);
    if (isForOthers && enteredFor === '') throw new Refusal('sheet-entered-for', 422);
    const { cells, asked, lacking } = await lookAtSheet(tx, sheet);
    if (lacking.some(({ weight }) => weight === 'stop')) throw new Refusal('sheet-has-faults', 422);
    if (lacking.length > 0) throw new Refusal('sheet-reason-missing', 422);
    const content = asked.map(({ indicatorId, breakdown, entry }): Told => ({
      indicatorId, breakdown, value: entry?.value ?? '', numerator: entry?.numerator ?? '', denominator: entry?.denominator ?? '', figure: entry?.figure ?? null, reason: entry?.reason ?? '', source: entry?.source ?? '',
      ...(entry?.evidenceId ? { evidenceId: entry.evidenceId } : {}),
    }));
    const turn = sheet.turn + 1;
    const isOverdue = isLate(sheet, beijingDay(tx.now));
    const by = { isLate: isOverdue, enteredFor: isForOthers ? enteredFor : '', reportedByName: tx.actor.name, reportedAt: tx.now };
    const hash = createHash('sha256').update(canonicalJson({ regionCode: sheet.regionCode, department: sheet.department, period: sheet.period, content })).digest('hex');
    await tx.db.insert(collectionHandIns).values({ countyCode: sheet.countyCode, sheetId, turn, content, hash, ...by });
    await tx.db.update(collectionSheets).set({ state: 'reported', turn, ...by, reportedBy: tx.actor.id, note: '' }).where(and(eq(collectionSheets.countyCode, sheet.countyCode), eq(collectionSheets.id, sheetId)));
    const filled = asked.filter(({ entry }) => entry?.origin === 'operations').length;
    if (sheet.regionCode !== '*') await countAsked(tx, { form: 'figures', subjectId: sheetId, regionCode: sheet.regionCode, asked: cells.length, prefilled: cells.length - asked.length + filled, reused: 0 });
    await tx.record('collection.reported', { id: sheetId, regionCode: sheet.regionCode }, { turn, hash, cells: content.length, isLate: isOverdue, ...(by.enteredFor ? { enteredFor: by.enteredFor } : {}) });
    return turn;
  });
}
