import { and, desc, eq, inArray } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { notInvolved } from '#app/domain/pilot/review/involved.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { RawReason, Score } from './model.ts';
import { publishedScores, scoreRuns } from './tables.server.ts';

/** 一份申报的当前分数, with what is said about how it was found. */
export type ScoreNow = Score & { why: RawReason | null; runId: string; number: number; method: string; isPublished: boolean };

/** 最近一次计分 of a round, an entry for each application that the reader sees the marks of; published figures stand before newer ones. */
export async function latestScores(ctx: Ctx, callId: string, round: number): Promise<Map<string, ScoreNow>> {
  const [run] = await ctx.db
    .select()
    .from(scoreRuns)
    .where(and(eq(scoreRuns.callId, callId), eq(scoreRuns.round, round), eq(scoreRuns.state, 'ready')))
    .orderBy(desc(scoreRuns.number))
    .limit(1);
  if (!run?.results) return new Map();
  const { scores, islands } = run.results;
  const mine = scores.length === 0 ? [] : await ctx.db
    .select({ id: applications.id })
    .from(applications)
    .where(and(inArray(applications.id, scores.map(({ application }) => application)), within(ctx, 'review.table', applications.regionCode), notInvolved(ctx)));
  const seen = new Set(mine.map(({ id }) => id));
  const standing = await publishedOf(ctx, callId, round);
  return new Map(scores.filter(({ application }) => seen.has(application)).map((score) => {
    const fixed = standing.get(score.application);
    return [score.application, {
      ...score, ...fixed, why: islands[score.island]!.raw, runId: run.id, number: run.number, method: run.method, isPublished: fixed !== undefined,
    }];
  }));
}

export type PublishedScore = Pick<Score, 'raw' | 'score' | 'low' | 'high' | 'reviews'>;

/** 公布的分数 of a round: figures only, without a name; they never change. */
export async function publishedOf(ctx: Ctx, callId: string, round: number): Promise<Map<string, PublishedScore>> {
  const rows = await ctx.db
    .select({ id: publishedScores.applicationId, raw: publishedScores.raw, score: publishedScores.score, low: publishedScores.low, high: publishedScores.high, reviews: publishedScores.reviews })
    .from(publishedScores)
    .innerJoin(scoreRuns, eq(scoreRuns.id, publishedScores.runId))
    .where(and(eq(scoreRuns.callId, callId), eq(publishedScores.round, round)));
  return new Map(rows.map(({ id, ...figures }) => [id, figures]));
}
