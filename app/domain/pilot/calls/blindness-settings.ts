/** 评审阶段: the first reviews, and what a second round and its panel meeting look at. */
export const reviewPhases = ['first', 'second'] as const;
export type ReviewPhase = (typeof reviewPhases)[number];

/** What of one another reviewers see while an application is undecided. */
export const seeEachOther = ['never', 'names-after-own'] as const;
export const seeMarks = ['never', 'after-own', 'after-all'] as const;
/** Whether the office reads marks with the names of those who gave them. */
export const officeNames = ['always', 'after-decision'] as const;
/** What the applicant sees after the decision. */
export const applicantMarks = ['nothing', 'marks', 'marks-and-notes'] as const;

/** 盲审设置 of one phase. */
export type PhaseBlindness = {
  reviewersSeeApplicant: boolean;
  reviewersSeeEachOther: (typeof seeEachOther)[number];
  marksOfOthers: (typeof seeMarks)[number];
  officeSeesNames: (typeof officeNames)[number];
};

/** 盲审设置 of a call. */
export type Blindness = Record<ReviewPhase, PhaseBlindness> & { applicantSees: (typeof applicantMarks)[number] };

const usualPhase: PhaseBlindness = { reviewersSeeApplicant: true, reviewersSeeEachOther: 'never', marksOfOthers: 'never', officeSeesNames: 'always' };

/** 默认: reviewers know whom they judge, nothing of one another, and their marks stay in the house. */
export const usualBlindness: Blindness = { first: usualPhase, second: usualPhase, applicantSees: 'nothing' };

/** The settings of a call; one that settled nothing has the usual ones. */
export function blindnessOf(review: { blindness?: Blindness }): Blindness {
  return review.blindness ?? usualBlindness;
}
