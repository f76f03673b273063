import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { tidyCode } from '#app/platform/spoken-code.ts';
import type { Hazard } from './step.ts';
import { hazards } from './tables.server.ts';

/** 取隐患 for a change, in the scope of whoever handles it; `place` is the community on whose page they are. */
export async function holdHazard(tx: Change, place: string, id: string): Promise<Hazard> {
  allow(tx, 'hazard.handle', { regionCode: place });
  const [hazard] = isId(id)
    ? await tx.db.select().from(hazards).where(and(eq(hazards.countyCode, countyCode(place)), eq(hazards.id, id), within(tx, 'hazard.handle', hazards.regionCode))).for('update')
    : [];
  if (!hazard) throw new Refusal('hazard-not-found', 404);
  return hazard;
}

/** 按查询码取: whoever holds the code reported it; of a duplicate the hazard it is the same as. */
export async function holdByCode(tx: Change, code: string): Promise<Hazard> {
  const [hazard] = await tx.db.select().from(hazards).where(eq(hazards.code, tidyCode(code))).for('update');
  if (!hazard) throw new Refusal('hazard-code-unknown', 404);
  if (hazard.state !== 'duplicate') return hazard;
  const [main] = await tx.db.select().from(hazards).where(and(eq(hazards.countyCode, hazard.countyCode), eq(hazards.id, hazard.duplicateOf!))).for('update');
  return main!;
}

/** 按维修码取: whoever holds it was given the work. */
export async function holdByRepairCode(tx: Change, code: string): Promise<Hazard> {
  const plain = tidyCode(code);
  const [hazard] = plain.length === 14 ? await tx.db.select().from(hazards).where(eq(hazards.repairCode, plain)).for('update') : [];
  if (!hazard) throw new Refusal('repair-code-unknown', 404);
  return hazard;
}
