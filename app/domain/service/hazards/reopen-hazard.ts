import { change } from '#app/platform/change.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { newCode } from '#app/platform/spoken-code.ts';
import { holdByCode, holdHazard } from './hold-hazard.ts';
import { type Hazard, move } from './step.ts';

/** 重开: what was fixed is broken again, or what was declined is there after all. */
export function reopenHazard(ctx: Ctx, place: string, id: string, { reason }: { reason: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const hazard = await holdHazard(tx, place, id);
    await move(tx, hazard, { ...again(hazard), note: reason });
    await tx.record('hazard.reopened', hazard, { reason });
  });
}

/** 报告人重开, by the code; the words are for those who handle it, the record has none. */
export async function reopenByCode(ctx: Ctx, code: string, { reason }: { reason: string }): Promise<void> {
  await limit(ctx, `hazard-code:${ctx.address ?? 'unknown'}`, 60, 3600);
  await change({ ...ctx, actor: visitor }, async (tx) => {
    const hazard = await holdByCode(tx, code);
    const { set, ...rest } = again(hazard);
    await move(tx, hazard, { ...rest, set: { ...set, answer: reason }, byName: '' });
    await tx.record('hazard.reopened', hazard, {});
  });
}

function again(hazard: Hazard) {
  if (hazard.state !== 'verified' && hazard.state !== 'declined') throw new Refusal('hazard-moved-on');
  const isWork = hazard.state === 'verified';
  const set = { reopened: hazard.reopened + 1, answer: '', verifiedBy: null, verifiedAt: null, verifierName: '', ...(isWork ? { repairCode: newCode() } : {}) };
  return { to: isWork ? ('assigned' as const) : ('reported' as const), step: 'reopened' as const, set };
}
