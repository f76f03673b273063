import { and, eq, lt, type SQL, sql } from 'drizzle-orm';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { surveyResponses, surveyRounds } from './tables.server.ts';

type Which = { countyCode: number; id: string };

/**
 * 打乱: sheets are written again under new random ids, in no order, all by one transaction: in which order they came is nowhere any more,
 * and nobody who still holds the number of theirs finds it. Sheets of the day itself wait, since they may be handed in twice by mistake.
 */
export async function mixRound(tx: Change, { countyCode, id }: Which, before?: string): Promise<void> {
  const earlier: SQL = before ? sql`and answered_on < ${before}` : sql``;
  await tx.db.execute(sql`
    with gone as (delete from ${surveyResponses} where county_code = ${countyCode} and round_id = ${id} ${earlier} returning *)
    insert into ${surveyResponses} (county_code, round_id, id, answered_on, channel, answers)
    select county_code, round_id, gen_random_uuid(), answered_on, channel, answers from gone order by random()`);
}

/** 每夜打乱: rounds that took sheets in before today. */
export async function mixSheets(ctx: Ctx): Promise<string> {
  const today = beijingDay(ctx.now);
  const open = await ctx.db
    .selectDistinct({ countyCode: surveyRounds.countyCode, id: surveyRounds.id, regionCode: surveyRounds.regionCode })
    .from(surveyRounds)
    .innerJoin(surveyResponses, and(eq(surveyResponses.countyCode, surveyRounds.countyCode), eq(surveyResponses.roundId, surveyRounds.id)))
    .where(and(eq(surveyRounds.state, 'open'), lt(surveyResponses.answeredOn, today)))
    .limit(20_000);
  for (const round of open) {
    await change(ctx, async (tx) => {
      await tx.db.select({ id: surveyRounds.id }).from(surveyRounds).where(and(eq(surveyRounds.countyCode, round.countyCode), eq(surveyRounds.id, round.id))).for('update');
      await mixRound(tx, round, today);
      await tx.record('survey.sheets-mixed', round);
    });
  }
  return String(open.length);
}
