import { needChild } from '#app/domain/children/identity/here.ts';
import type { RateInput } from '#app/domain/children/suggestions/input.ts';
import { newTicket } from '#app/domain/children/suggestions/plate.ts';
import { rateStep } from '#app/domain/children/suggestions/rate-step.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { find } from './find.ts';
import { needMember } from './member-here.ts';

/** 评价答复和结果: by whoever put the motion; of one that was put on paper by a member of the council. */
export async function rateMotion(ctx: Ctx, motionId: string, input: RateInput): Promise<{ reopened: boolean }> {
  const { childId } = needChild(ctx);
  const motion = await find(ctx, 'motion', motionId);
  if (motion.childId === null) await needMember(ctx, motion.councilId);
  else if (motion.childId !== childId) throw new Refusal('council-own-rating', 403);
  if (!motion.saidId) throw new Refusal('council-motion-moved-on');
  return rateStep(ctx, newTicket(ctx, { id: motion.saidId, county: motion.countyCode }), input);
}
