/** 说的是哪里: what a child speaks about, chosen by pictures. */
export const topics = ['way-to-school', 'play', 'learning', 'green', 'downstairs', 'lamps', 'grown-ups', 'other'] as const;
export type Topic = (typeof topics)[number];

/** 选图说话: what a child may say by pictures alone. */
export const pictures = ['wish', 'broken', 'dark', 'scary', 'dirty', 'more', 'nice'] as const;
export type Picture = (typeof pictures)[number];

/** 孩子交来的附件: a drawing, a photograph, a recording of at most two minutes. */
export const attachmentKinds = ['drawing', 'photo', 'voice'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];
export const longestVoiceSeconds = 120;

/** 怎么来的: through the child's own page, or on paper that staff entered for a child without a phone. */
export const ways = ['page', 'paper'] as const;

/** 事项状态: how far the promise has been kept. */
export const matterStates = ['received', 'seen', 'adopted', 'under-way', 'done', 'not-adopted', 'merged', 'taken-back', 'protected'] as const;
export type MatterState = (typeof matterStates)[number];

const follows: Record<MatterState, readonly MatterState[]> = {
  received: ['seen', 'adopted', 'not-adopted', 'merged', 'taken-back', 'protected'],
  seen: ['adopted', 'not-adopted', 'merged', 'taken-back', 'protected'],
  adopted: ['under-way', 'done', 'merged', 'protected'],
  'under-way': ['done', 'merged', 'protected'],
  done: ['seen', 'protected'],
  'not-adopted': ['seen', 'merged', 'taken-back', 'protected'],
  merged: [],
  'taken-back': [],
  protected: ['received'],
};

/** What may follow what. */
export function canMove(from: MatterState, to: MatterState): boolean {
  return follows[from].includes(to);
}

/** 办理中: somebody still has to do something. */
export const openStates = ['received', 'seen', 'adopted', 'under-way'] as const satisfies readonly MatterState[];
export function isOpen(state: MatterState): boolean {
  return (openStates as readonly MatterState[]).includes(state);
}

/** 答复结果: all of it, part of it, or not, each with its reason. */
export const outcomes = ['adopted', 'partly', 'not-adopted'] as const;
export type Outcome = (typeof outcomes)[number];

/** 经过的一步, as it is told to the child and kept for the staff. */
export const stepKinds = ['received', 'seen', 'answered', 'started', 'done', 'reopened', 'merged', 'late'] as const;
export type StepKind = (typeof stepKinds)[number];

/** 理由模板: the usual reasons, in words a child knows. */
export const reasons = ['can-do', 'part-can', 'not-ours', 'not-safe', 'no-place', 'no-money', 'already', 'others-need'] as const;
export type Reason = (typeof reasons)[number];

/** 听懂了吗: what the child thinks of the answer, and whether it is really better when it is done. */
export const understandings = ['understood', 'more-to-say', 'not-understood'] as const;
export type Understanding = (typeof understandings)[number];
export const betters = ['better', 'a-little', 'not-better'] as const;
export type Better = (typeof betters)[number];

/** 承诺时钟的期限 in working days, where a region has not set its own. */
export const usualClock = { seenDays: 3, answerDays: 10, streetDays: 3, cityDays: 8 } as const;
export type Clock = { [name in keyof typeof usualClock]: number };

/** 升级层级: whom a late one reaches: its own place, the street and the district, the city. */
export const levels = ['place', 'street', 'city'] as const;
export type Level = (typeof levels)[number];

type Due = { state: MatterState; seenDueOn: string; answerDueOn: string; taskDueOn: string | null };

/** 下一个期限 of a matter: when the step that comes next has to be there. */
export function nextDue({ state, seenDueOn, answerDueOn, taskDueOn }: Due): string | null {
  if (state === 'received') return seenDueOn;
  if (state === 'seen') return answerDueOn;
  return state === 'adopted' || state === 'under-way' ? taskDueOn : null;
}

/** 是否逾期 on a day. */
export function isLate(due: Due, today: string): boolean {
  const on = nextDue(due);
  return on !== null && on < today;
}

/** 试错限次: different wrong plates, first in an hour, then in a day, for a class code or a card, and for an address without one. */
export const wrongPlates = {
  code: [{ most: 30, seconds: 3600 }, { most: 100, seconds: 86_400 }],
  address: [{ most: 60, seconds: 3600 }, { most: 200, seconds: 86_400 }],
} as const;

const compound = /^(欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐)/;

/** 孩子怎么称呼: the surname and 老师, as children call grown-ups; never the full name. */
export function calledBy(name: string): string {
  const plain = name.trim();
  const surname = compound.exec(plain)?.[0] ?? [...plain][0] ?? '';
  return /^\p{Script=Han}/u.test(plain) ? `${surname}老师` : plain.split(/\s+/).at(-1) ?? '';
}

/** 参与阶梯 (Hart): rungs 1 to 3 are no participation, whatever they are called. */
export const rungs = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export function isParticipation(rung: number): boolean {
  return rung >= 4;
}

/** 小数保护: below this no share is shown in public. */
export const smallestShown = 5;

/** 给孩子看的附件 and words: no more than these. */
export const most = { text: 500, attachments: 3, pictures: 4, photos: 4 } as const;

/** 看哪些: what is open, late, at one step, or settled. */
export const shows = ['open', 'late', 'received', 'seen', 'adopted', 'settled'] as const;
export type Show = (typeof shows)[number];

/** 地址里的小牌子: an address with a plate in it goes on to a ticket, so that no history keeps the plate for long. */
export function looksLikePlate(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** 可公开的比率: a whole per cent, or nothing when it would rest on fewer than five. */
export function publicShare(part: number, whole: number): number | null {
  return whole < smallestShown ? null : Math.round((100 * part) / whole);
}
