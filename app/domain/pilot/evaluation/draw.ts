import { createHash } from 'node:crypto';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** 抽中的一个: its stratum and the rank by which it was drawn. */
export type Pick = { regionCode: string; stratum: string; rank: string };

/** 名单指纹: of codes in ascending order, one a line. */
export function listHash(codes: readonly string[]): string {
  return sha256(codes.toSorted().join('\n'));
}

/**
 * 抽样办法, for anybody to repeat: the rank of a community is SHA-256 of the seed, a line break and its code. The
 * communities of each stratum stand in the order of their ranks; places go to the strata by their sizes, the largest
 * remainders first, then the smaller SHA-256 of seed, line break and stratum; the first of each stratum are drawn.
 */
export function drawSample(seed: string, population: readonly string[], digits: number, size: number): Pick[] {
  const codes = [...new Set(population)];
  const strata = new Map<string, Pick[]>();
  for (const regionCode of codes) {
    const stratum = regionCode.slice(0, digits);
    strata.set(stratum, [...(strata.get(stratum) ?? []), { regionCode, stratum, rank: sha256(`${seed}\n${regionCode}`) }]);
  }
  const most = Math.min(size, codes.length);
  const places = [...strata].map(([stratum, members]) => ({
    stratum, members, whole: Math.floor((most * members.length) / codes.length), rest: (most * members.length) % codes.length, turn: sha256(`${seed}\n${stratum}`),
  }));
  const left = most - places.reduce((sum, { whole }) => sum + whole, 0);
  const further = new Set(places.toSorted((a, b) => b.rest - a.rest || (a.turn < b.turn ? -1 : 1)).slice(0, left).map(({ stratum }) => stratum));
  return places
    .flatMap(({ stratum, members, whole }) => members.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, whole + (further.has(stratum) ? 1 : 0)))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
}
