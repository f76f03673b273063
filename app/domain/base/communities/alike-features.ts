import { levelOf } from '#app/domain/base/regions/model.ts';

/** 社区类型 that may be compared: 街道, 乡镇, 居委会, 村委会; the digits of the code say which. */
export const settings = ['subdistrict', 'township', 'neighbourhood', 'village'] as const;
export type Setting = (typeof settings)[number];

/** 四大经济区 as the statistical office draws them, and what belongs to none. */
export const parts = ['east', 'central', 'west', 'northeast', 'other'] as const;
export type Part = (typeof parts)[number];

const provincesOf: Record<Exclude<Part, 'other'>, readonly string[]> = {
  east: ['11', '12', '13', '31', '32', '33', '35', '37', '44', '46'],
  central: ['14', '34', '36', '41', '42', '43'],
  west: ['15', '45', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65'],
  northeast: ['21', '22', '23'],
};

/** 特征 by which communities are alike; null is what nobody knows. */
export type Features = { setting: Setting; part: Part; logChildren: number | null; infants: number | null; preschool: number | null; school: number | null };

const ages = ['children-0-3', 'children-4-6', 'children-7-12', 'children-13-18'] as const;

/** The features of a community out of its code and what is known of it. */
export function featuresOf(code: string, facts: Record<string, unknown>, children: number | null = null): Features {
  const counts = ages.map((key) => countIn(facts[key]));
  const isWhole = counts.every((count) => count !== null);
  const total = isWhole ? counts.reduce((sum, count) => sum + count!, 0) : children;
  const share = (place: number) => (isWhole && total! > 0 ? counts[place]! / total! : null);
  return {
    setting: settingOf(code),
    part: parts.find((part) => part !== 'other' && provincesOf[part].includes(code.slice(0, 2))) ?? 'other',
    logChildren: total !== null && total > 0 ? Math.log(total) : null,
    infants: share(0), preschool: share(1), school: share(2),
  };
}

function settingOf(code: string): Setting {
  const tail = Number(code.slice(-3));
  if (levelOf(code) === 5) return tail >= 200 && tail < 400 ? 'village' : 'neighbourhood';
  return tail < 100 || tail >= 400 ? 'subdistrict' : 'township';
}

function countIn(value: unknown): number | null {
  if (typeof value === 'number' && value >= 0) return value;
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

/** 尺度: mean and spread of the four measured features, in the order size, infants, preschool, school. */
export type Scale = { means: readonly number[]; spreads: readonly number[] };

/** Measured features made comparable: how many spreads from the mean; what has no spread tells nothing apart. */
export function standardised(features: Features, { means, spreads }: Scale): (number | null)[] {
  return [features.logChildren, features.infants, features.preschool, features.school].map((value, at) =>
    value === null ? null : spreads[at]! > 0 ? Math.max(-50, Math.min(50, (value - means[at]!) / spreads[at]!)) : 0,
  );
}

/** Another kind of unit counts as far as two spreads, another part of the country as one. */
export const apart = { setting: 4, part: 1 } as const;

/** What two unrelated communities differ by on average in a standardised feature: the place of a difference nobody knows. */
export const unknown = 2;

/**
 * 相似距离 squared: kind and part of the country, then size, then the age structure as one feature. What is unknown on either side
 * counts as the difference between two communities taken at random, so it makes them neither alike nor strangers.
 */
export function distanceBetween(a: Features, b: Features, scale: Scale): number {
  const [x, y] = [standardised(a, scale), standardised(b, scale)];
  const squared = (at: number) => (x[at] === null || y[at] === null ? unknown : (x[at]! - y[at]!) ** 2);
  return (a.setting === b.setting ? 0 : apart.setting) + (a.part === b.part ? 0 : apart.part) + squared(0) + (squared(1) + squared(2) + squared(3)) / 3;
}

/** Units lie this far from units of another kind, part or knowledge, so that one index finds the nearest of each group. */
const gap = 1000;

/** Which features are known: 0 neither, 1 ages, 2 size, 3 both. */
function knowledgeOf({ logChildren, infants }: Features): number {
  return (logChildren === null ? 0 : 2) + (infants === null ? 0 : 1);
}

/** The group's number; within a group the points are as far apart as size and the share of infants make them. */
export function groupOf(features: Features): number {
  return (settings.indexOf(features.setting) * parts.length + parts.indexOf(features.part)) * 4 + knowledgeOf(features);
}

/** 落点 of a community in a group: never farther from another of the same knowledge than the distance between them. */
export function placeIn(group: number, features: Features, scale: Scale): [number, number] {
  const [size, infants] = standardised(features, scale);
  const knows = group % 4;
  return [group * gap + (knows >= 2 ? (size ?? 0) : 0), knows % 2 === 1 ? (infants ?? 0) / Math.sqrt(3) : 0];
}
