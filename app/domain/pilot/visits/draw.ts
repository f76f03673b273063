import { createHash } from 'node:crypto';
import type { VisitReason } from './model.ts';

/** 候选: a community that may be drawn, why it would come first, and by which day, if there is one. */
export type Candidate = { code: string; reason: VisitReason; dueOn: string | null };

const rank: Record<VisitReason, number> = { chosen: 0, 'spot-check': 0, reassessment: 1, sample: 2 };
const lot = (seed: string, code: string) => createHash('sha256').update(`${seed} ${code}`).digest('hex');

/**
 * 抽样: spot checks first, then what is due for reassessment, the earliest first, then lots. The lot of a community is the SHA-256 of the seed and its
 * code, so whoever has the seed and the list draws the same.
 */
export function drawSample(seed: string, candidates: readonly Candidate[], size: number): Candidate[] {
  return candidates
    .map((one) => ({ one, place: lot(seed, one.code) }))
    .toSorted((a, b) => rank[a.one.reason] - rank[b.one.reason] || byDay(a.one, b.one) || a.place.localeCompare(b.place))
    .slice(0, size)
    .map(({ one }) => one);
}

function byDay(a: Candidate, b: Candidate): number {
  return a.reason === 'reassessment' ? (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') : 0;
}
