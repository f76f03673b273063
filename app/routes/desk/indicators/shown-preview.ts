import type { Preview } from '#app/domain/city/statistics-database/bring-message.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import type { Ctx } from '#app/platform/ctx.ts';

const mostShown = 200;
const order = { fault: 0, correct: 1, new: 2, same: 3 } as const;

/** 核对结果 as the page shows it: what is wrong first, each with its place in the file and its sentence. */
export async function shownPreview(ctx: Ctx, { form, lines, hidden }: Preview) {
  const en = ctx.locale === 'en';
  const shown = lines.toSorted((one, other) => order[one.does] - order[other.does]).slice(0, mostShown);
  const paths = await regionPaths(ctx, shown.flatMap(({ at }) => (at ? [at.regionCode] : [])));
  const count = (does: keyof typeof order) => lines.filter((line) => line.does === does).length;
  return {
    form, hidden, more: lines.length - shown.length, counts: { fresh: count('new'), correct: count('correct'), same: count('same'), fault: count('fault') },
    lines: shown.map(({ place, indicator, region, period, groups, value, at, does, fault, was }) => ({
      place, does, value, period, group: groups.join(' '), was, fault: fault ? refusalSentence(fault, ctx.locale) : '', indicator: at ? `${indicator} ${en ? at.indicator.definition.en : at.indicator.definition.zh}` : indicator,
      region: at ? (at.regionCode === '*' ? statisticsDatabaseWords[ctx.locale].region.nation : `${(paths.get(at.regionCode) ?? []).at(-1)?.name ?? ''} ${region}`) : region,
    })),
  };
}
export type ShownPreview = Awaited<ReturnType<typeof shownPreview>>;
