import { type FigureGroup, figureGroups, type FigureKey } from '#app/domain/children/compliance/model.ts';
import type { complianceWords } from '#app/i18n/compliance.ts';
import type { impactWords } from '#app/i18n/impact.ts';

type Words = (typeof complianceWords)['zh-CN'];
type Purposes = (typeof impactWords)['zh-CN']['purposes'];

/** 数字的名称 within its group; where the groups stand side by side, with the group's name before it. */
export function figureTitle(words: Words, purposes: Purposes, key: FigureKey, isWhole = false): string {
  const group = (Object.keys(figureGroups) as FigureGroup[]).find((one) => (figureGroups[one] as readonly string[]).includes(key))!;
  const purpose = key.split(':')[1];
  const title = purpose ? purposes[purpose as keyof Purposes] : words.figures[key as keyof typeof words.figures];
  return isWhole || purpose ? words.within(words.groups[group], title) : title;
}
