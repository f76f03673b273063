/** 记录类别: every kind of record that holds something of a child, in the order in which a night goes through them. */
export const recordClasses = [
  'identity-aged-out', 'identity-withdrawn', 'identity-not-renewed', 'old-consents', 'guardian-slips', 'access-grants', 'rights-requests', 'class-codes', 'enter-tries',
  'suggestions', 'refused-items', 'complaints', 'survey-comments', 'survey-sheets', 'council-seats', 'round-sign-ups', 'works', 'hazard-reports', 'walk-photos', 'protection-reports', 'incident-lists', 'share-children',
] as const;
export type RecordClass = (typeof recordClasses)[number];

/** 到期怎么办: the rows go, or what says whose they are goes and the figures stay. */
export const deeds = ['delete', 'anonymise'] as const;
export type Deed = (typeof deeds)[number];

export type Unit = 'days' | 'months';
export type Span = { amount: number; unit: Unit };

/** 一类的规则: how long unless a region says otherwise, between which bounds it may say so, and what becomes of it. */
export type ClassRule = { unit: Unit; usual: number; least: number; most: number; deed: Deed };

/**
 * 保存期限表, version 0 (个人信息保护法 19、47；网络数据安全管理条例 24). The words say from when each is counted and which law it rests on.
 * What proves that the law was kept (consents, who looked, answers in writing) stays three years at least (个人信息保护法 56).
 */
export const rules: Record<RecordClass, ClassRule> = {
  'identity-aged-out': { unit: 'months', usual: 12, least: 0, most: 12, deed: 'delete' },
  'identity-withdrawn': { unit: 'days', usual: 15, least: 0, most: 30, deed: 'delete' },
  'identity-not-renewed': { unit: 'months', usual: 12, least: 3, most: 24, deed: 'delete' },
  'old-consents': { unit: 'months', usual: 36, least: 36, most: 60, deed: 'delete' },
  'guardian-slips': { unit: 'days', usual: 90, least: 14, most: 180, deed: 'delete' },
  'access-grants': { unit: 'months', usual: 36, least: 36, most: 60, deed: 'delete' },
  'rights-requests': { unit: 'months', usual: 36, least: 36, most: 60, deed: 'delete' },
  'class-codes': { unit: 'days', usual: 180, least: 30, most: 365, deed: 'delete' },
  'enter-tries': { unit: 'days', usual: 1, least: 1, most: 7, deed: 'delete' },
  suggestions: { unit: 'months', usual: 24, least: 6, most: 36, deed: 'anonymise' },
  'refused-items': { unit: 'months', usual: 6, least: 1, most: 12, deed: 'anonymise' },
  complaints: { unit: 'months', usual: 24, least: 6, most: 36, deed: 'delete' },
  'survey-comments': { unit: 'months', usual: 12, least: 3, most: 24, deed: 'delete' },
  'survey-sheets': { unit: 'months', usual: 36, least: 12, most: 60, deed: 'delete' },
  'council-seats': { unit: 'months', usual: 24, least: 6, most: 36, deed: 'anonymise' },
  'round-sign-ups': { unit: 'months', usual: 12, least: 3, most: 24, deed: 'delete' },
  works: { unit: 'months', usual: 12, least: 3, most: 36, deed: 'anonymise' },
  'hazard-reports': { unit: 'months', usual: 24, least: 6, most: 36, deed: 'anonymise' },
  'walk-photos': { unit: 'months', usual: 12, least: 3, most: 24, deed: 'delete' },
  'protection-reports': { unit: 'months', usual: 240, least: 60, most: 360, deed: 'anonymise' },
  'incident-lists': { unit: 'months', usual: 36, least: 36, most: 60, deed: 'anonymise' },
  'share-children': { unit: 'months', usual: 36, least: 36, most: 60, deed: 'anonymise' },
};

/** 依法留存: one child, one thing, or a whole class of a region stays, whatever its period says. */
export const holdKinds = ['child', 'thing', 'class'] as const;
export type HoldKind = (typeof holdKinds)[number];

/** 留存的依据. */
export const holdGrounds = ['protection', 'litigation', 'investigation', 'audit', 'rights'] as const;
export type HoldGround = (typeof holdGrounds)[number];

/** A hold ends by itself after so many days at the latest; it may be placed again, with a reason. */
export const longestHoldDays = 730;

/** How many rows one change takes away, so that a night that is broken off has lost nothing. */
export const sliceSize = 200;

/** 截止日: what ended before this day is over, counted back from today. A month that has no such day ends on its last. */
export function cutOff(today: string, { amount, unit }: Span): string {
  const date = new Date(`${today}T00:00:00Z`);
  if (unit === 'days') date.setUTCDate(date.getUTCDate() - amount);
  else {
    const day = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() - amount);
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(day, last));
  }
  return date.toISOString().slice(0, 10);
}

/** 是否在幅度内. */
export function isWithinBounds(recordClass: RecordClass, amount: number): boolean {
  const { least, most } = rules[recordClass];
  return Number.isInteger(amount) && amount >= least && amount <= most;
}

export type Figures = { due: number; held: number; done: number };
/** 一次清理的数: for each class what was due, what a hold kept, what was done. */
export type Results = Partial<Record<RecordClass, Figures>>;
