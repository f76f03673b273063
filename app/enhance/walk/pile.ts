import type { PointId } from '#app/domain/service/walks/model.ts';
import type { WalkEntry } from '#app/domain/service/walks/package.ts';

/** 手机上的一条: `isOffered` once it may have reached the server; from then on it is only ever taken back, never changed. */
export type Written = { walkId: string; entry: WalkEntry; isOffered: boolean };

/** 送到的一条: what is left of it on the phone: no answer, no layer, no place. */
export type Sent = { seq: number; kind: 'observation' | 'photo'; point: PointId | null };

/** 还算数的: what was done on this phone and not taken back, sent or not, in its order. */
export function deedsOf(sent: readonly Sent[], pile: readonly WalkEntry[]): Sent[] {
  const gone = new Set(pile.flatMap((entry) => (entry.kind === 'take-back' ? [entry.of] : [])));
  const waiting = pile.flatMap((entry): Sent[] => (entry.kind === 'take-back' ? [] : [{ seq: entry.seq, kind: entry.kind, point: entry.point }]));
  return [...sent, ...waiting].filter(({ seq }) => !gone.has(seq)).toSorted((a, b) => a.seq - b.seq);
}

/** 进度 of one phone: how often each point was looked at. */
export function progressOf(points: readonly PointId[], deeds: readonly Sent[]) {
  const taps = deeds.filter(({ kind }) => kind === 'observation');
  const times = (point: PointId) => taps.filter((tap) => tap.point === point).length;
  return { times, taps: taps.length, photos: deeds.length - taps.length, seen: points.filter((point) => times(point) > 0).length, all: points.length };
}

/** 下一样 that nobody has looked at on this phone, from this one onward; undefined when all were. */
export function nextOpen(points: readonly PointId[], deeds: readonly Sent[], after?: PointId): PointId | undefined {
  const { times } = progressOf(points, deeds);
  const at = after ? points.indexOf(after) : -1;
  return [...points.slice(at + 1), ...points.slice(0, at + 1)].find((point) => point !== after && times(point) === 0);
}

/** 撤回一条: what never left goes; what may have reached the server is taken back by an entry of its own. */
export function takenBack(seq: number, pile: readonly Written[]): 'drop' | 'tell' {
  return pile.find(({ entry }) => entry.seq === seq)?.isOffered === false ? 'drop' : 'tell';
}
