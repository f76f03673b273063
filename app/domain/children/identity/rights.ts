import { and, eq, isNull } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { RightAnswer, RightInput } from './input.ts';
import { sealed, within } from './inside-identity.ts';
import { answerWorkingDays } from './model.ts';
import { ownChild } from './own-child.ts';
import { rightsRequests } from './tables.server.ts';

/** 书面请求: what a guardian cannot do themselves on their page; it is answered within so many working days. */
export async function askRight(ctx: Ctx, childId: string, { kind, words }: RightInput): Promise<string> {
  const own = await ownChild(ctx, childId);
  return change(ctx, async (tx) => {
    const dueOn = await addWorkdays(tx, beijingDay(tx.now), answerWorkingDays);
    const [row] = await within(tx.db, (db) =>
      db.insert(rightsRequests).values({ childId, regionCode: own.regionCode, askedBy: tx.actor.id, kind, sealedWords: sealed(words), askedAt: tx.now, dueOn }).returning({ id: rightsRequests.id }));
    await tx.record('right.asked', { id: row!.id, regionCode: own.regionCode }, { kind, dueOn });
    return row!.id;
  });
}

/** 书面答复: done, or refused with the reason in writing. */
export async function answerRight(ctx: Ctx, regionCode: string, id: string, { isGranted, answer }: RightAnswer): Promise<void> {
  allow(ctx, 'family.answer', { regionCode });
  return change(ctx, async (tx) => {
    const done = await within(tx.db, (db) =>
      db.update(rightsRequests).set({ isGranted, sealedAnswer: sealed(answer), answeredAt: tx.now, answeredByName: tx.actor.name })
        .where(and(eq(rightsRequests.id, id), eq(rightsRequests.regionCode, regionCode), isNull(rightsRequests.answeredAt))).returning({ id: rightsRequests.id }));
    if (done.length === 0) throw new Refusal('right-answered', 409);
    await tx.record(isGranted ? 'right.granted' : 'right.refused', { id, regionCode });
  });
}
