import { and, eq } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { noteDues } from './note-dues.ts';
import { indicatorValuePasts, indicatorValues } from './tables.server.ts';
import type { Place } from './write-value.ts';

/** 撤下一个值: part of another change; what stood is kept with the reason, and there is no figure any more. */
export async function dropValue(tx: Change, place: Place, reason: string): Promise<'dropped' | 'none'> {
  const v = indicatorValues;
  const here = and(eq(v.countyCode, countyCode(place.regionCode)), eq(v.regionCode, place.regionCode), eq(v.indicatorId, place.indicatorId), eq(v.period, place.period), eq(v.breakdown, place.breakdown));
  const [gone] = await tx.db.delete(v).where(here).returning();
  if (!gone) return 'none';
  await tx.db.insert(indicatorValuePasts).values({ ...gone, reason, replacedAt: tx.now, replacedByName: tx.actor.name });
  await noteDues(tx, [place]);
  return 'dropped';
}
