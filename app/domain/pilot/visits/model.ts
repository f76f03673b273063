/** 到访状态: planned, begun on site, everything arrived, signed by both sides, concluded with results; or called off. */
export const visitStates = ['planned', 'under-way', 'synced', 'signed', 'concluded', 'called-off'] as const;
export type VisitState = (typeof visitStates)[number];

/** 是否通知: an unannounced visit does not exist for the community until it has begun. */
export const visitNotices = ['announced', 'unannounced'] as const;
export type VisitNotice = (typeof visitNotices)[number];

/** 到访缘由: why this community. */
export const visitReasons = ['reassessment', 'spot-check', 'sample', 'chosen'] as const;
export type VisitReason = (typeof visitReasons)[number];

/** Nothing more is taken into the record. */
export function isOver(state: VisitState): boolean {
  return state === 'concluded' || state === 'called-off';
}

/** 对社区可见: an announced visit at once, an unannounced one from the moment it has begun; one called off before that never was. */
export function isVisibleToCommunity(visit: { notice: VisitNotice; begunAt: Date | null }): boolean {
  return visit.notice === 'announced' || visit.begunAt !== null;
}

/** 名额: at most two experts go on one visit. */
export const expertSlots = ['expert', 'second-expert'] as const;
export type ExpertSlot = (typeof expertSlots)[number];

/** A clock off by more than this is shown to everybody who reads the times it gave. */
export const skewToTellMs = 5 * 60_000;

/** 议程 of a visit: what is looked at when, and which rules it serves. */
export type AgendaItem = { id: string; at: string; title: string; ruleIds: string[] };

/** 抽样记录: the list it was drawn from, in its order, with why each came first; drawn again from it the result is the same. */
export type SampleContent = { size: number; candidates: { code: string; reason: VisitReason; dueOn: string | null }[]; hash: string; picked: string[] };
