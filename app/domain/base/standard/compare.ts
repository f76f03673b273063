import { type Edition, type PlacedRule, rulesOf } from './model.ts';

/** What changed in one rule that both editions have. */
export const aspects = ['words', 'kind', 'threshold', 'place', 'evidence'] as const;
export type Aspect = (typeof aspects)[number];

/** 对照: rules by what became of them from one edition to the next. */
export type Difference = {
  added: PlacedRule[];
  removed: PlacedRule[];
  changed: { before: PlacedRule; after: PlacedRule; aspects: Aspect[] }[];
  same: number;
};

/** 对照两版: what the later edition adds, takes away and changes. */
export function compareEditions(earlier: Pick<Edition, 'sections'>, later: Pick<Edition, 'sections'>): Difference {
  const before = new Map(rulesOf(earlier).map((rule) => [rule.id, rule]));
  const after = new Map(rulesOf(later).map((rule) => [rule.id, rule]));
  const both = [...after.values()].flatMap((rule) => {
    const old = before.get(rule.id);
    return old ? [{ before: old, after: rule, aspects: aspects.filter((aspect) => !isSame(old, rule, aspect)) }] : [];
  });
  const changed = both.filter((pair) => pair.aspects.length > 0);
  return {
    added: [...after.values()].filter((rule) => !before.has(rule.id)),
    removed: [...before.values()].filter((rule) => !after.has(rule.id)),
    changed,
    same: both.length - changed.length,
  };
}

function isSame(one: PlacedRule, other: PlacedRule, aspect: Aspect): boolean {
  return JSON.stringify(look[aspect](one)) === JSON.stringify(look[aspect](other));
}

const look: Record<Aspect, (rule: PlacedRule) => unknown> = {
  words: (rule) => [rule.zh, rule.en],
  kind: (rule) => rule.kind,
  threshold: (rule) => {
    const { op, value, unit, from } = rule.threshold ?? { op: '', value: '', unit: '', from: '' };
    return [op, value, unit, from];
  },
  place: (rule) => rule.norm.id,
  evidence: (rule) => rule.evidence.toSorted(),
};
