import { and, eq } from 'drizzle-orm';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import type { Change } from '#app/platform/change.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { canMove, type Danger, type HazardKind, type HazardState, limitOf, repairDaysOf } from './model.ts';
import { responsibleFor } from './responsible.ts';
import { hazardSteps, hazards } from './tables.server.ts';

export type Hazard = typeof hazards.$inferSelect;

/** 到期日 of a state that begins today, by the limits of the place. */
export async function dueOnOf(tx: Change, { regionCode, kind, danger }: { regionCode: string; kind: HazardKind; danger: Danger }, state: HazardState): Promise<string | null> {
  const { clock } = await responsibleFor(tx, regionCode, kind);
  const days = limitOf(state, { ...clock, repairDays: repairDaysOf(clock, danger) });
  return days === undefined ? null : addWorkdays(tx, beijingDay(tx.now), days);
}

/** What a step is called on the way of a hazard. */
export type Step = HazardState | 'reopened' | 'not-fixed' | 'escalated';
type Taken = { to: HazardState; step?: Step; note?: string; byName?: string; set?: Partial<Hazard> };

/** 推进一步: the only way a hazard changes its state: checks that it may, sets the clock anew and writes the step down. */
export async function move(tx: Change, hazard: Hazard, { to, step = to, note = '', byName = tx.actor.name, set = {} }: Taken): Promise<void> {
  if (!canMove(hazard.state, to)) throw new Refusal('hazard-moved-on');
  const after = { ...hazard, ...set };
  const dueOn = await dueOnOf(tx, after, to);
  await tx.db.update(hazards).set({ ...set, state: to, dueOn, escalation: 0, changedAt: tx.now }).where(ofHazard(hazard));
  await writeStep(tx, hazard, step, note, byName);
}

export function writeStep(tx: Change, { countyCode, id }: Pick<Hazard, 'countyCode' | 'id'>, step: Step, note: string, byName: string) {
  return tx.db.insert(hazardSteps).values({ countyCode, hazardId: id, step, note, byName, at: tx.now });
}

/** The row of a hazard, by the whole of its key. */
export function ofHazard({ countyCode, id }: Pick<Hazard, 'countyCode' | 'id'>) {
  return and(eq(hazards.countyCode, countyCode), eq(hazards.id, id));
}
