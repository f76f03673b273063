import { and, eq } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Figures } from './check-value.ts';
import { type Origin, originCode, stateCode } from './model.ts';
import { noteDues } from './note-dues.ts';
import { indicatorValuePasts, indicatorValues } from './tables.server.ts';

export type Place = { indicatorId: number; regionCode: string; period: number; breakdown: number };
/** `evidenceId` is the paper that comes with the figure; without one, that of the same figure stays. */
export type Telling = { origin: Origin; source: string; sourceUrl: string | null; reason: string; evidenceId?: string | null };

/**
 * 写入一个值: part of another change. What stood before is kept beside it with the reason; the same figure again changes nothing.
 */
export async function writeValue(tx: Change, place: Place, figures: Figures, { origin, source, sourceUrl, reason, evidenceId = null }: Telling): Promise<'recorded' | 'corrected' | 'known'> {
  const v = indicatorValues;
  const at = { countyCode: countyCode(place.regionCode), ...place };
  const here = and(eq(v.countyCode, at.countyCode), eq(v.regionCode, place.regionCode), eq(v.indicatorId, place.indicatorId), eq(v.period, place.period), eq(v.breakdown, place.breakdown));
  const row = { ...figures, status: stateCode('accepted'), origin: originCode(origin), source, sourceUrl, recordedAt: tx.now, recordedByName: tx.actor.name };
  const [known] = await tx.db.select().from(v).where(here).for('update');
  if (!known) {
    const added = await tx.db.insert(v).values({ ...at, ...row, evidenceId }).onConflictDoNothing().returning({ period: v.period });
    if (added.length === 0) throw new Refusal('changed-meanwhile');
    if (origin !== 'formula') await noteDues(tx, [place]);
    return 'recorded';
  }
  const isSame = known.value === figures.value && known.numerator === figures.numerator && known.denominator === figures.denominator && known.source === source && known.sourceUrl === sourceUrl;
  if (isSame) {
    if (evidenceId && evidenceId !== known.evidenceId) await tx.db.update(v).set({ evidenceId }).where(here);
    return 'known';
  }
  if (known.status === stateCode('locked')) throw new Refusal('value-locked');
  if (reason === '') throw new Refusal('value-reason-missing', 422);
  await tx.db.insert(indicatorValuePasts).values({ ...known, reason, replacedAt: tx.now, replacedByName: tx.actor.name });
  await tx.db.update(v).set({ ...row, evidenceId: evidenceId ?? (known.value === figures.value ? known.evidenceId : null) }).where(here); // the paper of another figure proves nothing of this one
  if (origin !== 'formula') await noteDues(tx, [place]);
  return 'corrected';
}
