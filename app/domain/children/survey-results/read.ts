import { and, desc, eq, gte, inArray, lte } from 'drizzle-orm';
import { allow, allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Audience } from '#app/domain/children/surveys/model.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { mostRounds, type Reader, type Reliabilities, type Table } from './model.ts';
import { latestOfEach, type PooledItem, poolsNotCounted, rollUp } from './roll-up.ts';
import { surveyPools, surveyResults } from './tables.server.ts';

const head = {
  roundId: surveyResults.roundId, regionCode: surveyResults.regionCode, audience: surveyResults.audience, title: surveyResults.title, wave: surveyResults.wave,
  closedOn: surveyResults.closedOn, invited: surveyResults.invited, isInvented: surveyResults.isInvented, fingerprint: surveyResults.fingerprint,
};
/** Everything a page, a file or the API shows comes out of this one column: a reader's table. */
const shownTo = (reader: Reader) => ({ ...head, table: reader === 'staff' ? surveyResults.staff : surveyResults.public });

export type Result = Omit<typeof surveyResults.$inferSelect, 'countyCode' | 'staff' | 'public' | 'reliability' | 'sides'> & { table: Table };
/** 一轮的结果, the round of the same people before it, and the newest of others in the same place. */
export type RoundResult = { result: Result; before: Result | undefined; others: Result[]; place: string };

/** 结果 for those who work for the community: their table, and how well the themes hang together. */
export async function staffResult(ctx: Ctx, regionCode: string, roundId: string): Promise<RoundResult & { reliability: Reliabilities }> {
  allow(ctx, 'survey.results', { regionCode });
  const found = await roundResult(ctx, 'staff', roundId, regionCode);
  const [row] = await ctx.db.select({ reliability: surveyResults.reliability }).from(surveyResults).where(and(eq(surveyResults.countyCode, countyCode(regionCode)), eq(surveyResults.roundId, roundId)));
  return { ...found, reliability: row!.reliability };
}

/** 公开的结果. */
export const publicResult = (ctx: Ctx, roundId: string): Promise<RoundResult> => roundResult(ctx, 'public', roundId);

async function roundResult(ctx: Ctx, reader: Reader, roundId: string, regionCode?: string): Promise<RoundResult> {
  const [row] = isId(roundId)
    ? await ctx.db.select({ ...shownTo(reader), place: nameIn(ctx) }).from(surveyResults).innerJoin(regions, eq(regions.code, surveyResults.regionCode))
        .where(and(eq(surveyResults.roundId, roundId), regionCode === undefined ? undefined : eq(surveyResults.regionCode, regionCode)))
    : [];
  if (!row) throw new Refusal('survey-results-not-found', 404);
  const { place, ...result } = row;
  const near = await ctx.db.select(shownTo(reader)).from(surveyResults)
    .where(and(eq(surveyResults.regionCode, result.regionCode), lte(surveyResults.closedOn, result.closedOn))).orderBy(desc(surveyResults.closedOn), desc(surveyResults.roundId)).limit(20);
  const earlier = near.filter((each) => each.roundId !== roundId);
  return { place, result, before: earlier.find(({ audience }) => audience === result.audience), others: firstOfEach(earlier.filter(({ audience }) => audience !== result.audience)) };
}

const firstOfEach = (results: readonly Result[]) => [...new Map(results.toReversed().map((result) => [result.audience, result])).values()];

/** 公开的轮次 of a community, newest first. */
export function publicRounds(ctx: Ctx, regionCode: string) {
  return ctx.db.select(head).from(surveyResults).where(eq(surveyResults.regionCode, regionCode)).orderBy(desc(surveyResults.closedOn)).limit(40);
}

export type RegionAsked = { region: string; year: number; audience: Audience };

/** 汇总 of the reader's regions, or of one of them: sums of what is shown of each community's latest round of the year, with what was put together. */
export async function regionResult(ctx: Ctx, reader: Reader, { region, year, audience }: RegionAsked) {
  if (reader === 'staff') allowAnywhere(ctx, 'survey.results');
  const scope = (column: typeof surveyResults.regionCode | typeof surveyPools.regionCode) => (reader === 'staff' ? within(ctx, 'survey.results', column) : undefined);
  const found = await ctx.db.select({ ...shownTo(reader), place: nameIn(ctx) }).from(surveyResults).innerJoin(regions, eq(regions.code, surveyResults.regionCode))
    .where(and(eq(surveyResults.audience, audience), gte(surveyResults.closedOn, `${year}-01-01`), lte(surveyResults.closedOn, `${year}-12-31`), scope(surveyResults.regionCode), await insideToday(ctx, surveyResults.regionCode, region)))
    .orderBy(desc(surveyResults.closedOn), desc(surveyResults.roundId)).limit(mostRounds);
  const rounds = latestOfEach(found);
  const pools = await ctx.db.select().from(surveyPools)
    .where(and(eq(surveyPools.audience, audience), eq(surveyPools.reader, reader), inArray(surveyPools.period, [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`)), scope(surveyPools.regionCode), await insideToday(ctx, surveyPools.regionCode, region)))
    .orderBy(desc(surveyPools.period));
  const pooled = poolsNotCounted(rounds, pools).map(({ regionCode, wording, of, yes, rest }): PooledItem => ({ region: regionCode, wording, of, sides: [yes, rest] }));
  return { rounds, isCut: found.length === mostRounds, items: rollUp(rounds.map(({ table }) => table), pooled) };
}
