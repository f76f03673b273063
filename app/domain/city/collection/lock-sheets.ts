import { and, eq, inArray } from 'drizzle-orm';
import { lockValues } from '#app/domain/city/indicators/lock-values.ts';
import type { Change } from '#app/platform/change.ts';
import type { Sheet } from './hold-sheet.ts';
import { collectionHandIns, collectionSheets } from './tables.server.ts';

type Which = Pick<Sheet, 'countyCode' | 'id' | 'regionCode' | 'period' | 'turn'>;

/** 锁定或解锁填报表的数: only what these sheets of one round told themselves when they were last handed in; what was known from elsewhere is not theirs to lock. */
export async function lockSheets(tx: Change, sheets: readonly Which[], isLocked: boolean): Promise<void> {
  if (sheets.length === 0) return;
  const [h, s] = [collectionHandIns, collectionSheets];
  const told = await tx.db.select({ sheetId: h.sheetId, content: h.content }).from(h).innerJoin(s, and(eq(s.countyCode, h.countyCode), eq(s.id, h.sheetId), eq(s.turn, h.turn)))
    .where(and(inArray(h.countyCode, [...new Set(sheets.map(({ countyCode }) => countyCode))]), inArray(h.sheetId, sheets.map(({ id }) => id))));
  const contents = new Map(told.map(({ sheetId, content }) => [sheetId, content]));
  for (const { id, regionCode, period } of sheets) await lockValues(tx, regionCode, period, (contents.get(id) ?? []).filter(({ figure }) => figure !== null), isLocked);
}
