/** 异议状态: looked into or not; the last three are its ends. */
export const objectionStates = ['received', 'under-review', 'answered', 'withdrawn', 'duplicate'] as const;
export type ObjectionState = (typeof objectionStates)[number];

/** 未办结: somebody still has to answer it. */
export const openStates = ['received', 'under-review'] as const satisfies readonly ObjectionState[];

export function isOpen(state: ObjectionState): boolean {
  return (openStates as readonly ObjectionState[]).includes(state);
}

/** 异议对象: the whole list or its procedure, one entry, or how an entry was scored. */
export const objectionKinds = ['list', 'entry', 'score'] as const;
export type ObjectionKind = (typeof objectionKinds)[number];

/** 异议结论. */
export const objectionOutcomes = ['upheld', 'dismissed'] as const;
export type ObjectionOutcome = (typeof objectionOutcomes)[number];

/** 对名单的影响: none, the entry goes or comes back, it is put right, the notice is put right and shown anew, the scores are looked at again. */
export const effects = ['none', 'entry-removed', 'entry-restored', 'entry-corrected', 'notice-corrected', 'reconsidered'] as const;
export type Effect = (typeof effects)[number];

/** What an upheld objection of a kind may do to the list. */
const effectsOfKind = {
  list: ['notice-corrected', 'none'],
  entry: ['entry-removed', 'entry-corrected', 'notice-corrected', 'none'],
  score: ['reconsidered', 'entry-removed', 'entry-corrected', 'none'],
} as const satisfies Record<ObjectionKind, readonly Effect[]>;

/** 可选的影响: an applicant's appeal brings the entry back instead. */
export function effectsOf({ kind, raisedBy }: { kind: ObjectionKind; raisedBy: Side }): readonly Effect[] {
  return raisedBy === 'applicant' ? ['entry-restored', 'none'] : effectsOfKind[kind];
}

/** 双方: the office speaks with each of them, never with both at once. */
export const sides = ['objector', 'applicant'] as const;
export type Side = (typeof sides)[number];

/** 回避理由: why somebody has nothing to do with an objection. */
export const recusals = ['reviewer', 'decider', 'panel', 'applicant', 'notice-maker', 'objector', 'first-level'] as const;
export type RecusalReason = (typeof recusals)[number];

/** 匿名信箱 is opened once a day, so that no time of a record leads to a person. */
export const boxActs = ['object', 'reply', 'withdraw', 'appeal'] as const;
export type BoxAct = (typeof boxActs)[number];

/** 期限 in working days, where a call does not say otherwise. */
export const usualClock = { appealDays: 5, extensionDays: 10, reshowDays: 3, statementDays: 5 } as const;
type Clock = { [name in keyof typeof usualClock]: number };

/** 时限设置 of a call, with the usual days for what it leaves out. */
export function clockOf(settings: Partial<Clock>): Clock {
  const { appealDays, extensionDays, reshowDays, statementDays } = { ...usualClock, ...settings };
  return { appealDays, extensionDays, reshowDays, statementDays };
}

/** 证据: no more files than these with one objection or answer. */
export const mostEvidence = 5;

/** 小数保护: counts below this are not told apart by who wrote them. */
export const smallestShown = 5;

/** Two counts of a whole as they may be published: when either is small, neither is told. */
export function protectedCounts(anonymous: number, named: number): { anonymous: number; named: number } | null {
  const isSmall = (count: number) => count > 0 && count < smallestShown;
  return isSmall(anonymous) || isSmall(named) ? null : { anonymous, named };
}

/** 中位数 of days taken. */
export function median(days: readonly number[]): number | null {
  if (days.length === 0) return null;
  const sorted = [...days].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** 可否申诉: once, by whom the answer is against, until its last day ends. */
export function mayAppeal(
  { state, level, appealUntil, outcome }: { state: ObjectionState; level: number; appealUntil: string | null; outcome: ObjectionOutcome | null },
  today: string, hasAppeal: boolean, side: Side,
): boolean {
  const isAgainst = side === 'objector' ? outcome === 'dismissed' : outcome === 'upheld';
  return state === 'answered' && level === 1 && !hasAppeal && isAgainst && appealUntil !== null && today <= appealUntil;
}

/** 由谁办: the first level is the region of the call, the second the one above it; above the nation there is nobody but somebody else. */
export function placeOf(level: number, regionCode: string): string {
  if (level === 1 || regionCode === '*') return regionCode;
  return regionCode.length <= 2 ? '*' : regionCode.slice(0, regionCode.length <= 6 ? regionCode.length - 2 : 6);
}
