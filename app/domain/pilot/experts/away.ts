import { and, eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdMyself } from './hold-expert.ts';
import type { AwayInput } from './input.ts';
import { expertAbsences } from './tables.server.ts';

const most = 40;

/** 请假: the days on which no new applications come; what is in hand stays in hand. */
export function sayAway(ctx: Ctx, { fromOn, untilOn, note }: AwayInput): Promise<string> {
  return change(ctx, async (tx) => {
    const { userId, regionCode } = await holdMyself(tx);
    if (untilOn < beijingDay(tx.now)) throw new Refusal('absence-over', 400);
    if ((await tx.db.$count(expertAbsences, eq(expertAbsences.expertId, userId))) >= most) throw new Refusal('absences-too-many');
    const [made] = await tx.db.insert(expertAbsences).values({ expertId: userId, fromOn, untilOn, note, createdAt: tx.now }).returning({ id: expertAbsences.id });
    await tx.record('expert.away', { id: userId, regionCode }, { fromOn, untilOn });
    return made!.id;
  });
}

/** 销假: the expert is back, or will not be away. */
export function absenceOver(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const { userId, regionCode } = await holdMyself(tx);
    const [gone] = isId(id)
      ? await tx.db.delete(expertAbsences).where(and(eq(expertAbsences.id, id), eq(expertAbsences.expertId, userId))).returning({ fromOn: expertAbsences.fromOn, untilOn: expertAbsences.untilOn })
      : [];
    if (!gone) throw new Refusal('absence-not-found', 404);
    await tx.record('expert.back', { id: userId, regionCode }, gone);
  });
}
