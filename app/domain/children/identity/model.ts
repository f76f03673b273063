import { type Purpose, purposes } from '#app/domain/children/impact-assessments/model.ts';
import type { Layer } from '#app/platform/ctx.ts';

/** 目的 that are asked for one by one; they are listed where they are assessed. */
export { purposes, type Purpose };

/** 年龄段: who decides (民法典 19、20): the guardian; the guardian beside the child's own view; the child. */
export const bands = ['guardian', 'view', 'own'] as const;
export type Band = (typeof bands)[number];

/** 决定: what became of asking. */
export const decisions = ['given', 'refused', 'withdrawn'] as const;
export type Decision = (typeof decisions)[number];

/** 处理依据: consent, or what the law allows without it (个人信息保护法 13(3), 13(4)). */
export const bases = ['consent', 'statutory-duty', 'emergency'] as const;
export type Basis = (typeof bases)[number];

/** 与儿童的关系. */
export const relations = ['mother', 'father', 'grandparent', 'other-relative', 'appointed'] as const;
export type Relation = (typeof relations)[number];

/** 权利请求: what a guardian may ask for in writing besides what they do themselves. */
export const rightKinds = ['explain', 'correct', 'complete', 'delete-part', 'other'] as const;
export type RightKind = (typeof rightKinds)[number];

/** 查阅范围: what an officer may be let see, and for how many hours. */
export const grantHours = [2, 8, 24, 72] as const;

/** A slip for a guardian is used within so many days; a request is answered within so many working days. */
export const slipDays = 14;
export const answerWorkingDays = 15;

/** 在场时长: a child's device forgets them after two hours. */
export const hereHours = 2;

/** 图画密码: so many of the drawings, in their order; wrong ones in a row lock the card. */
export const drawings = ['kite', 'dolphin', 'tree', 'star', 'boat', 'cat', 'umbrella', 'flower', 'house', 'ball', 'moon', 'fish'] as const;
export type Drawing = (typeof drawings)[number];
export const pictureCount = 4;
export const maxWrongPictures = 5;
export const cardLockMinutes = 15;

/** 错码限次: different wrong codes from one address within ten minutes, and within a day; right ones of a whole class never count. */
export const wrongCodes = [{ most: 60, seconds: 600 }, { most: 300, seconds: 86_400 }] as const;

/** 周岁 on a day, both Beijing days (YYYY-MM-DD). */
export function ageOn(birthday: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthday.slice(0, 4));
  return day.slice(5) < birthday.slice(5) ? years - 1 : years;
}

/** 年龄层 of somebody of this age. */
export function layerOf(age: number): Layer {
  if (age <= 6) return 'with-grown-up';
  return age <= 12 ? 'primary' : 'teen';
}

/** 年龄段 of somebody of this age. */
export function bandOf(age: number): Band {
  if (age <= 7) return 'guardian';
  return age <= 13 ? 'view' : 'own';
}

/** 是否同意: what the two say counts as given only when everybody who must be asked said yes; a child's no counts. */
export function decided(band: Band, guardianSays: boolean | null, childSays: boolean | null): Decision {
  const asked = { guardian: [guardianSays], view: [guardianSays, childSays], own: [childSays] }[band];
  return asked.every((says) => says === true) ? 'given' : 'refused';
}
