import { z } from 'zod';
import { type CellLight, isBehind, keptOf, type Known } from '#app/domain/city/cockpit/model.ts';
import { scorecardOf } from '#app/domain/city/cockpit/scorecard.ts';
import type { Target } from '#app/domain/city/city-plans/model.ts';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { cityWords } from '#app/i18n/city.ts';
import { scorecardWords } from '#app/i18n/scorecard.ts';
import { periodWords, trajectoryWords } from '#app/i18n/trajectory.ts';
import { breaksIn } from '#app/domain/city/indicators/breaks-in.ts';
import { type Turn, turnsOf } from '#app/domain/city/indicators/meanings.ts';
import { type PublicValue, publicValues } from '#app/domain/city/statistics-database/public-values.ts';
import { plainWordsOf } from '#app/domain/city/indicators/plain-words.ts';
import { yearOf } from '#app/domain/city/indicators/period.ts';
import { valuesIn } from '#app/domain/city/indicators/values.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { targetWords, told, withUnit } from '../plans/words.ts';

/** 要看哪个计划、哪一年. */
export const AskedCard = z.object({ plan: z.string().max(36).optional(), year: z.coerce.number().int().min(2000).max(2100).optional() });
export type AskedCard = z.infer<typeof AskedCard>;

/** 公开的记分卡: figures as the statistics database shows them; a promise whose figure small counts would give away is listed without it and counted as not shown. */
export async function openScorecard(ctx: Ctx, code: string, asked: AskedCard = {}) {
  const { region, card } = await scorecardOf(ctx, code, asked);
  if (!card) return { region, card };
  const told = card.areas.flatMap(({ promised }) => promised).filter(({ known, actual }) => known.kind === 'numeric' && actual !== null);
  const indicators = told.map(({ known: { id, code: name, ...definition } }) => ({ id, code: name, version: 0, definition }));
  const turns = await turnsOf(ctx, told.map(({ known: { id, version } }) => ({ id, version: version ?? 1 })));
  const from = turns.length > 0 ? card.years[0]! - 3 : Math.min(card.year, ...told.map(({ period }) => yearOf(period!)));
  const values = await publicValues(ctx, indicators, await valuesIn(ctx, code, indicators.map(({ id }) => id), from, card.year));
  const open = new Map(values.map(({ indicatorId, period, value }) => [`${indicatorId} ${period}`, value]));
  const areas = card.areas.map(({ area, promised }) => {
    const shown = promised.map((each) => {
      const value = each.known.kind === 'numeric' && each.actual !== null ? (open.get(`${each.known.id} ${each.period}`) ?? null) : each.actual;
      const isHidden = each.actual !== null && value === null;
      return { ...each, actual: value, isHidden, turns: isHidden || each.period === null ? [] : turnsAt(each.known.id, each.period, values, turns) };
    });
    return { area, promised: shown, kept: keptOf(shown.map(lightShown)) };
  });
  return { region, card: { ...card, areas, total: keptOf(areas.flatMap(({ promised }) => promised).map(lightShown)) } };
}

/** 口径变更 that the figure shown is the first to follow: it is held against the last one of an earlier year. */
function turnsAt(id: number, period: number, values: readonly PublicValue[], turns: readonly Turn[]): Turn[] {
  const open = values.filter(({ indicatorId, value }) => indicatorId === id && value !== null);
  const shown = open.find((each) => each.period === period);
  if (!shown || !breaksIn([...open.filter((each) => yearOf(each.period) < yearOf(period)), shown], turns).has(shown)) return [];
  return turns.filter(({ indicatorId }) => indicatorId === id);
}

const lightShown = ({ light, isHidden }: { light: CellLight; isHidden: boolean }) => (isHidden ? ('hidden' as const) : light);

/** 记分卡的内容 in the reader's language. */
export async function loadScorecard(ctx: Ctx, code: string, asked: AskedCard = {}) {
  const { region, card } = await openScorecard(ctx, code, asked);
  return { region: { code: region.code, name: region.name }, card: card && shownCard(card, ctx.locale) };
}

/** 先看要紧的: what is behind, what was not reported, what goes on, what is kept, what comes later. */
const order: readonly (CellLight | 'hidden')[] = ['far-behind', 'behind', 'no-figure', 'on-path', 'reached', 'not-due', 'not-asked', 'hidden'];
const urgency = (promised: { light: CellLight; isHidden: boolean }): number => order.indexOf(lightShown(promised));

/** 一句话, for who does not know the words of offices; null where there is only the name. */
function toldPlainly(known: Known, locale: Ctx['locale']): string | null {
  const plain = plainWordsOf(known);
  return plain && told(plain, locale);
}

type Open = NonNullable<Awaited<ReturnType<typeof openScorecard>>['card']>;

function shownCard(card: Open, locale: Ctx['locale']) {
  const { plan, year, years, isOwn, place, regions, total } = card;
  const words = scorecardWords[locale];
  return {
    plan: { id: plan.id, name: told(plan, locale), regionCode: plan.regionCode, isExample: plan.isExample }, year, years, isOwn, place, total, regions: isOwn ? regions.map(({ code, name }) => ({ code, name })) : [],
    areas: card.areas.map(({ area, kept, promised }) => ({
      area, kept,
      rows: promised.toSorted((one, other) => urgency(one) - urgency(other)).map(({ action, known, target, actual, expected, light, period, isHidden, isEstimate, turns }) => ({
        key: `${action} ${known.code}`, action, name: told(known, locale), plain: toldPlainly(known, locale), light: isHidden ? ('hidden' as const) : light, why: isHidden || expected === null || !(isBehind(light) || light === 'on-path') ? '' : words[known.direction === 'hold' ? 'toHold' : 'byNow'](withUnit(Math.round(expected * 100) / 100, known.unit, cityWords[locale], locale)), target: target && known.kind === 'numeric' ? targetWords(target as Target, known.unit, cityWords[locale], locale) : target ? words.doneIn(target.year) : '',
        actual: known.kind === 'milestone' ? (light === 'reached' ? words.done : actual === null ? (light === 'not-due' ? '—' : null) : words.notDone) : isHidden ? words.small : actual === null ? null : withUnit(actual, known.unit, cityWords[locale], locale),
        breaks: turns.map(({ version, at }) => statisticsDatabaseWords[locale].breaks.turn(told(known, locale), shortDay(beijingDay(new Date(at)), locale), version)),
        isEstimate: isEstimate === true && !isHidden, period: period === null ? '' : periodWords(trajectoryWords[locale], period),
      })),
    })),
  };
}

export type ScorecardPage = Awaited<ReturnType<typeof loadScorecard>>;
export type AreaShown = NonNullable<ScorecardPage['card']>['areas'][number];
