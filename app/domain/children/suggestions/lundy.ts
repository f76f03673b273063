import type { MatterState, Understanding } from './model.ts';

/** 伦迪四要素: space, voice, audience, influence. */
export const lundyParts = ['space', 'voice', 'audience', 'influence'] as const;
export type LundyPart = (typeof lundyParts)[number];
export const lundyMarks = ['yes', 'partly', 'not-yet'] as const;
export type LundyMark = (typeof lundyMarks)[number];
export type Lundy = Record<LundyPart, LundyMark>;

/** What a mark is computed from: facts of the matter, none of them anybody's opinion but the child's own. */
export type LundyFacts = {
  state: MatterState;
  /** Whether a child came by the child's own way, and whether everybody's words came by paper that somebody else wrote. */
  ownWay: boolean;
  /** Whether anything was said at all, and in how many manners. */
  manners: number;
  /** Words that were changed for the public without the child's agreement. */
  changedUnasked: boolean;
  seenOn: string | null;
  seenDueOn: string;
  answeredOn: string | null;
  hasReason: boolean;
  understandings: readonly Understanding[];
};

/**
 * 伦迪计分 of one matter. Space: a way of the child's own; paper written by another is half of it. Voice: said in at least one manner and not
 * changed unasked. Audience: a named adult, in time. Influence: an answer with its reason that reached the child, carried through when promised.
 */
export function lundyOf(facts: LundyFacts): Lundy {
  return { space: facts.ownWay ? 'yes' : 'partly', voice: voiceOf(facts), audience: audienceOf(facts), influence: influenceOf(facts) };
}

function voiceOf({ manners, changedUnasked }: LundyFacts): LundyMark {
  if (manners === 0) return 'not-yet';
  return changedUnasked ? 'partly' : 'yes';
}

function audienceOf({ seenOn, seenDueOn }: LundyFacts): LundyMark {
  if (seenOn === null) return 'not-yet';
  return seenOn <= seenDueOn ? 'yes' : 'partly';
}

function influenceOf({ state, answeredOn, hasReason, understandings }: LundyFacts): LundyMark {
  if (answeredOn === null || !hasReason) return 'not-yet';
  const isOver = state === 'done' || state === 'not-adopted';
  return isOver && !understandings.includes('not-understood') ? 'yes' : 'partly';
}
