import { type Blindness, blindnessOf } from '#app/domain/pilot/calls/blindness-settings.ts';

/** 评审到了哪一步: the round that is going on or was, and whether the application is decided. */
export type Stage = { round: 1 | 2; isDecided: boolean };

/**
 * 谁在看: a reviewer with what they have done themselves, the office, somebody of the office who has a part in this application,
 * the people behind the application, those who audit, and everybody else.
 */
export type Viewer =
  | { kind: 'reviewer'; hasSubmitted: boolean; areAllIn: boolean }
  | { kind: 'office'; isInvolved: boolean; areAllIn: boolean }
  | { kind: 'applicant' }
  | { kind: 'audit' }
  | { kind: 'other' };

/** 看得到什么: of the applicant, of the other reviewers, and of what they gave. A hidden thing does not exist for the viewer, also not in a count. */
export type Sight = {
  /** Who applies: its name, its contacts, its papers as they came. */
  applicant: boolean;
  /** Who reviews: by name, as a row without a name, or not at all. */
  reviewers: 'names' | 'numbered' | 'none';
  marks: boolean;
  notes: boolean;
};

const blind: Sight = { applicant: false, reviewers: 'none', marks: false, notes: false };

/** 盲审: the one place that says who sees what of a review; every read of reviews, names, marks, notes, counts and records asks here. */
export function sees(review: { blindness?: Blindness }, { round, isDecided }: Stage, who: Viewer): Sight {
  const settings = blindnessOf(review);
  const phase = settings[round === 1 ? 'first' : 'second'];
  switch (who.kind) {
    case 'reviewer': {
      const marks = who.hasSubmitted && (phase.marksOfOthers === 'after-own' || (phase.marksOfOthers === 'after-all' && (who.areAllIn || isDecided)));
      const names = who.hasSubmitted && phase.reviewersSeeEachOther === 'names-after-own';
      return { applicant: phase.reviewersSeeApplicant, reviewers: names ? 'names' : marks ? 'numbered' : 'none', marks, notes: marks };
    }
    case 'office': {
      if (who.isInvolved) return { ...blind, applicant: true };
      const names = isDecided || phase.officeSeesNames === 'always';
      const marks = names || who.areAllIn; // while some are out, whoever is in could be told from the list of those who were asked
      return { applicant: true, reviewers: names ? 'names' : 'numbered', marks, notes: marks };
    }
    case 'applicant': {
      const marks = isDecided && settings.applicantSees !== 'nothing';
      return { applicant: true, reviewers: marks ? 'numbered' : 'none', marks, notes: isDecided && settings.applicantSees === 'marks-and-notes' };
    }
    case 'audit':
      return isDecided ? { applicant: true, reviewers: 'names', marks: false, notes: false } : { ...blind, applicant: true };
    case 'other':
      return blind;
  }
}

/** Where an application stands: its round, and whether the decision is made. */
export function stageOf(application: { status: string }, round: number = 1): Stage {
  return { round: round === 2 ? 2 : 1, isDecided: application.status === 'accepted' || application.status === 'declined' };
}

/** How messages to a reviewer name an application: by its unit, or by its number where the reviewer must not know who applies. */
export function unitForReviewer({ unit, number, status, round, review }: { unit: string; number: string; status: string; round: number; review: { blindness?: Blindness } }): string {
  return sees(review, stageOf({ status }, round), { kind: 'reviewer', hasSubmitted: false, areAllIn: false }).applicant ? unit : number;
}
