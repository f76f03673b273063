import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { holdExpert } from './hold-expert.ts';
import type { TermInput } from './input.ts';
import { experts } from './tables.server.ts';

/** 聘期与上限: from when until when somebody reviews for the programme, and how many applications at once. */
export function setTerm(ctx: Ctx, userId: string, input: TermInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { regionCode } = await holdExpert(tx, userId, 'expert.register');
    await tx.db.update(experts).set(input).where(eq(experts.userId, userId));
    await tx.record('expert.term-set', { id: userId, regionCode }, input);
  });
}
