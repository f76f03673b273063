import { type Scorecard, scorecardOf } from '#app/domain/city/cockpit/scorecard.ts';
import type { Target } from '#app/domain/city/city-plans/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { scorecardWords } from '#app/i18n/scorecard.ts';
import { periodWords, trajectoryWords } from '#app/i18n/trajectory.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { targetWords, told, withUnit } from '../plans/words.ts';

/** 记分卡的内容 in the reader's language. */
export async function loadScorecard(ctx: Ctx, code: string, year?: number) {
  const { region, card } = await scorecardOf(ctx, code, year);
  return { region: { code: region.code, name: region.name }, card: card && shownCard(card, ctx.locale) };
}

function shownCard(card: Scorecard, locale: Ctx['locale']) {
  const { plan, year, years, isOwn, place, regions, total } = card;
  const words = scorecardWords[locale];
  return {
    plan: { id: plan.id, name: told(plan, locale), regionCode: plan.regionCode, isExample: plan.isExample }, year, years, isOwn, place, total, regions: isOwn ? regions.map(({ code, name }) => ({ code, name })) : [],
    areas: card.areas.map(({ area, kept, promised }) => ({
      area, kept,
      rows: promised.map(({ action, known, target, actual, light, period, isHidden }) => ({
        key: `${action} ${known.code}`, action, name: told(known, locale), light, target: target && known.kind === 'numeric' ? targetWords(target as Target, known.unit, cityWords[locale], locale) : '',
        actual: known.kind === 'milestone' ? (light === 'reached' ? words.done : light === 'no-figure' ? null : words.notDone) : actual === null ? null : isHidden ? words.small : withUnit(actual, known.unit, cityWords[locale], locale),
        period: period === null ? '' : periodWords(trajectoryWords[locale], period),
      })),
    })),
  };
}

export type ScorecardPage = Awaited<ReturnType<typeof loadScorecard>>;
export type AreaShown = NonNullable<ScorecardPage['card']>['areas'][number];
