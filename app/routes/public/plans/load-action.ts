import { leadsOn, type Measured } from '#app/domain/city/city-plans/model.ts';
import { figureOfYear, yearToAsk } from '#app/domain/city/city-plans/figure-of-year.ts';
import { lastTarget, standingOf } from '#app/domain/city/city-plans/progress.ts';
import { type WholePlan, wholePlan } from '#app/domain/city/city-plans/whole-plan.ts';
import { listChildren, type Region } from '#app/domain/base/regions/read.ts';
import { levelOf, levels } from '#app/domain/base/regions/model.ts';
import { codesOfFormula } from '#app/domain/city/indicators/formula.ts';
import { breaksIn } from '#app/domain/city/indicators/breaks-in.ts';
import { type Turn, turnsOf } from '#app/domain/city/indicators/meanings.ts';
import { indicatorsByCode, linksOf } from '#app/domain/city/indicators/read.ts';
import { whenReported } from '#app/domain/city/collection/read.ts';
import { isBehind } from '#app/domain/city/cockpit/model.ts';
import { standingAt } from '#app/domain/city/cockpit/standing.ts';
import { trajectoryOf } from '#app/domain/city/early-warning/trajectory-of.ts';
import { lookUpFigures } from '#app/domain/city/statistics-database/ask-figures.ts';
import { type PublicValue, publicPast, publicValues } from '#app/domain/city/statistics-database/public-values.ts';
import { pastsIn } from '#app/domain/city/indicators/values.ts';
import { lastDay, laterOf, yearOf } from '#app/domain/city/indicators/period.ts';
import { everybody, isEstimate, type Words } from '#app/domain/city/indicators/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { formulaWords } from './formula-words.ts';
import { figure, sourcesWords, targetWords, told, withUnit } from './words.ts';

/** 行动页的内容: words, who and what money, tasks, and every figure of every indicator with its chart drawn. */
export async function loadActionPage(ctx: Ctx, id: string, code: string) {
  const whole = await wholePlan(ctx, id);
  const { actions, campaigns } = whole.said.content;
  const at = actions.findIndex((each) => each.code === code);
  const action = actions[at];
  if (!action) throw new Refusal('city-action-not-found', 404);
  const { locale } = ctx;
  const day = whole.today < whole.said.startsOn ? whole.said.startsOn : whole.today > whole.said.endsOn ? whole.said.endsOn : whole.today;
  const known = action.indicators.map((measured) => ({ measured, indicator: whole.indicators.get(measured.code)! }));
  const ids = known.map(({ indicator }) => indicator.id);
  const others = known.flatMap(({ indicator }) => codesOfFormula(indicator.definition.formula)).filter((each) => !whole.indicators.has(each));
  const [links, places, elsewhere] = await Promise.all([linksOf(ctx, ids), placesBelow(ctx, whole.plan.regionCode), indicatorsByCode(ctx, others)]);
  const nameOf = (each: string) => (whole.indicators.get(each) ?? elsewhere.get(each))?.definition;
  const turns = await turnsOf(ctx, known.map(({ indicator }) => indicator));
  const pasts = await pastsIn(ctx, whole.plan.regionCode, ids);
  const values = await publicValues(ctx, known.map(({ indicator }) => indicator), whole.values.filter(({ indicatorId }) => ids.includes(indicatorId)));
  const reported = await whenReported(ctx, whole.plan.regionCode, ids, whole.years[0]! - 3, whole.years.at(-1)!);
  const name = (department: string) => told(whole.departments.find((each) => each.id === department) ?? { zh: department, en: department }, locale);
  const beside = (step: number) => actions[at + step] && { code: actions[at + step]!.code, name: told(actions[at + step]!, locale) };
  const campaign = campaigns.find(({ no }) => no === action.campaign);
  return {
    id, title: told(action, locale), code, plan: told(whole.said, locale), place: whole.place, isExample: whole.plan.isExample, about: told(action.about, locale), campaign: campaign ? told(campaign, locale) : '',
    leads: leadsOn(action.leads, day).map((lead) => ({ ...lead, name: name(lead.department) })), budgets: action.budgets.map(({ amount, ...budget }) => ({ ...budget, amount: figure(amount, locale) })),
    tasks: action.tasks.map((task) => ({ ...task, name: told(task, locale), progress: whole.progress[task.id] ?? null })),
    milestones: known.filter(({ indicator }) => indicator.definition.kind === 'milestone').map(({ measured, indicator }) => milestoneOf(whole, measured, told(indicator.definition, locale))),
    indicators: known.filter(({ indicator }) => indicator.definition.kind === 'numeric').map(({ measured }) => indicatorOf(ctx, whole, measured, { links, pasts, values, reported, turns, nameOf })),
    districts: await districtsOf(ctx, whole, action.indicators, places), before: beside(-1), after: beside(1),
  };
}

