import type { Estimated } from './calibrate.ts';
import { withoutReviewer } from './fit.ts';
import { isAbove } from './lines.ts';
import { inPoints, type LineKind, type Score, type WithoutOne } from './model.ts';

/** 逐一去掉专家: how far each score would move, which ranks change, who would cross a line, who would have no review left. */
export function withoutOneOf({ applications, reviewers, fit }: Estimated, scores: readonly Score[], lines: readonly { kind: LineKind; at: number }[]): WithoutOne[] {
  if (!fit || reviewers.length < 3) return [];
  const before = applications.map((application) => scores.find((score) => score.application === application)!.score!);
  return reviewers.map((reviewer, r) => {
    const after = withoutReviewer(fit, r);
    const kept = applications.flatMap((application, a) => (after[a] === null ? [] : [{ application, before: before[a]!, after: after[a]! }]));
    const furthest = kept.reduce<(typeof kept)[number] | null>((most, one) => (most && Math.abs(most.after - most.before) >= Math.abs(one.after - one.before) ? most : one), null);
    const ranks = (of: (one: (typeof kept)[number]) => number) => kept.map((one) => kept.filter((other) => of(other) > of(one)).length);
    const [was, is] = [ranks((one) => one.before), ranks((one) => inPoints(one.after))];
    return {
      reviewer,
      largest: furthest ? inPoints(furthest.after - furthest.before) : 0,
      application: furthest?.application ?? null,
      moved: was.filter((rank, i) => rank !== is[i]).length,
      crossed: kept.filter((one) => isAbove(one.before, lines) !== isAbove(one.after, lines)).map(({ application }) => application),
      orphaned: applications.filter((_, a) => after[a] === null),
    };
  });
}
