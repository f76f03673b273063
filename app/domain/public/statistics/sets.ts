import { streams } from '#app/domain/base/rule-results/model.ts';
import { readTallies } from '#app/domain/base/rule-results/read-tallies.ts';
import type { RegionScores, ResultSet } from '#app/domain/base/rule-results/tally-book.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { StatisticsAsked } from './input.ts';

/** 有结果的年度、评估流、版本 of the nation, the newest first, each with how many communities it holds. */
export type KnownSet = ResultSet & { communities: number };
export const communitiesIn = ({ bands }: Pick<RegionScores, 'bands'>) => bands.reduce((sum, { communities }) => sum + communities, 0);

export async function knownSets(ctx: Ctx): Promise<KnownSet[]> {
  const { scores } = await readTallies(ctx, { regions: ['*'], kinds: ['all'] });
  return scores
    .map(({ year, stream, editionId, bands }) => ({ year, stream, editionId, communities: communitiesIn({ bands }) }))
    .toSorted((one, other) => other.year - one.year || streams.indexOf(one.stream) - streams.indexOf(other.stream) || other.communities - one.communities);
}

/**
 * 选定: the set that was asked for, as far as there is one. What was not asked is the newest year, the stream of most
 * communities in it, the edition of most communities in those.
 */
export function chooseSet(sets: readonly KnownSet[], asked: StatisticsAsked): KnownSet | undefined {
  const fits = sets.filter((set) =>
    (asked.year ?? set.year) === set.year && (asked.stream ?? set.stream) === set.stream && (asked.edition ?? set.editionId) === set.editionId);
  const year = Math.max(...fits.map((set) => set.year));
  return fits.filter((set) => set.year === year).toSorted((one, other) => other.communities - one.communities)[0];
}
