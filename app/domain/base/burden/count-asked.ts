import { countyCode } from '#app/platform/county-code.ts';
import type { Change } from '#app/platform/change.ts';
import { beijingDay } from '#app/platform/dates.ts';
import type { Asked } from './model.ts';
import { burdenCounts } from './tables.server.ts';

/** 计入负担: part of the change that hands a form in; handed in again under the same subject, the last count stands. */
export async function countAsked(tx: Change, { form, subjectId, regionCode, asked, prefilled, reused }: Asked): Promise<void> {
  const filled = Math.min(prefilled, asked);
  const row = { form, subjectId, regionCode, asked, prefilled: filled, reused: Math.min(reused, asked - filled), day: beijingDay(tx.now), countyCode: countyCode(regionCode) };
  await tx.db
    .insert(burdenCounts)
    .values(row)
    .onConflictDoUpdate({ target: [burdenCounts.countyCode, burdenCounts.form, burdenCounts.subjectId], set: { asked: row.asked, prefilled: row.prefilled, reused: row.reused, day: row.day } });
}
