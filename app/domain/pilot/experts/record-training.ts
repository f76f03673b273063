import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdExpert } from './hold-expert.ts';
import type { TrainingInput } from './input.ts';
import { experts } from './tables.server.ts';

/** 登记培训: the training that reviewing asks for is done; a later one takes the place of an earlier one. */
export function recordTraining(ctx: Ctx, userId: string, { trainedOn, training }: TrainingInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { regionCode } = await holdExpert(tx, userId, 'expert.register');
    if (trainedOn > beijingDay(tx.now)) throw new Refusal('training-in-future', 400);
    await tx.db.update(experts).set({ trainedOn, training }).where(eq(experts.userId, userId));
    await tx.record('expert.trained', { id: userId, regionCode }, { trainedOn, training });
  });
}
