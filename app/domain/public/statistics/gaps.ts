import type { Figure } from '#app/domain/base/rule-results/tally-book.ts';
import { type Counts, meanOf } from '#app/domain/base/rule-results/tally.ts';
import type { Edition, Norm, PlacedRule } from '#app/domain/base/standard/model.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';

/** 缺口: a part of the standard with the share of what applied and is not fully met. */
export type Gap<Of> = { of: Of; counts: Counts; mean: number | null; unmet: number };

/** 未达占比 in per cent: partly met counts as not met here. */
export function unmetOf({ met, partly, notMet }: Counts): number {
  const all = met + partly + notMet;
  return all === 0 ? 0 : (100 * (partly + notMet)) / all;
}

function gapsOf<Of extends { id: string }>(parts: readonly Of[], figures: readonly Figure[], kind: 'norm' | 'rule'): Gap<Of>[] {
  const held = new Map(figures.filter((figure) => figure.kind === kind).map((figure) => [figure.item, figure]));
  return parts
    .flatMap((of) => {
      const counts = held.get(of.id);
      return counts ? [{ of, counts, mean: meanOf(counts), unmet: unmetOf(counts) }] : [];
    })
    .toSorted((one, other) => other.unmet - one.unmet || (one.of.id < other.of.id ? -1 : 1));
}

const inSection = (edition: Edition, section?: string) => ({ sections: edition.sections.filter(({ id }) => !section || id === section) });

/** 缺口最大的规范要求: all norms, the widest gap first. */
export function normGaps(edition: Edition, figures: readonly Figure[], section?: string): Gap<Norm>[] {
  return gapsOf(inSection(edition, section).sections.flatMap(({ norms }) => norms), figures, 'norm');
}

/** 最常未达的应达项: must-rules that somebody does not meet, the most often missed first. */
export function missedMusts(edition: Edition, figures: readonly Figure[], section?: string): Gap<PlacedRule>[] {
  const musts = rulesOf(inSection(edition, section)).filter(({ kind }) => kind === 'must');
  return gapsOf(musts, figures, 'rule').filter(({ unmet }) => unmet > 0);
}
