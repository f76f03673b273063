import { and, eq } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { surveyCodes, surveyComments, surveyConsents, surveyDoubleSheets, surveyResponses, surveyRounds, surveys, surveyVersions } from './tables.server.ts';

type Place = { regionCode: string; countyCode: number };

/** 调查随区划变更: surveys and rounds go on under the principal successor of their unit. The county is part of the key, so rows are copied; sheets lose their order once more. */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  for (const { from, to } of await movesOf(ctx, changeId)) {
    const place = { regionCode: to, countyCode: countyCode(to) };
    const here = { regionCode: from, countyCode: countyCode(from) };
    for (const survey of await ctx.db.select().from(surveys).where(and(eq(surveys.countyCode, here.countyCode), eq(surveys.regionCode, from)))) {
      await change(ctx, async (tx) => {
        await carrySurvey(tx, survey, place);
        await tx.record('survey.region-followed', { id: survey.id, regionCode: to }, { from });
      });
      moved += 1;
    }
    for (const round of await ctx.db.select().from(surveyRounds).where(and(eq(surveyRounds.countyCode, here.countyCode), eq(surveyRounds.regionCode, from)))) {
      await change(ctx, async (tx) => {
        await carryRound(tx, round, place);
        await tx.record('survey.region-followed', { id: round.id, regionCode: to }, { from });
      });
      moved += 1;
    }
  }
  return String(moved);
}

/** Its rounds, wherever they are, find it in its new county. */
async function carrySurvey(tx: Change, survey: typeof surveys.$inferSelect, place: Place): Promise<void> {
  const own = and(eq(surveys.countyCode, survey.countyCode), eq(surveys.id, survey.id));
  if (place.countyCode === survey.countyCode) {
    await tx.db.update(surveys).set({ regionCode: place.regionCode }).where(own);
    return;
  }
  const versions = await tx.db.select().from(surveyVersions).where(and(eq(surveyVersions.countyCode, survey.countyCode), eq(surveyVersions.surveyId, survey.id)));
  await tx.db.insert(surveys).values({ ...survey, ...place });
  for (const some of inParts(versions, 1000)) await tx.db.insert(surveyVersions).values(some.map((row) => ({ ...row, countyCode: place.countyCode })));
  await tx.db.update(surveyRounds).set({ surveyCounty: place.countyCode }).where(eq(surveyRounds.surveyId, survey.id));
  await tx.db.delete(surveys).where(own); // its versions go with it
}

async function carryRound(tx: Change, round: typeof surveyRounds.$inferSelect, place: Place): Promise<void> {
  const own = and(eq(surveyRounds.countyCode, round.countyCode), eq(surveyRounds.id, round.id));
  if (place.countyCode === round.countyCode) {
    await tx.db.update(surveyRounds).set({ regionCode: place.regionCode }).where(own);
    return;
  }
  const [now] = await tx.db.select().from(surveyRounds).where(own).for('update');
  await tx.db.insert(surveyRounds).values({ ...now!, ...place });
  for (const table of [surveyCodes, surveyResponses, surveyComments, surveyConsents, surveyDoubleSheets] as const) {
    const rows = await tx.db.delete(table).where(and(eq(table.countyCode, round.countyCode), eq(table.roundId, round.id))).returning();
    for (const some of inParts<object>(rows, 1000)) await tx.db.insert(table).values(some.map((row) => ({ ...row, countyCode: place.countyCode })) as never);
  }
  await tx.db.delete(surveyRounds).where(own);
}
