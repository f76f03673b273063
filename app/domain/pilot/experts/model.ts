/** 专业领域 of an expert. */
export const expertFields = [
  'community-building', 'childrens-rights', 'education', 'planning-design', 'policy', 'social-work',
] as const;
export type ExpertField = (typeof expertFields)[number];

/** 语言: in which an expert reads papers and talks with a community. */
export const expertLanguages = ['zh', 'en', 'yue', 'wuu', 'nan', 'bo', 'ug', 'mn', 'kk', 'ko', 'za', 'ii'] as const;
export type ExpertLanguage = (typeof expertLanguages)[number];

/** 专家状态: invited and not looked at yet, found to be who they say, or kept away for a while. */
export const standings = ['invited', 'verified', 'suspended'] as const;
export type Standing = (typeof standings)[number];

/** 在手上限: how many applications an expert has open at once, unless said otherwise. */
export const usualLoad = 10;

/** 不能分配的原因: what an expert still lacks before somebody may give them an application. */
export const hindrances = [
  'role-missing', 'not-verified', 'suspended', 'agreement-unsigned', 'training-missing', 'term-not-begun', 'term-over', 'away', 'load-full',
] as const;
export type Hindrance = (typeof hindrances)[number];

/** The refusal that says what is lacking. */
export const hindranceRefusals = {
  'role-missing': 'expert-role-missing',
  'not-verified': 'expert-not-verified',
  suspended: 'expert-suspended',
  'agreement-unsigned': 'expert-agreement-unsigned',
  'training-missing': 'expert-training-missing',
  'term-not-begun': 'expert-term-not-begun',
  'term-over': 'expert-term-over',
  away: 'expert-away',
  'load-full': 'expert-load-full',
} as const satisfies Record<Hindrance, string>;

/** Days are Beijing days, `YYYY-MM-DD`. */
export type ExpertFacts = {
  isExpert: boolean;
  standing: Standing;
  agreedYears: readonly number[];
  trainedOn: string | null;
  termFrom: string | null;
  termUntil: string | null;
  absences: readonly { fromOn: string; untilOn: string }[];
  load: number;
  maxLoad: number;
};

/** 可否分配: everything that stands between an expert and a new application today, the weightiest first. */
export function standingOf(expert: ExpertFacts, today: string): { mayBeAssigned: boolean; reasons: Hindrance[] } {
  const holds: Record<Hindrance, boolean> = {
    'role-missing': !expert.isExpert,
    'not-verified': expert.standing === 'invited',
    suspended: expert.standing === 'suspended',
    'agreement-unsigned': !expert.agreedYears.includes(Number(today.slice(0, 4))),
    'training-missing': expert.trainedOn === null || expert.trainedOn > today,
    'term-not-begun': expert.termFrom !== null && today < expert.termFrom,
    'term-over': expert.termUntil !== null && expert.termUntil < today,
    away: expert.absences.some(({ fromOn, untilOn }) => fromOn <= today && today <= untilOn),
    'load-full': expert.load >= expert.maxLoad,
  };
  const reasons = hindrances.filter((one) => holds[one]);
  return { mayBeAssigned: reasons.length === 0, reasons };
}
