import { audiences, themes } from '#app/domain/children/surveys/model.ts';

/** 事实: what rooms of this system know by themselves and indicators can take; what each is counted from stands in facts.ts. */
export const factIds = [
  'suggestions-adopted', 'suggestions-fulfilled', 'suggestions-in-time', 'councils-founded', 'council-sessions', 'motions-answered', 'supporters-checked', 'observers',
  'solicitations-held', 'works-handed-in', 'spaces-open', 'spaces-inspected', 'routes-published', 'hazards-reported', 'hazards-fixed', 'walks-held', 'walks-children',
  'certificates-issued', 'self-assessments', 'evaluations',
] as const;
export type FactId = (typeof factIds)[number];

/** 每夜几点重数: when all facts are counted anew, by the clock of Beijing. */
export const countedAt = '00:40';

/** 调查的事实: the mean of a theme, of those who were asked. */
export type SurveyFact = { audience: (typeof audiences)[number]; theme: (typeof themes)[number] };

/** 对应: which indicator takes what. */
export type Crossing = { code: string } & ({ fact: FactId } | { survey: SurveyFact });

/** 一个地方数出来的: a count, or a part with its whole. */
export type Counted = { numerator: number; denominator: number | null };

/** 相加 of two places. */
export function added(one: Counted | undefined, other: Counted): Counted {
  if (!one) return other;
  return { numerator: one.numerator + other.numerator, denominator: one.denominator === null || other.denominator === null ? null : one.denominator + other.denominator };
}
