import { type Answer, answerQuestion } from '#app/domain/city/statistics-database/answer-question.ts';
import { countQuestion } from '#app/domain/city/statistics-database/ask-publicly.ts';
import { countIndicators, findIndicators, mostFound } from '#app/domain/city/statistics-database/find-indicators.ts';
import { most } from '#app/domain/city/statistics-database/model.ts';
import { type Axes, type Pivot, pivotOf, withoutBareEnds } from '#app/domain/city/statistics-database/pivot.ts';
import { everybody } from '#app/domain/city/indicators/model.ts';
import { type Indicator, listDepartments } from '#app/domain/city/indicators/read.ts';
import { lastDay } from '#app/domain/city/indicators/period.ts';
import { cityWords } from '#app/i18n/city.ts';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { tiles } from '#app/ui/light/tile-places.ts';
import { figure, sourcesWords, told, withUnit } from '../plans/words.ts';
import { askedOf } from './asked.ts';
import { captionOf } from './caption.ts';
import { chartOf } from './chart.ts';
import type { Asked } from './links.ts';
import { periodName } from './names.ts';
import { termsOfUse } from '../terms-of-use.ts';

const firstYear = 2015;

/** 统计数据库页的内容: what can be chosen, what was chosen, and the answer as a table with its chart. */
export async function loadStatisticsDatabase(ctx: Ctx, request: Request) {
  const asked = askedOf(request);
  if (asked.i.length > 0) await countQuestion(ctx, 'questions');
  const [answer, found, departments] = [
    await answerQuestion(ctx, asked, { limit: most.pageCells }), asked.q || asked.owner ? await findIndicators(ctx, asked) : [], await listDepartments(ctx),
  ];
  const { locale } = ctx;
  const nation = statisticsDatabaseWords[locale].region.nation;
  const named = ({ code, name }: { code: string; name: string }) => (code === '*' ? nation : (locale === 'en' && tiles[code]?.en) || name);
  const choice = ({ code, definition }: Indicator) => ({ code, name: told(definition, locale), unit: cityWords[locale].units[definition.unit] });
  const chosen = answer.indicators.map(choice);
  const { places } = answer;
  const thisYear = Number(beijingDay(ctx.now).slice(0, 4));
  return {
    asked: { ...asked, i: chosen.map(({ code }) => code) }, chosen, found: found.filter(({ code }) => !asked.i.includes(code)).map(choice), foundShown: found.length, foundAll: found.length < mostFound ? found.length : await countIndicators(ctx, asked),
    departments: departments.map((each) => ({ id: each.id, name: told(each, locale) })),
    place: { code: places.here.code, name: named(places.here), level: places.here.level, path: [{ code: '*', name: nation }, ...places.path.map((step) => ({ code: step.code, name: named(step) }))].slice(0, places.here.code === '*' ? 0 : -1), below: places.below.map((each) => ({ code: each.code, name: named(each) })) },
    from: answer.from, to: answer.to, years: Array.from({ length: thisYear - firstYear + 1 }, (_, at) => thisYear - at),
    result: answer.indicators.length === 0 ? null : await resultOf(ctx, asked, answer, named),
  };
}
export type DatabasePage = Awaited<ReturnType<typeof loadStatisticsDatabase>>;
export type Result = NonNullable<DatabasePage['result']>;

