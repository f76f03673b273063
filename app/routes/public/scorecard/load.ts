import { keptOf, scorecardOf } from '#app/domain/city/cockpit/scorecard.ts';
import type { Target } from '#app/domain/city/city-plans/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { scorecardWords } from '#app/i18n/scorecard.ts';
import { periodWords, trajectoryWords } from '#app/i18n/trajectory.ts';
import { publicValues } from '#app/domain/city/statistics-database/public-values.ts';
import { valuesIn } from '#app/domain/city/indicators/values.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { targetWords, told, withUnit } from '../plans/words.ts';

/** 公开的记分卡: figures as the statistics database shows them; a promise whose figure small counts would give away is listed without it and not counted. */
export async function openScorecard(ctx: Ctx, code: string, year?: number) {
  const { region, card } = await scorecardOf(ctx, code, year);
  if (!card) return { region, card };
  const told = card.areas.flatMap(({ promised }) => promised).filter(({ known, actual }) => known.kind === 'numeric' && actual !== null);
  const indicators = told.map(({ known: { id, code: name, ...definition } }) => ({ id, code: name, version: 0, definition }));
  const values = await publicValues(ctx, indicators, await valuesIn(ctx, code, indicators.map(({ id }) => id), card.year, card.year));
  const open = new Map(values.map(({ indicatorId, period, value }) => [`${indicatorId} ${period}`, value]));
  const areas = card.areas.map(({ area, promised }) => {
    const shown = promised.map((each) => {
      const value = each.known.kind === 'numeric' && each.actual !== null ? (open.get(`${each.known.id} ${each.period}`) ?? null) : each.actual;
      return { ...each, actual: value, isHidden: each.actual !== null && value === null };
    });
    return { area, promised: shown, kept: keptOf(shown.filter(({ isHidden }) => !isHidden).map(({ light }) => light)) };
  });
  return { region, card: { ...card, areas, total: keptOf(areas.flatMap(({ promised }) => promised).filter(({ isHidden }) => !isHidden).map(({ light }) => light)) } };
}

/** 记分卡的内容 in the reader's language. */
export async function loadScorecard(ctx: Ctx, code: string, year?: number) {
  const { region, card } = await openScorecard(ctx, code, year);
  return { region: { code: region.code, name: region.name }, card: card && shownCard(card, ctx.locale) };
}

type Open = NonNullable<Awaited<ReturnType<typeof openScorecard>>['card']>;

function shownCard(card: Open, locale: Ctx['locale']) {
  const { plan, year, years, isOwn, place, regions, total } = card;
  const words = scorecardWords[locale];
  return {
    plan: { id: plan.id, name: told(plan, locale), regionCode: plan.regionCode, isExample: plan.isExample }, year, years, isOwn, place, total, regions: isOwn ? regions.map(({ code, name }) => ({ code, name })) : [],
    areas: card.areas.map(({ area, kept, promised }) => ({
      area, kept,
      rows: promised.map(({ action, known, target, actual, light, period, isHidden }) => ({
        key: `${action} ${known.code}`, action, name: told(known, locale), light: isHidden ? ('not-asked' as const) : light, target: target && known.kind === 'numeric' ? targetWords(target as Target, known.unit, cityWords[locale], locale) : '',
        actual: known.kind === 'milestone' ? (light === 'reached' ? words.done : light === 'no-figure' ? null : words.notDone) : isHidden ? words.small : actual === null ? null : withUnit(actual, known.unit, cityWords[locale], locale),
        period: period === null ? '' : periodWords(trajectoryWords[locale], period),
      })),
    })),
  };
}

export type ScorecardPage = Awaited<ReturnType<typeof loadScorecard>>;
export type AreaShown = NonNullable<ScorecardPage['card']>['areas'][number];
