import { and, eq, sql } from 'drizzle-orm';
import { type Columns, isDue } from '#app/domain/children/retention/due.ts';
import { countOver, type Expiry } from '#app/domain/children/retention/expiry.ts';
import { observerRounds, roundSignUps } from './tables.server.ts';

const ofItsRound = sql`${observerRounds.countyCode} = ${roundSignUps.countyCode} and ${observerRounds.id} = ${roundSignUps.roundId}`;
const signUps: Columns = { endedAt: observerRounds.startsAt, regionCode: observerRounds.regionCode, subjectIds: [roundSignUps.id, roundSignUps.roundId], childId: roundSignUps.childId };

/** 走访之后的报名: who wanted to come; what was found stays. */
export const expireSignUps: Expiry = {
  recordClass: 'round-sign-ups',
  count: (ctx, plan) => countOver(ctx.db, sql`${roundSignUps} join ${observerRounds} on ${ofItsRound}`, plan, signUps),
  async expire(tx, plan, limit) {
    const rows = await tx.db.select({ row: roundSignUps, regionCode: observerRounds.regionCode }).from(roundSignUps).innerJoin(observerRounds, ofItsRound).where(isDue(plan, signUps)).limit(limit);
    for (const { row } of rows) await tx.db.delete(roundSignUps).where(and(eq(roundSignUps.countyCode, row.countyCode), eq(roundSignUps.id, row.id)));
    return { regionCodes: rows.map(({ regionCode }) => regionCode), files: 0 };
  },
};
