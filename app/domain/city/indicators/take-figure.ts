import { and, eq } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Figures } from './check-value.ts';
import { dropValue } from './drop-value.ts';
import { originCode, stateCode, wayCode } from './model.ts';
import { derivedFigures, indicatorValues } from './tables.server.ts';
import { type Place, writeValue } from './write-value.ts';

export type Taken = 'recorded' | 'corrected' | 'known' | 'beside' | 'dropped' | 'none';

/**
 * 采用业务数: what the work itself says of a place, part of another change. It stands where nobody typed a figure; where somebody
 * did, it is kept beside it and both are shown. Nothing to say takes back only what was said here before. `places` says how many units it comes from.
 */
export async function takeFigure(tx: Change, place: Place, figures: Figures | null, { places, source }: { places: number; source: string }): Promise<Taken> {
  const d = derivedFigures;
  const at = { countyCode: countyCode(place.regionCode), ...place };
  const same = (t: typeof d | typeof indicatorValues) =>
    and(eq(t.countyCode, at.countyCode), eq(t.regionCode, place.regionCode), eq(t.indicatorId, place.indicatorId), eq(t.period, place.period), eq(t.breakdown, place.breakdown));
  const [standing] = await tx.db.select({ origin: indicatorValues.origin, status: indicatorValues.status }).from(indicatorValues).where(same(indicatorValues)).for('update');
  const isOurs = standing?.origin === originCode('operations');
  if (!figures) {
    await tx.db.delete(d).where(and(same(d), eq(d.way, wayCode('operations'))));
    return isOurs && standing.status !== stateCode('locked') ? dropValue(tx, place, 'operations') : 'none';
  }
  const row = { ...figures, reported: places, expected: places, reckonedAt: tx.now };
  await tx.db.insert(d).values({ ...at, way: wayCode('operations'), ...row }).onConflictDoUpdate({ target: [d.countyCode, d.regionCode, d.indicatorId, d.period, d.breakdown, d.way], set: row });
  const gives = isOurs || standing?.origin === originCode('roll-up');
  if (standing && (!gives || standing.status === stateCode('locked'))) return 'beside';
  return writeValue(tx, place, figures, { origin: 'operations', source, sourceUrl: null, reason: 'operations' });
}
