import { and, eq } from 'drizzle-orm';
import { inside } from '#app/domain/base/regions/inside.ts';
import { parentCandidates } from '#app/domain/base/regions/model.ts';
import { surveyFigures } from '#app/domain/children/survey-results/figures.ts';
import { surveyPools } from '#app/domain/children/survey-results/tables.server.ts';
import { everybody } from '#app/domain/city/indicators/model.ts';
import { yearOf } from '#app/domain/city/indicators/period.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { reckonFrom } from '#app/domain/city/indicators/reckon-values.ts';
import { takeFigure } from '#app/domain/city/indicators/take-figure.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { placesAbove } from './add-up.ts';
import { crosswalk } from './crosswalk.ts';
import { partOf } from './when-asked.ts';

/** 记到哪些地方: the community that was asked, its town, county and city. */
const placesOf = (code: string) => [...new Set([code, ...parentCandidates(code).filter((each) => each.length > 6), ...placesAbove(code)])];

/**
 * 调查结果入指标: when the results of a round are written down, the themes of its place and of what lies above become figures.
 * They come out of the public's table alone, in which small cells and whatever would give them away are hidden, so that the
 * figures tell nothing that the results do not. A theme that can no longer be shown is taken back.
 */
export async function takeSurveys(ctx: Ctx, regionCode: string, day: string): Promise<string> {
  const lines = crosswalk.flatMap((line) => ('survey' in line ? [line] : []));
  const indicators = await indicatorsByCode(ctx, lines.map(({ code }) => code));
  const year = Number(day.slice(0, 4));
  let written = 0;
  for (const place of placesOf(regionCode)) {
    const asked = await surveyFigures(ctx, place, year);
    written += await change(ctx, async (tx) => {
      let here = 0;
      for (const { code, survey } of lines) {
        const indicator = indicators.get(code);
        if (!indicator) continue;
        const of = asked.find(({ audience }) => audience === survey.audience);
        const mean = of && !of.isCut ? of.themes.find(({ theme }) => theme === survey.theme)?.mean : undefined;
        const figures = mean ? { value: Math.round(mean.value * 1000) / 10, numerator: null, denominator: null } : null;
        const period = partOf(day, indicator.definition.frequency);
        const taken = await takeFigure(tx, { indicatorId: indicator.id, regionCode: place, period, breakdown: everybody }, figures, { places: of?.rounds ?? 0, source: 'survey' });
        if (taken !== 'none' && taken !== 'known') here += 1;
        if (taken === 'recorded' || taken === 'corrected') await reckonFrom(tx, code, place, yearOf(period));
      }
      await tx.record('figures.taken', { id: 'surveys', regionCode: place }, { year, figures: here });
      return here;
    });
  }
  return String(written);
}

/** 合并后再取: what a quarter's small communities show together belongs to the regions above them; the figures of their cities are taken anew. */
export async function takePooled(ctx: Ctx, run: string): Promise<string> {
  const [period = '', province = ''] = run.split(':');
  const [year, quarter] = period.split('-Q').map(Number) as [number, number];
  const last = `${year}-${String(quarter * 3).padStart(2, '0')}-${quarter === 1 || quarter === 4 ? 31 : 30}`;
  const places = await ctx.db.selectDistinct({ regionCode: surveyPools.regionCode }).from(surveyPools).where(and(eq(surveyPools.period, period), inside(surveyPools.regionCode, province)));
  let written = 0;
  for (const { regionCode } of places) written += Number(await takeSurveys(ctx, regionCode, last));
  return String(written);
}
