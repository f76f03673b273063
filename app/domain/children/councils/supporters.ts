import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdAs, itself } from './find.ts';
import { backgroundCheckDays, isChecked } from './model.ts';
import { councilSupporters } from './tables.server.ts';

/** 成人支持者: who accompanies the children, and on which day the background check was made; it holds a year. */
export function addSupporter(ctx: Ctx, councilId: string, { name, duty, checkedOn }: { name: string; duty: string; checkedOn: string }): Promise<string> {
  return change(ctx, async (tx) => {
    const council = await holdAs(tx, 'council.keep', 'council', councilId);
    const checkValidUntil = addDays(checkedOn, backgroundCheckDays);
    if (!isChecked({ checkedOn, checkValidUntil }, beijingDay(tx.now))) throw new Refusal('supporter-not-checked', 400);
    const [row] = await tx.db.insert(councilSupporters)
      .values({ countyCode: council.countyCode, regionCode: council.regionCode, councilId, name, duty, checkedOn, checkValidUntil }).returning({ id: councilSupporters.id });
    await tx.record('council.supporter-added', council, { name, duty, checkedOn });
    return row!.id;
  });
}

/** 支持者离任. */
export function endSupporter(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const supporter = await holdAs(tx, 'council.keep', 'supporter', id);
    await tx.db.update(councilSupporters).set({ endedOn: beijingDay(tx.now) }).where(itself(councilSupporters, supporter));
    await tx.record('council.supporter-ended', { id: supporter.councilId, regionCode: supporter.regionCode }, { name: supporter.name });
  });
}
