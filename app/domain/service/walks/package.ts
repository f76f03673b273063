import type { Read } from '#app/domain/children/child-versions/readings.ts';
import type { Layer, Locale } from '#app/platform/ctx.ts';
import type { Answer, PointId, Setting, WalkState } from './model.ts';

/** 离线包: all that a phone needs on the way. It names no child, no group and no adult: a lost phone tells nothing of who walked. */
export type WalkPackage = {
  format: 1;
  walk: { id: string; day: string; state: WalkState; setting: Setting; place: string; regionCode: string; community: string; checklistVersion: number };
  /** The points in their order; the drawing is a name of `ui/child/drawings.ts`. */
  points: { id: PointId; ruleId: string; drawing: string; text: Record<Locale, string> }[];
  /** Where on the way or in the place; may be empty. */
  spots: { id: string; name: Record<Locale, string> }[];
  /** The age layers the phone may ask for; empty: it asks for none. */
  layers: Layer[];
  serverAt: string;
};

/** 求助 as it stands on every child page: the numbers of the region, and the grown-up to turn to ('' for the words of the page). */
type Help = { lines: { number: string; what: string }[]; adult: string };

/** 带上的东西: the package, the pinyin of every sentence that is said to children, and whom they may turn to. */
export type WalkAlong = WalkPackage & { readings: Record<string, Read[]>; help: Record<Locale, Help> };

/** 一条记录 as the phone counts it, from 1 up; the count names it for ever. */
export type WalkEntry = { seq: number; deviceAt: string } & (
  | { kind: 'observation'; point: PointId; answer: Answer; layer: Layer | null; spot: string | null }
  /** A pin with a picture: of a point, or of something no point asks for. */
  | { kind: 'photo'; sha256: string; mediaType: string; size: number; point: PointId | null; spot: string | null; note: string }
  /** The same phone takes one of its own back. */
  | { kind: 'take-back'; of: number }
);

/** 同步: `remaining` counts what is still on the phone after this batch; letting go: it holds nothing more and nobody waits for it. */
export type WalkSyncRequest = { code: string; deviceId: string; clockAt: string; entries: WalkEntry[]; remaining: number; isLettingGo?: boolean };

/** An entry that cannot be taken, with a sentence; the rest of the batch is in. */
export type WalkRejected = { seq: number; problem: string };

/** 同步的回答. `acknowledged` need not be sent again. `wanted`: pictures this phone announced whose bytes are lacking. `isLate`: the walk is over; what came is kept beside it and counts no more. */
export type WalkSyncAnswer = { walkId: string; state: WalkState; acknowledged: number[]; rejected: WalkRejected[]; wanted: string[]; isLate: boolean; skewMs: number; serverAt: string };

/** 照片回执: the same every time it is sent again. */
export type WalkPhotoReceipt = { sha256: string; serverAt: string };

/** What any of these addresses answers instead when it cannot do what was asked. */
export type WalkProblem = { code: string; problem: string };

/** 还算数的: what was not taken back, of all phones together; the order in which they came says nothing. */
export function standing<E extends { seq: number; kind: string; of?: number | null; deviceId?: string }>(entries: readonly E[]): E[] {
  const gone = new Set(entries.flatMap(({ kind, of, deviceId = '' }) => (kind === 'take-back' ? [`${deviceId} ${of}`] : [])));
  return entries.filter(({ kind, seq, deviceId = '' }) => kind !== 'take-back' && !gone.has(`${deviceId} ${seq}`));
}
