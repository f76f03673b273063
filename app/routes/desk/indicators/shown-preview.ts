import type { Preview } from '#app/domain/city/statistics-database/bring-message.ts';
import type { Line } from '#app/domain/city/statistics-database/check-message.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { listBreakdowns } from '#app/domain/city/indicators/read.ts';
import { cityWords } from '#app/i18n/city.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { periodName } from '../../public/statistics-database/names.ts';
import { told, withUnit } from '../../public/plans/words.ts';

const mostShown = 200;
const order = { fault: 0, correct: 1, new: 2, same: 3 } as const;

/** 核对结果 as the page shows it: what is wrong first; each by name as far as it is known here, with its place in the file and its sentence. */
export async function shownPreview(ctx: Ctx, { form, lines, hidden }: Preview) {
  const { locale } = ctx;
  const words = statisticsDatabaseWords[locale];
  const shown = lines.toSorted((one, other) => order[one.does] - order[other.does]).slice(0, mostShown);
  const [paths, groups] = await Promise.all([regionPaths(ctx, shown.flatMap(({ known }) => known.regionCode ?? [])), listBreakdowns(ctx)]);
  const groupNames = new Map(groups.map((each) => [each.id, told(each, locale)]));
  const regionName = (code: string) => (code === '*' ? words.region.nation : (paths.get(code) ?? []).at(-1)?.name ?? code);
  const count = (does: keyof typeof order) => lines.filter((line) => line.does === does).length;
  const valueOf = ({ value, figures, known }: Line) => (figures && known.indicator ? withUnit(figures.value, known.indicator.definition.unit, cityWords[locale], locale) : value);
  return {
    form, hidden, more: lines.length - shown.length, counts: { fresh: count('new'), correct: count('correct'), same: count('same'), fault: count('fault') },
    lines: shown.map((line) => {
      const { place, known, indicator, region, period, groups: codes, does, fault, was } = line;
      return {
        nth: place.nth, place: words.exchange.place(place), does, value: valueOf(line), fault: fault ? refusalSentence(fault, locale) : '',
        was: was === null || does === 'same' ? '' : withUnit(was, known.indicator!.definition.unit, cityWords[locale], locale),
        indicator: known.indicator ? `${indicator} ${told(known.indicator.definition, locale)}` : indicator, region: known.regionCode ? `${regionName(known.regionCode)} ${region}` : region,
        period: known.period === undefined ? period : periodName(known.period, locale), group: codes.length === 0 ? '' : (codes.length === 1 && groupNames.get(known.breakdown ?? -1)) || codes.join(' '),
      };
    }),
  };
}
export type ShownPreview = Awaited<ReturnType<typeof shownPreview>>;
