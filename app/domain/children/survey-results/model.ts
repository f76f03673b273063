import { type Block, type Group, type Reader, sumOf } from '#app/domain/base/small-cells/model.ts';
import type { Said, Theme } from '#app/domain/children/surveys/model.ts';
import type { Reliability } from './alpha.ts';
import { type Estimate, meanShare, wilson } from './intervals.ts';

export type { Block, Estimate, Group, Reader };

/** 统计的题目: a question on a scale; the first `favourable` of its `levels` count as "mostly true". `wording` is the same for the same words on the same scale. */
export type Item = { id: string; theme: Theme; text: Said; wording: string; pair: string; levels: number; favourable: number };
/** 选择题: a question with options of its own. */
export type Choice = { id: string; theme: Theme; text: Said; options: { id: string; text: Said }[] };

/** 题目的结果 as it may be shown: blocks of the scale, and groups by what people said of themselves with their two sides. */
export type ItemResult = Item & { blocks: Block[]; by: Record<string, Group[]> };
/** 选择题的结果: options with few answers stand together. */
export type ChoiceResult = Choice & { groups: Group[] };
/** 一张表: everything one kind of reader sees; `self` is only what the groups are called. */
export type Table = { items: ItemResult[]; choices: ChoiceResult[]; self: Choice[] };
export type Tables = Record<Reader, Table>;
/** 信度 by theme; a theme has one only where every question of it can be shown. */
export type Reliabilities = Partial<Record<Theme, Reliability>>;

/** More rounds than these are not added up for one page. */
export const mostRounds = 2000;
/** 答卷文件: rounds with fewer sheets give none, for then a row is nearly a person. */
export const leastForAnswers = 20;
/** 大人的答复: so many things, so many letters each. */
export const mostPromises = 8;
export const longestPromise = 60;

type Row = Pick<ItemResult, 'blocks' | 'favourable'>;

/** 答题的底数: how many answered on the scale; undefined is hidden. */
export function baseOf({ blocks }: Row): number | undefined {
  return blocks.length === 0 ? undefined : sumOf(blocks.map(({ count }) => count));
}

/** 两边: "mostly true" and the rest; undefined where the border is hidden. */
export function sidesOf({ blocks, favourable }: Row): [number, number] | undefined {
  if (blocks.length < 2) return undefined;
  const of = (isOurs: (at: number) => boolean) => sumOf(blocks.filter(({ at }) => at.every(isOurs)).map(({ count }) => count));
  return [of((at) => at < favourable), of((at) => at >= favourable)];
}

/** 「大多符合」占比 with its interval, from nothing but what is shown. */
export function shareOf(row: Row): Estimate | undefined {
  const sides = sidesOf(row);
  return sides && shareOfSides(sides);
}

export const shareOfSides = ([yes, no]: readonly number[]) => wilson(yes!, yes! + no!);

/** 至少多少人: no count of all who took part is shown, since it would tell how many left a question out; the largest base is. */
export function atLeast(rows: readonly Row[]): number | undefined {
  const bases = rows.flatMap((row) => baseOf(row) ?? []);
  return bases.length === 0 ? undefined : Math.max(...bases);
}

/** 回收率至少: of how many were invited; never more than all. */
export function rateAtLeast(rows: readonly Row[], invited: number): number | undefined {
  const many = atLeast(rows);
  return many === undefined || invited <= 0 ? undefined : Math.min(1, many / invited);
}

/** 主题的均值 over the questions that can be shown; `hidden` is how many of it cannot. */
export type ThemeMean = { theme: Theme; mean: Estimate | undefined; shown: number; hidden: number };

export function themeMeans(rows: readonly (Row & Pick<Item, 'theme'>)[]): ThemeMean[] {
  return [...Map.groupBy(rows, ({ theme }) => theme)].map(([theme, some]) => {
    const shares = some.flatMap((row) => shareOf(row) ?? []);
    return { theme, mean: meanShare(shares), shown: shares.length, hidden: some.length - shares.length };
  });
}
