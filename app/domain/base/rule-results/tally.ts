import type { Edition } from '#app/domain/base/standard/model.ts';

/** 汇总的项: the whole standard, a section, a norm, a rule. */
export const tallyKinds = ['all', 'section', 'norm', 'rule'] as const;
export type TallyKind = (typeof tallyKinds)[number];

/** 各级条数: how often each level was said. */
export type Counts = { met: number; partly: number; notMet: number; notApplicable: number };
export const noCounts: Counts = { met: 0, partly: 0, notMet: 0, notApplicable: 0 };

/** 得分分布的一格: a tenth of the score; -1 holds the communities to which no rule applied. */
export type Band = { band: number; communities: number; hundredths: number; allMusts: number };
export const noScore = -1;

export const addCounts = (one: Counts, other: Counts, sign = 1): Counts => ({
  met: one.met + sign * other.met, partly: one.partly + sign * other.partly,
  notMet: one.notMet + sign * other.notMet, notApplicable: one.notApplicable + sign * other.notApplicable,
});

/** 均分: the mean over all that applied, 0–100; null when nothing did. */
export function meanOf({ met, partly, notMet }: Counts): number | null {
  const all = met + partly + notMet;
  return all === 0 ? null : (50 * (2 * met + partly)) / all;
}

/** How often each letter stands on a sheet. */
export function countLetters(letters: string): Counts {
  const counts = { ...noCounts };
  for (const letter of letters) {
    if (letter === 'm') counts.met += 1;
    else if (letter === 'p') counts.partly += 1;
    else if (letter === 'n') counts.notMet += 1;
    else if (letter === 'x') counts.notApplicable += 1;
  }
  return counts;
}

/** 得分 in hundredths, rounded half up in whole numbers, so that sums are exact and the database reckons the same. */
export function hundredthsOf({ met, partly, notMet }: Counts): number {
  const half = met + partly + notMet;
  return half === 0 ? 0 : Math.floor((20_000 * (2 * met + partly) + 2 * half) / (4 * half));
}

/** The tenth in which a score stands: 0–9, and 10 for a full score. */
export function bandOf({ met, partly, notMet }: Counts): number {
  const all = met + partly + notMet;
  return all === 0 ? noScore : Math.floor((10 * (2 * met + partly)) / (2 * all));
}

/** 条目 of an edition in the order of its letters: to which norm and section each belongs, and whether it is a must. */
export type Place = { ruleId: string; normId: string; sectionId: string; isMust: boolean };
export function placesOf(edition: Pick<Edition, 'sections'>): Place[] {
  return edition.sections.flatMap((section) =>
    section.norms.flatMap((norm) => norm.rules.map((rule) => ({ ruleId: rule.id, normId: norm.id, sectionId: section.id, isMust: rule.kind === 'must' }))),
  );
}

/** Whether a sheet leaves no must-rule that applies unmet. */
export function meetsMusts(places: readonly Place[], letters: string): boolean {
  return places.every(({ isMust }, at) => !isMust || letters[at] === 'm' || letters[at] === 'x');
}

/** The regions of a tally in which a code lies: the nation, province, city, county. */
export function countedIn(code: string): string[] {
  return ['*', ...[2, 4, 6].filter((digits) => code.length >= digits).map((digits) => code.slice(0, digits))];
}
