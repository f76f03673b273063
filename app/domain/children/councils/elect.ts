import { createHash } from 'node:crypto';
import { type Charter, type ElectedBy, type SeatKind, seatKinds } from './model.ts';
import { type Layer, layers } from '#app/platform/ctx.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** 种子指纹: shown when a ballot opens, so that nobody chooses the seed after the votes are known. */
export const seedHash = (seed: string) => sha256(seed);

/** 抽签次序 among equals, for anybody to repeat: SHA-256 of the seed, a line break and the candidate's number; the smaller comes first. */
export const drawRank = (seed: string, candidateId: string) => sha256(`${seed}\n${candidateId}`);

export type Standing = { id: string; seatKind: SeatKind; layer: Layer; votes: number };
export type Result = { id: string; electedBy: ElectedBy | null; rank: string };

/**
 * 当选办法: candidates stand in the order of their votes, equals in the order of the draw. First each layer gets the seats the charter keeps for it, then each
 * way of being named gets its quota, then whoever has the most votes takes the seats that are left, so that none stays empty while somebody stands.
 */
export function elect(charter: Pick<Charter, 'seats' | 'quotas' | 'layerSeats'>, candidates: readonly Standing[], seed: string): Result[] {
  const ranked = candidates.map((one) => ({ ...one, rank: drawRank(seed, one.id) })).toSorted((a, b) => b.votes - a.votes || (a.rank < b.rank ? -1 : 1));
  const seated = new Map<string, ElectedBy>();
  const left = { ...charter.quotas };
  const seat = (pool: typeof ranked, most: number, isLayer = false) => {
    const places = Math.min(most, charter.seats - seated.size);
    const free = pool.filter(({ id }) => !seated.has(id));
    const [chosen, passed] = [free.slice(0, places), free.slice(places)];
    for (const one of chosen) {
      left[one.seatKind] = Math.max(0, left[one.seatKind] - 1);
      const isDrawn = passed.some(({ votes }) => votes === one.votes);
      seated.set(one.id, isDrawn ? 'draw' : isLayer ? 'layer' : passed.length === 0 && candidates.length <= charter.seats ? 'unopposed' : 'votes');
    }
  };
  for (const layer of layers) seat(ranked.filter((one) => one.layer === layer), charter.layerSeats?.[layer] ?? 0, true);
  for (const kind of seatKinds) seat(ranked.filter((one) => one.seatKind === kind), left[kind]);
  seat(ranked, charter.seats);
  return ranked.map(({ id, rank }) => ({ id, electedBy: seated.get(id) ?? null, rank }));
}