function milestoneOf(whole: WholePlan, measured: Measured, name: string) {
  const target = lastTarget(measured);
  const { id } = whole.indicators.get(measured.code)!;
  const said = target && figureOfYear(whole.values.filter(({ indicatorId }) => indicatorId === id), 'milestone', yearToAsk('milestone', target.year, whole.today));
  const standing = standingOf(target, said?.value ?? null, target !== undefined && `${target.year}-12-31` < whole.today);
  return { code: measured.code, name, year: target?.year ?? null, standing, proof: standing === 'reached' ? said!.source : '', proofUrl: standing === 'reached' ? said!.sourceUrl : null };
}

type Links = Awaited<ReturnType<typeof linksOf>>;
type Pasts = Awaited<ReturnType<typeof pastsIn>>;
type Told = { links: Links; pasts: Pasts; values: readonly PublicValue[]; reported: Awaited<ReturnType<typeof whenReported>>; turns: readonly Turn[]; nameOf: (code: string) => Words | undefined };

function indicatorOf(ctx: Ctx, whole: WholePlan, measured: Measured, { links, pasts, values, reported, turns, nameOf }: Told) {
  const { locale } = ctx;
  const words = cityWords[locale];
  const { id, definition } = whole.indicators.get(measured.code)!;
  const own = values.filter((value) => value.indicatorId === id);
  const first = Math.min(whole.years[0]!, ...own.map(({ period }) => yearOf(period)));
  const years = Array.from({ length: Math.min(whole.years.at(-1)!, Math.max(Number(whole.today.slice(0, 4)), ...measured.targets.map(({ year }) => year))) - first + 1 }, (_, step) => first + step);
  const shown = own.flatMap(({ value, ...rest }) => (value === null ? [] : [{ ...rest, value }]));
  const of = (year: number) => own.filter(({ period }) => yearOf(period) === year).reduce<(typeof own)[number] | undefined>((held, next) => (held && laterOf(held.period, next.period) === held.period ? held : next), undefined);
  const visible = (value: PublicValue | undefined) => (value && value.value !== null ? [value] : []);
  const [broken, drawn] = [breaksIn(years.flatMap((year) => visible(of(year))), turns), [...breaksIn(shown, turns)]];
  return {
    code: measured.code, name: told(definition, locale), unit: words.units[definition.unit], provenance: measured.provenance, accumulation: definition.accumulation, frequency: definition.frequency,
    parts: definition.numerator && definition.denominator ? { numerator: told(definition.numerator, locale), denominator: told(definition.denominator, locale) } : null,
    sources: sourcesWords(years.flatMap((year) => of(year)?.source || []), words), formula: definition.formula === null ? null : formulaWords(definition.formula, locale, nameOf), note: told(definition.note, locale), links: links.get(id) ?? [], hasTarget: measured.targets.length > 0,
    drawn: { ...trajectoryOf({ definition, measured, values: shown, years: years.filter((year) => year >= whole.years[0]!), today: whole.today }), breaks: drawn.map(({ period }) => lastDay(period)) },
    breaks: drawn.length === 0 ? [] : turns.filter(({ indicatorId }) => indicatorId === id).map(({ version, at }) => statisticsDatabaseWords[locale].breaks.turn(told(definition, locale), shortDay(beijingDay(new Date(at)), locale), version)),
    rows: years.map((year) => {
      const target = measured.targets.find((each) => each.year === year);
      const value = of(year);
      const isHidden = value !== undefined && value.value === null;
      const who = value && reported.find((each) => each.indicatorId === id && each.period === value.period);
      return {
        year, target: target ? targetWords(target, definition.unit, words, locale) : '', isHidden, actual: value && value.value !== null ? withUnit(value.value, definition.unit, words, locale) : null,
        standing: target ? (isHidden ? ('not-shown' as const) : standingOf(target, value?.value ?? null, `${year}-12-31` < whole.today)) : null, isEstimate: isEstimate(value?.source), isBreak: value !== undefined && broken.has(value),
        who: who ? { by: departmentName(whole, who.department, locale) || (who.byName === system.name ? words.table.system : who.byName), on: beijingDay(who.reportedAt), isLate: who.isLate } : null,
        corrections: isHidden ? [] : pasts.filter((past) => past.indicatorId === id && yearOf(past.period) === year && past.reason !== 'formula').map((past) => {
          const from = publicPast({ definition }, past, shown.some(({ period }) => period === past.period));
          return { key: `${past.period} ${past.replacedAt.toISOString()}`, from: from === null ? null : withUnit(from, definition.unit, words, locale), when: beijingDay(past.replacedAt), why: past.reason };
        }),
      };
    }).filter((row) => row.target !== '' || row.actual !== null || row.isHidden || (row.year >= whole.years[0]! && `${row.year}-12-31` < whole.today)),
  };
}

