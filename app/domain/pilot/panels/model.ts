import type { Outcome } from '#app/domain/pilot/review/model.ts';

/** 会议状态: planned, sitting, minutes signed, called off. */
export const meetingStates = ['planned', 'open', 'signed', 'cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** 会议角色: a secretary keeps the minutes and has no vote. */
export const memberRoles = ['chair', 'member', 'secretary'] as const;
export type MemberRole = (typeof memberRoles)[number];

export const hasVote = (role: MemberRole): boolean => role !== 'secretary';

/** 会议提案: what the panel is asked to recommend. */
export const proposals = ['accepted', 'declined', 'second-round'] as const;
export type Proposal = (typeof proposals)[number];

/** 表决. */
export const votes = ['for', 'against', 'abstain'] as const;
export type Vote = (typeof votes)[number];

/** 表决结果: carried by more votes for than against; nothing counts below the quorum. */
export type Tally = { for: number; against: number; abstain: number; seated: number; result: 'carried' | 'rejected' | 'tied' | 'no-quorum' | 'open' };

/** 计票 of one item: the quorum is of those who may sit on it, so a recusal can break it. */
export function tallyOf(seats: readonly { vote: Vote | null }[], quorum: number): Tally {
  const count = (vote: Vote) => seats.filter((seat) => seat.vote === vote).length;
  const counted = { for: count('for'), against: count('against'), abstain: count('abstain'), seated: seats.length };
  const cast = counted.for + counted.against + counted.abstain;
  if (seats.length < quorum) return { ...counted, result: 'no-quorum' };
  if (cast < seats.length) return { ...counted, result: 'open' };
  if (counted.for === counted.against) return { ...counted, result: 'tied' };
  return { ...counted, result: counted.for > counted.against ? 'carried' : 'rejected' };
}

/** 二轮评审的缘由. */
export const secondRoundGrounds = ['borderline', 'disputed', 'one-reviewer', 'panel', 'other'] as const;
export type SecondRoundGround = (typeof secondRoundGrounds)[number];

/** 二轮计分: together with the first round, or the second round alone; first-round marks stay readable either way. */
export const countings = ['both', 'second'] as const;
export type Counting = (typeof countings)[number];

/** 复议的缘由. */
export const reconsiderationGrounds = ['objection', 'error', 'new-facts', 'conflict-found', 'panel'] as const;
export type ReconsiderationGround = (typeof reconsiderationGrounds)[number];

/** 逐项结论 of all reviewers together. */
export const itemFindings = ['met', 'partly', 'not', 'na'] as const;
export type ItemFinding = (typeof itemFindings)[number];

/** 合议: the mean of what the reviewers gave; two thirds is met, one third or less is not met. */
export function findingOf(points: readonly (number | null)[]): ItemFinding {
  const given = points.filter((point) => point !== null);
  if (given.length === 0) return 'na';
  const middle = given.reduce((sum, point) => sum + point, 0) / given.length;
  if (middle >= 2 / 3 - 1e-9) return 'met';
  return middle <= 1 / 3 + 1e-9 ? 'not' : 'partly';
}

type Words = { zh: string; en: string };

/** 分数的由来: calibrated with an interval, the plain mean, or none at all. */
export type ScoreShown = { value: number | null; low: number | null; high: number | null; kind: 'calibrated' | 'mean' | 'none'; method: string };

/** 决定说明: what was found and why it was decided so; frozen with the decision. */
export type Explanation = {
  number: string;
  unit: string;
  call: Words;
  outcome: Outcome;
  reason: string;
  decidedOn: string;
  score: ScoreShown;
  passMark: number | null;
  reviews: { submitted: number; wanted: number; late: number; rounds: number; counting: Counting | null };
  sections: (Words & { id: string; score: number | null; items: (Words & { id: string; finding: ItemFinding })[]; advice: string })[];
  must: (Words & { id: string; isMet: boolean })[];
  negative: (Words & { id: string; isCleared: boolean })[];
  strengths: string;
  panel: { title: string; heldOn: string; proposal: Proposal; for: number; against: number; abstain: number } | null;
  place: { rank: number; places: number } | null;
};

/** 说明草稿: the strengths and the advice by section, as somebody has edited them. */
export type Advice = { strengths: string; bySection: Record<string, string> };

/** 不点名: the names of reviewers and of their organisations leave a text before anybody else reads it. */
export function withoutNames(text: string, names: readonly string[]): string {
  return names
    .filter((name) => name.trim().length > 1)
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name, '＊＊'), text);
}

/** 同分处理: what is looked at, one after the other, when scores are the same; lots always come last. */
export const tieSteps = ['must-rules', 'section', 'regional-spread', 'lots'] as const;
export type TieStep = (typeof tieSteps)[number];

/** 地区的口径 for spread and for the most places of one region: digits of the code. */
export const spreads = { province: 2, city: 4, district: 6 } as const;
export type Spread = keyof typeof spreads;

/** 排名规则: scores alike to so many decimals are tied; `section` names the section that breaks a tie; the seed of the lots is public from the start. */
export type RankRule = { steps: TieStep[]; sectionId: string; spread: Spread; mostPerRegion: number | null; mustRulesStop: boolean; decimals: number; seed: string };

/** 缺省规则: the seed is the id of the call, which stands before anybody applies. */
export function usualRule(callId: string): RankRule {
  return { steps: ['must-rules', 'regional-spread', 'lots'], sectionId: '', spread: 'province', mostPerRegion: null, mustRulesStop: false, decimals: 2, seed: callId };
}

/** 入列的申报: what the order of an application rests on. */
export type RankEntry = {
  id: string;
  number: string;
  regionCode: string;
  score: number | null;
  bySection: Record<string, number | null>;
  mustNotMet: number;
  isStopped: boolean;
  isReady: boolean;
  passMark: number | null;
  outcome: Outcome | null;
};

/** 名次状态: within the places, waiting for one, or why not. */
export const standings = ['accepted', 'declined', 'proposed', 'reserve', 'region-full', 'below-pass', 'must-not-met', 'stopped', 'unready'] as const;
export type Standing = (typeof standings)[number];

/** 名次: with the step that parted it from those of the same score, and its lot where one was drawn. */
export type Ranked = { id: string; rank: number | null; standing: Standing; tiedWith: string[]; partedBy: TieStep | null; lot: string | null };

/** 纪要内容: who sat, who kept away and why, what was proposed, said and voted; frozen when the chair signs. */
export type Minutes = {
  title: string;
  call: { zh: string; en: string };
  heldOn: string;
  heldAt: string;
  place: string;
  isRemote: boolean;
  quorum: number;
  members: { userId: string; name: string; role: MemberRole; isPresent: boolean }[];
  items: {
    applicationId: string; number: string; unit: string; proposal: Proposal; clearsNegative: boolean; discussion: string; tally: Tally;
    votes: { name: string; vote: Vote }[]; recusals: { name: string; kind: string; reason: string }[];
  }[];
};

/** 为何该上会: on the negative list, close to the pass mark, reviewers far apart, too few of them. */
export type Worry = 'negative' | 'borderline' | 'disputed' | 'few';
