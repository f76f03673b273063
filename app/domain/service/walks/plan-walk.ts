import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { newCode } from '#app/platform/spoken-code.ts';
import { findPlace } from './find-place.ts';
import { holdWalk, ofWalk } from './hold-walk.ts';
import type { PlanInput } from './input.ts';
import { checklistVersion, countOf, isOver } from './model.ts';
import { walks } from './tables.server.ts';

/** A walk is planned no further ahead; one that was on paper is entered no later. */
const [daysAhead, daysBack] = [180, 60];

/** 计划走查: a place, a day, the adults, a group without names; with its own code for phones. */
export function planWalk(ctx: Ctx, regionCode: string, { place, day, adults, groupName, children, note }: PlanInput, isInvented = false): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'walk.lead', { regionCode });
    const today = beijingDay(tx.now);
    if (day < addDays(today, -daysBack) || day > addDays(today, daysAhead)) throw new Refusal('walk-day-far', 400);
    const where = await findPlace(tx, regionCode, place);
    const [walk] = await tx.db
      .insert(walks)
      .values({
        countyCode: countyCode(regionCode), regionCode, ...where, checklistVersion, day, adults, groupName, children, note, code: newCode(), plannedByName: tx.actor.name, plannedAt: tx.now, isInvented,
      })
      .returning();
    await tx.record('walk.planned', walk!, { place: where.place, day, children: countOf(children) });
    return walk!.id;
  });
}

/** 取消走查: with the reason; nothing more is taken in. */
export function callOffWalk(ctx: Ctx, place: string, id: string, { words }: { words: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const walk = await holdWalk(tx, place, id);
    if (isOver(walk.state)) throw new Refusal('walk-over');
    await tx.db.update(walks).set({ state: 'called-off', endedAt: tx.now, endedByName: tx.actor.name, endWords: words }).where(ofWalk(walk));
    await tx.record('walk.called-off', walk, { place: walk.place });
  });
}
