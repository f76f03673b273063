import { levelOf } from '#app/domain/base/regions/model.ts';
import { type Layer, layers } from '#app/platform/ctx.ts';

/** 议事会层级: of the region it speaks for. */
export const councilLevels = ['city', 'district', 'street', 'community'] as const;
export type CouncilLevel = (typeof councilLevels)[number];

/** The level that a code has; provinces and the nation have no council. */
export function councilLevelOf(regionCode: string): CouncilLevel | undefined {
  const level = levelOf(regionCode);
  return level >= 2 ? councilLevels[level - 2] : undefined;
}

/** 名额来源: named by the school, by the community, or by oneself. */
export const seatKinds = ['school', 'community', 'self'] as const;
export type SeatKind = (typeof seatKinds)[number];

/** 主持人产生办法. */
export const chairWays = ['ballot', 'hands', 'rotation'] as const;
export type ChairWay = (typeof chairWays)[number];

export const majorities = ['simple', 'two-thirds'] as const;
export type Majority = (typeof majorities)[number];

/** 章程: who sits here, for how long, and how it is decided. */
export type Charter = {
  aim: string;
  termYears: number;
  seats: number;
  quotas: Record<SeatKind, number>;
  /** At least so many seats of a layer; null asks for none. */
  layerSeats: Partial<Record<Layer, number>> | null;
  chairBy: ChairWay;
  quorumPercent: number;
  majority: Majority;
  /** How many others second a motion before it is debated. */
  secondsNeeded: number;
  sessionsPerYear: number;
  /** Working days within which the responsible body answers. */
  answerDays: number;
  rules: string;
  /** The same in children's words, a sentence a line. */
  childRules: string[];
};

/** 章程的界限: what a charter may say. */
export const charterBounds = { termYears: [1, 3], seats: [5, 30], quorumPercent: [50, 100], secondsNeeded: [0, 5], sessionsPerYear: [1, 24], answerDays: [1, 60] } as const;

/** 章程的起点, to be changed by whoever writes one. */
export const firstCharter: Charter = {
  aim: '', termYears: 2, seats: 15, quotas: { school: 6, community: 5, self: 4 }, layerSeats: null, chairBy: 'ballot', quorumPercent: 60, majority: 'simple',
  secondsNeeded: 1, sessionsPerYear: 4, answerDays: 30, rules: '', childRules: [],
};

/** What does not add up in a charter. */
export function charterProblem({ seats, quotas, layerSeats }: Charter): 'council-quotas' | 'council-layers' | undefined {
  if (seatKinds.reduce((sum, kind) => sum + quotas[kind], 0) !== seats) return 'council-quotas';
  if (layers.reduce((sum, layer) => sum + (layerSeats?.[layer] ?? 0), 0) > seats) return 'council-layers';
  return undefined;
}

/** 法定人数: so many members must be there. */
export function quorumOf({ quorumPercent }: Pick<Charter, 'quorumPercent'>, members: number): number {
  return Math.ceil((members * quorumPercent) / 100);
}

/** 表决. */
export type Votes = { inFavour: number; against: number; abstaining: number };

/** 表决结果: of the votes for and against; those who abstain count for the quorum alone; a tie is not adopted. */
export function verdictOf({ inFavour, against }: Votes, majority: Majority): 'adopted' | 'rejected' {
  const isCarried = majority === 'simple' ? inFavour > against : inFavour > 0 && inFavour * 3 >= (inFavour + against) * 2;
  return isCarried ? 'adopted' : 'rejected';
}

/** 届次状态: names are being put forward; the ballot is open; the council sits; its term is over. */
export const termStates = ['nominating', 'ballot', 'sitting', 'ended'] as const;
export type TermState = (typeof termStates)[number];

/** 提名状态: waiting for the child's own yes, standing, no longer, and how it came out. */
export const candidateStates = ['asked', 'standing', 'withdrawn', 'elected', 'reserve'] as const;
export type CandidateState = (typeof candidateStates)[number];

/** 当选依据: by votes, by the draw among equals, or because a layer has its seats; named where nobody stood against. */
export const electedBy = ['votes', 'draw', 'layer', 'unopposed'] as const;
export type ElectedBy = (typeof electedBy)[number];

export const sessionStates = ['called', 'running', 'held', 'cancelled'] as const;
export type SessionState = (typeof sessionStates)[number];

/** 议程项目状态. */
export const itemStates = ['next', 'now', 'done'] as const;
export type ItemState = (typeof itemStates)[number];

/**
 * 议案状态: put by a member, seconded, on an agenda, voted on; adopted it is sent to the body responsible and answered; what becomes
 * of it afterwards is the promise clock's (suggestions).
 */
export const motionStates = ['put', 'seconded', 'tabled', 'adopted', 'rejected', 'sent', 'answered', 'in-progress', 'done', 'told', 'handed-up', 'withdrawn'] as const;
export type MotionState = (typeof motionStates)[number];

/** What may follow. */
export const nextMotionStates: Record<MotionState, readonly MotionState[]> = {
  put: ['seconded', 'withdrawn'],
  seconded: ['tabled', 'withdrawn'],
  tabled: ['seconded', 'adopted', 'rejected'],
  adopted: ['sent', 'handed-up', 'answered'],
  rejected: [],
  sent: ['answered', 'handed-up'],
  answered: ['in-progress', 'done', 'told'],
  'in-progress': ['answered', 'done'],
  done: ['told', 'answered'],
  told: ['answered'],
  'handed-up': ['answered'],
  withdrawn: [],
};

/** 答复结论. */
export const answerVerdicts = ['yes', 'partly', 'no'] as const;
export type AnswerVerdict = (typeof answerVerdicts)[number];

/** 表决办法: hands or slips counted in the room, or members' own phones. */
export const votingWays = ['count', 'phones'] as const;

export const voices = ['for', 'against', 'abstain'] as const;
export type Voice = (typeof voices)[number];

/** 背景核查: valid on a day; checked anew every year. */
export const backgroundCheckDays = 365;
export function isChecked({ checkedOn, checkValidUntil }: { checkedOn: string; checkValidUntil: string }, day: string): boolean {
  return checkedOn <= day && day <= checkValidUntil;
}

/** 公示票数: below so many voices only names are shown, never counts. */
export const fewestVoicesShown = 5;
