import { sql } from 'drizzle-orm';
import { beijingDay } from '#app/platform/dates.ts';
import type { Change } from '#app/platform/change.ts';
import { applicationNumbers } from './tables.server.ts';

/** 编号: TY-2026-0001 and on; the year's row makes one start wait for the other, and a start undone gives its number back. */
export async function nextNumber(tx: Change): Promise<string> {
  const year = Number(beijingDay(tx.now).slice(0, 4));
  const [row] = await tx.db
    .insert(applicationNumbers)
    .values({ year, last: 1 })
    .onConflictDoUpdate({ target: applicationNumbers.year, set: { last: sql`${applicationNumbers.last} + 1` } })
    .returning({ last: applicationNumbers.last });
  return `TY-${year}-${String(row!.last).padStart(4, '0')}`;
}
