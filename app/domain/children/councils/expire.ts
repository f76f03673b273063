import { sql } from 'drizzle-orm';
import { type Columns, isDue } from '#app/domain/children/retention/due.ts';
import { countOver, type Expiry } from '#app/domain/children/retention/expiry.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { itself } from './find.ts';
import { councilCandidates, councilMembers, councilTerms } from './tables.server.ts';

type Seat = typeof councilCandidates | typeof councilMembers;

const ofItsTerm = (seat: Seat) => sql`${councilTerms.countyCode} = ${seat.countyCode} and ${councilTerms.id} = ${seat.termId}`;
const over = (seat: Seat): Columns => ({ endedOn: councilTerms.endsOn, regionCode: seat.regionCode, subjectIds: [seat.id, seat.termId], childId: seat.childId });
const named = (seat: Seat) => sql`${councilTerms.state} = 'ended' and ${seat.nickname} <> ''`;
const from = (seat: Seat) => sql`${seat} join ${councilTerms} on ${ofItsTerm(seat)}`;
const bare = { childId: null, nickname: '', isShown: false };

/** 届满之后的候选人和委员: nickname, link to the child and own words go; seats and figures stay. */
export const expireSeats: Expiry = {
  recordClass: 'council-seats',
  async count(ctx, plan) {
    const [stood, sat] = [await countOver(ctx.db, from(councilCandidates), plan, over(councilCandidates), named(councilCandidates)), await countOver(ctx.db, from(councilMembers), plan, over(councilMembers), named(councilMembers))];
    return { due: stood.due + sat.due, held: stood.held + sat.held };
  },
  async expire(tx, plan, limit) {
    const stood = await tx.db.select({ row: councilCandidates }).from(councilCandidates).innerJoin(councilTerms, ofItsTerm(councilCandidates)).where(sql`${isDue(plan, over(councilCandidates))} and ${named(councilCandidates)}`).limit(limit);
    for (const { row } of stood) await tx.db.update(councilCandidates).set({ ...bare, statement: '', namedBy: '' }).where(itself(councilCandidates, row));
    const sat = await tx.db.select({ row: councilMembers }).from(councilMembers).innerJoin(councilTerms, ofItsTerm(councilMembers)).where(sql`${isDue(plan, over(councilMembers))} and ${named(councilMembers)}`).limit(limit - stood.length);
    for (const { row } of sat) await tx.db.update(councilMembers).set({ ...bare, isChair: false, endedOn: row.endedOn ?? beijingDay(tx.now) }).where(itself(councilMembers, row));
    return { regionCodes: [...stood, ...sat].map(({ row }) => row.regionCode), files: 0 };
  },
};
