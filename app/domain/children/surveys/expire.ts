import { and, eq, sql } from 'drizzle-orm';
import { dropItem } from '#app/domain/children/moderation/drop-item.ts';
import { type Columns, isDue } from '#app/domain/children/retention/due.ts';
import { countOver, type Expiry } from '#app/domain/children/retention/expiry.ts';
import { surveyComments, surveyResponses, surveyRounds } from './tables.server.ts';

type Part = typeof surveyComments | typeof surveyResponses;

const ofItsRound = (part: Part) => sql`${surveyRounds.countyCode} = ${part.countyCode} and ${surveyRounds.id} = ${part.roundId}`;
const over = (part: Part): Columns => ({ endedAt: surveyRounds.closedAt, regionCode: surveyRounds.regionCode, subjectIds: [part.id, part.roundId] });
const count = (part: Part): Expiry['count'] => (ctx, plan) => countOver(ctx.db, sql`${part} join ${surveyRounds} on ${ofItsRound(part)}`, plan, over(part));

/** 问卷里写的话, with what was held of them for moderation. */
export const expireComments: Expiry = {
  recordClass: 'survey-comments',
  count: count(surveyComments),
  async expire(tx, plan, limit) {
    const rows = await tx.db.select({ comment: surveyComments, regionCode: surveyRounds.regionCode }).from(surveyComments).innerJoin(surveyRounds, ofItsRound(surveyComments)).where(isDue(plan, over(surveyComments))).limit(limit);
    for (const { comment, regionCode } of rows) {
      await dropItem(tx, { kind: 'survey-comment', subjectId: comment.id, regionCode });
      await tx.db.delete(surveyComments).where(and(eq(surveyComments.countyCode, comment.countyCode), eq(surveyComments.roundId, comment.roundId), eq(surveyComments.id, comment.id)));
    }
    return { regionCodes: rows.map(({ regionCode }) => regionCode), files: 0 };
  },
};

/** 匿名答卷: the results that were written down when the round was closed stay. */
export const expireSheets: Expiry = {
  recordClass: 'survey-sheets',
  count: count(surveyResponses),
  async expire(tx, plan, limit) {
    const due = tx.db.select({ countyCode: surveyResponses.countyCode, roundId: surveyResponses.roundId, id: surveyResponses.id }).from(surveyResponses).innerJoin(surveyRounds, ofItsRound(surveyResponses)).where(isDue(plan, over(surveyResponses))).limit(limit);
    const gone = await tx.db.delete(surveyResponses).where(sql`(${surveyResponses.countyCode}, ${surveyResponses.roundId}, ${surveyResponses.id}) in (${due})`).returning({ roundId: surveyResponses.roundId, countyCode: surveyResponses.countyCode });
    return { regionCodes: gone.map(({ countyCode }) => String(countyCode)), files: 0 };
  },
};
