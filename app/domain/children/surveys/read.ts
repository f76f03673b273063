import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Definition } from './model.ts';
import { surveyCampaigns, surveyCodes, surveyConsents, surveyDoubleSheets, surveyResponses, surveyRounds, surveys, surveyVersions } from './tables.server.ts';

export type Survey = typeof surveys.$inferSelect;
export type Round = typeof surveyRounds.$inferSelect;

const own = (table: typeof surveys | typeof surveyRounds | typeof surveyCampaigns, regionCode: string) => and(eq(table.countyCode, countyCode(regionCode)), eq(table.regionCode, regionCode));

/** 问卷列表 of a place, newest first. */
export async function listSurveys(ctx: Ctx, regionCode: string): Promise<Survey[]> {
  allow(ctx, 'survey.edit', { regionCode });
  return ctx.db.select().from(surveys).where(own(surveys, regionCode)).orderBy(desc(surveys.id)).limit(60);
}

export async function getSurvey(ctx: Ctx, regionCode: string, id: string): Promise<Survey> {
  allow(ctx, 'survey.edit', { regionCode });
  const [survey] = isId(id) ? await ctx.db.select().from(surveys).where(and(own(surveys, regionCode), eq(surveys.id, id))) : [];
  if (!survey) throw new Refusal('survey-not-found', 404);
  return survey;
}

/** 版本们 of a survey, newest first. */
export function versionsOf(ctx: Ctx, { countyCode: county, id }: Pick<Survey, 'countyCode' | 'id'>) {
  return ctx.db
    .select({ version: surveyVersions.version, publishedAt: surveyVersions.publishedAt, publishedByName: surveyVersions.publishedByName })
    .from(surveyVersions).where(and(eq(surveyVersions.countyCode, county), eq(surveyVersions.surveyId, id))).orderBy(desc(surveyVersions.version)).limit(30);
}

/** 该轮问卷 word for word as it is asked; it may be of a city or of the programme. */
export async function definitionOf(ctx: Ctx, { surveyCounty, surveyId, version }: Pick<Round, 'surveyCounty' | 'surveyId' | 'version'>): Promise<Definition> {
  const [row] = await ctx.db
    .select({ definition: surveyVersions.definition })
    .from(surveyVersions)
    .where(and(eq(surveyVersions.countyCode, surveyCounty), eq(surveyVersions.surveyId, surveyId), eq(surveyVersions.version, version)));
  if (!row) throw new Refusal('survey-not-found', 404);
  return row.definition;
}

const sheetsOfRound = sql<number>`coalesce(${surveyRounds.answered}, (select count(*)::int from ${surveyResponses} r where r.county_code = survey_rounds.county_code and r.round_id = survey_rounds.id))`;

/** 轮次列表 of a place, newest first, each with how many sheets there are. */
export async function listRounds(ctx: Ctx, regionCode: string): Promise<(Round & { sheets: number })[]> {
  allow(ctx, 'survey.edit', { regionCode });
  const rows = await ctx.db.select({ round: surveyRounds, sheets: sheetsOfRound }).from(surveyRounds).where(own(surveyRounds, regionCode)).orderBy(desc(surveyRounds.id)).limit(60);
  return rows.map(({ round, sheets }) => ({ ...round, sheets }));
}

export async function getRound(ctx: Ctx, regionCode: string, id: string): Promise<Round & { sheets: number }> {
  allow(ctx, 'survey.edit', { regionCode });
  const [row] = isId(id) ? await ctx.db.select({ round: surveyRounds, sheets: sheetsOfRound }).from(surveyRounds).where(and(own(surveyRounds, regionCode), eq(surveyRounds.id, id))) : [];
  if (!row) throw new Refusal('survey-round-not-found', 404);
  return { ...row.round, sheets: row.sheets };
}

/** 码和同意 of a round that was found for its staff. */
export async function partsOfRound(ctx: Ctx, { countyCode: county, id }: Pick<Round, 'countyCode' | 'id'>) {
  const codes = await ctx.db.select().from(surveyCodes).where(and(eq(surveyCodes.countyCode, county), eq(surveyCodes.roundId, id))).orderBy(asc(surveyCodes.id)).limit(400);
  const consents = await ctx.db.select().from(surveyConsents).where(and(eq(surveyConsents.countyCode, county), eq(surveyConsents.roundId, id))).orderBy(asc(surveyConsents.id)).limit(100);
  return { codes, consents };
}

/** 双录中的纸卷 of a round that was found for its staff: by number, who entered it, and whether two read it differently; never what the first read. */
export async function doubleSheets(ctx: Ctx, { countyCode: county, id }: Pick<Round, 'countyCode' | 'id'>) {
  const { number, firstBy, firstByName, secondByName, second } = surveyDoubleSheets;
  const rows = await ctx.db
    .select({ id: surveyDoubleSheets.id, number, firstBy, firstByName, secondByName, differs: sql<boolean>`${second} is not null` })
    .from(surveyDoubleSheets).where(and(eq(surveyDoubleSheets.countyCode, county), eq(surveyDoubleSheets.roundId, id))).orderBy(asc(number)).limit(500);
  return rows.map(({ firstBy: by, ...row }) => ({ ...row, isMine: by === ctx.actor.id }));
}

/** 两次读法 of one sheet that differs, for whoever settles it. */
export async function doubleSheet(ctx: Ctx, { countyCode: county, id }: Pick<Round, 'countyCode' | 'id'>, sheetId: string) {
  const [sheet] = isId(sheetId) ? await ctx.db.select().from(surveyDoubleSheets).where(and(eq(surveyDoubleSheets.countyCode, county), eq(surveyDoubleSheets.roundId, id), eq(surveyDoubleSheets.id, sheetId))) : [];
  if (!sheet || sheet.second === null) throw new Refusal('survey-sheet-not-found', 404);
  return { ...sheet, second: sheet.second };
}

/** 答卷 of a round, packed; only counts leave the rooms that read this. */
export function sheetsOf(ctx: Ctx, { countyCode: county, id }: Pick<Round, 'countyCode' | 'id'>) {
  return ctx.db.select({ answers: surveyResponses.answers, channel: surveyResponses.channel }).from(surveyResponses).where(and(eq(surveyResponses.countyCode, county), eq(surveyResponses.roundId, id)));
}

/** 统一调查 of a region, newest first, with how far its communities are. */
export async function listCampaigns(ctx: Ctx, regionCode: string) {
  allow(ctx, 'survey.campaign', { regionCode });
  const rows = await ctx.db.select().from(surveyCampaigns).where(own(surveyCampaigns, regionCode)).orderBy(desc(surveyCampaigns.id)).limit(50);
  if (rows.length === 0) return [];
  const counts = await ctx.db
    .select({ id: surveyRounds.campaignId, closed: sql<number>`count(*) filter (where ${surveyRounds.state} = 'closed')::int`, rounds: count(), invited: sql<number>`sum(${surveyRounds.invited})::int`, answered: sql<number>`coalesce(sum(${surveyRounds.answered}), 0)::int` })
    .from(surveyRounds).where(inArray(surveyRounds.campaignId, rows.map(({ id }) => id))).groupBy(surveyRounds.campaignId);
  const of = new Map(counts.map((row) => [row.id, row]));
  return rows.map((row) => ({ ...row, ...(of.get(row.id) ?? { closed: 0, rounds: 0, invited: 0, answered: 0 }), id: row.id }));
}
