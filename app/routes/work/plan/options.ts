import { rulesOf } from '#app/domain/base/standard/model.ts';
import { type Gaps } from '#app/domain/pilot/consulting/gaps.ts';
import type { RuleOption } from './rule-choice.tsx';

/** 可选的细则 of an edition, the gaps first in their order. */
export function ruleOptions({ edition, gaps }: Pick<Gaps, 'edition' | 'gaps'>): RuleOption[] {
  const open = gaps.map(({ rule, level }): RuleOption => ({ id: rule.id, zh: rule.zh, en: rule.en, kind: rule.kind, level: level ?? 'none' }));
  const known = new Set(open.map(({ id }) => id));
  return [...open, ...rulesOf(edition).filter(({ id }) => !known.has(id)).map(({ id, zh, en, kind }): RuleOption => ({ id, zh, en, kind, level: null }))];
}
