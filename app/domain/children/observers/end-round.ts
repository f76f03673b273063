import { and, eq } from 'drizzle-orm';
import { leaveEvidence } from '#app/domain/base/evidence/leave-evidence.ts';
import { fewestVoicesShown } from '#app/domain/children/councils/model.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdAsKeeper, itself, signUpsOf } from './find.ts';
import { observerRounds, roundSignUps } from './tables.server.ts';

/** 走访结束: who was there, and what became of it in one sentence. */
export function endRound(ctx: Ctx, roundId: string, { there, summary }: { there: readonly string[]; summary: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const round = await holdAsKeeper(tx, roundId);
    if (round.state !== 'open' && round.state !== 'closed') throw new Refusal('observer-round-closed');
    if (round.startsAt > tx.now) throw new Refusal('round-not-yet');
    const seats = await tx.db.select({ id: roundSignUps.id }).from(roundSignUps).where(and(signUpsOf(round), eq(roundSignUps.state, 'seated')));
    for (const { id } of seats) await tx.db.update(roundSignUps).set({ wasThere: there.includes(id) }).where(and(signUpsOf(round), eq(roundSignUps.id, id)));
    const many = seats.filter(({ id }) => there.includes(id)).length;
    await tx.db.update(observerRounds).set({ state: 'walked', summary, walkedAt: tx.now }).where(itself(round));
    await leaveEvidence(tx, {
      regionCode: round.regionCode, kind: 'fact', title: `儿童观察员走访：${round.place}`, text: many < fewestVoicesShown ? '儿童观察员和成人支持者一同走访。' : `儿童观察员 ${many} 名，成人支持者一同走访。`,
      source: { room: 'children/observers', name: round.title, subjectId: round.id }, ruleIds: ['A3.2'], validFrom: beijingDay(round.startsAt),
    });
    await tx.record('round.walked', round, { children: many });
  });
}
