export const editionStates = ['draft', 'published'] as const;
export type EditionState = (typeof editionStates)[number];

/** 应 宜 可: how binding a rule is. */
export const ruleKinds = ['must', 'should', 'may'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** 阈值: a figure of a rule and where it comes from (law, peer scheme, seed text, or our proposal). */
export type Threshold = {
  op: string;
  value: number | string;
  unit: string;
  from: 'law' | 'peer' | 'seed' | 'proposal';
  src?: string;
};