async function resultOf(ctx: Ctx, asked: Asked, answer: Answer, named: (place: { code: string; name: string }) => string) {
  const { locale } = ctx;
  const words = statisticsDatabaseWords[locale];
  const { indicators, places, groups, figures, from, to } = answer;
  const isByYear = asked.span === 'year';
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const periods = [...new Set(figures.map(({ period }) => period))].toSorted((one, other) => lastDay(one).localeCompare(lastDay(other)) || one - other);
  const axes: Axes = {
    indicator: indicators.map((each) => ({ id: String(each.id), name: told(each.definition, locale) })),
    region: places.meant.map((each) => ({ id: each.code, name: named(each) })),
    period: isByYear ? years.map((year) => ({ id: String(year), name: periodName(year * 1000, locale) })) : periods.map((period) => ({ id: String(period), name: periodName(period, locale) })),
    group: groups.map((each) => ({ id: String(each.id), name: told(each, locale) })),
  };
  const combined = axes.indicator.length * axes.region.length * axes.period.length * axes.group.length;
  const head = {
    caption: captionOf(answer, locale, named),
    cells: answer.next === null ? combined : answer.size, isEmpty: figures.length === 0, isCut: answer.size > most.fileRows,
    isUngrouped: asked.group !== 'none' && figures.length > 0 && figures.every(({ breakdown }) => breakdown === everybody), tooLarge: answer.isTooLarge ? words.large({ indicators: indicators.length, regions: places.meant.length, years: years.length, groups: groups.length, figures: answer.size, most: most.values }) : '',
    asOf: beijingDay(new Date(figures.map(({ recordedAt }) => recordedAt).toSorted().at(-1) ?? ctx.now)), terms: told(termsOfUse(), locale),
    breaks: figures.some(({ isBreak }) => isBreak) ? answer.turns.map(({ indicatorId, version, at }) => words.breaks.turn(told(indicators.find(({ id }) => id === indicatorId)!.definition, locale), shortDay(beijingDay(new Date(at)), locale), version)) : [],
    sources: sourcesWords(figures.flatMap(({ source }) => source || []), cityWords[locale]).slice(0, 12),
    definitions: indicators.map(({ code, definition }) => ({
      code, name: told(definition, locale), unit: cityWords[locale].units[definition.unit], accumulation: cityWords[locale].accumulations[definition.accumulation], frequency: cityWords[locale].frequencies[definition.frequency],
      parts: definition.numerator && definition.denominator ? cityWords[locale].definition(told(definition.numerator, locale), told(definition.denominator, locale)) : '', note: told(definition.note, locale),
    })),
  };
  if (figures.length === 0 || answer.next !== null || combined > most.pageCells) return { ...head, table: null, chart: null };
  const units = new Set(indicators.map(({ definition }) => definition.unit));
  const { pivot, left } = withoutBareEnds(pivotOf(figures, axes, asked.rows, asked.cols, isByYear));
  return { ...head, table: { ...tableOf(ctx, pivot, indicators, isByYear, units.size === 1), left }, chart: units.size > 1 || asked.chart === 'none' ? { svg: '', rows: 0, isMixed: units.size > 1 } : { ...(await chartOf(pivot, asked.chart)), isMixed: false } };
}

/** The pivot in words: a figure with its unit where units differ. */
function tableOf({ locale }: Ctx, pivot: Pivot, indicators: readonly Indicator[], isByYear: boolean, isOneUnit: boolean) {
  const words = cityWords[locale];
  const units = new Map(indicators.map(({ id, definition }) => [String(id), definition.unit]));
  const unit = words.units[[...units.values()][0]!];
  const said = (value: number, indicator: string) => (isOneUnit ? figure(value, locale) : withUnit(value, units.get(indicator)!, words, locale));
  const isPart = (period: number | null) => isByYear && period !== null && period % 1000 !== 0;
  return {
    unit: isOneUnit ? unit : '', isByPeriod: pivot.colAxis === 'period', rowAxes: pivot.rowAxes, cols: pivot.cols.map(({ id, name }) => ({ id, name })), hasHidden: pivot.rows.some(({ cells }) => cells.some(({ state }) => state === 'hidden')), hasMissing: pivot.rows.some(({ cells }) => cells.some(({ state }) => state === 'none')),
    hasEstimates: pivot.rows.some(({ cells }) => cells.some(({ isEstimate }) => isEstimate)),
    hasParts: pivot.rows.some(({ cells }) => cells.some(({ state, period }) => state === 'seen' && isPart(period))),
    rows: pivot.rows.map(({ key, heads, cells }) => ({ key, heads: heads.map(({ name }) => name), cells: cells.map(({ value, state, isBreak, indicator, period, isEstimate }) => ({ isEstimate, isBreak, text: value === null ? '' : said(value, indicator), state, isPart: isPart(period), title: period === null ? '' : periodName(period, locale) })) })),
  };
}