function departmentName({ departments }: WholePlan, id: string, locale: Ctx['locale']): string {
  const found = departments.find((each) => each.id === id);
  return found ? told(found, locale) : '';
}

/** More than any city has districts and an action shares. */
const most = 5000;

const placesBelow = async (ctx: Ctx, regionCode: string): Promise<Region[]> => (regionCode === '*' || levelOf(regionCode) > levels.city ? [] : listChildren(ctx, regionCode));

/** 各区县当年的数 as the statistics database shows them: only shares, which one line of the city can be held against, and until its day the path there. */
async function districtsOf(ctx: Ctx, { indicators, years, today }: WholePlan, measured: readonly Measured[], places: readonly Region[]) {
  const shares = measured.map((each) => ({ each, indicator: indicators.get(each.code)! })).filter(({ indicator }) => indicator.definition.unit === 'percent');
  const year = Math.min(years.at(-1)!, Number(today.slice(0, 4)));
  const { figures: cells } = await lookUpFigures(ctx, { indicators: shares.map(({ indicator }) => indicator), regionCodes: places.map(({ code }) => code), from: year, to: year, span: 'year', breakdowns: [everybody], limit: most });
  if (cells.length === 0) return null;
  return {
    year, isOver: `${year}-12-31` <= today, indicators: shares.map(({ each, indicator }) => ({ code: each.code, name: told(indicator.definition, ctx.locale) })),
    rows: places.map((place) => ({
      code: place.code, name: place.name,
      cells: shares.map(({ each, indicator }) => {
        const cell = cells.find(({ regionCode, indicatorId }) => regionCode === place.code && indicatorId === indicator.id);
        const value = cell?.value ?? null;
        const told = cell && value !== null ? { period: cell.period, value, recordedAt: ctx.now } : undefined;
        const { light } = standingAt({ known: { ...indicator.definition, id: indicator.id, code: each.code }, measured: each, targets: each.targets, told, year, today, since: ctx.now });
        return { code: each.code, value: value === null ? null : figure(value, ctx.locale), isHidden: cell?.isHidden ?? false, isShort: isBehind(light), isReached: light === 'reached' };
      }),
    })),
  };
}

export type ActionPage = Awaited<ReturnType<typeof loadActionPage>>;
