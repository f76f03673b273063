import { allow } from '#app/domain/base/accounts/access.ts';
import { backgroundCheckDays, isChecked } from '#app/domain/children/councils/model.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { observerRounds } from './tables.server.ts';

export type Plan = { title: string; about: string; startsAt: Date; place: string; seats: number; supporter: string; checkedOn: string };

/** 安排走访: with a named adult whose background check is valid on the day. */
export function planRound(ctx: Ctx, regionCode: string, plan: Plan): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'council.keep', { regionCode });
    if (plan.startsAt < tx.now) throw new Refusal('council-day-past', 400);
    const checkValidUntil = addDays(plan.checkedOn, backgroundCheckDays);
    if (!isChecked({ checkedOn: plan.checkedOn, checkValidUntil }, beijingDay(plan.startsAt)) || plan.checkedOn > beijingDay(tx.now)) throw new Refusal('supporter-not-checked', 400);
    const [row] = await tx.db.insert(observerRounds).values({ ...plan, countyCode: countyCode(regionCode), regionCode, checkValidUntil, madeByName: tx.actor.name }).returning({ id: observerRounds.id });
    await tx.record('round.planned', { id: row!.id, regionCode }, { seats: plan.seats, startsAt: plan.startsAt.toISOString() });
    return row!.id;
  });
}
