import type { Turn } from '#app/domain/city/indicators/meanings.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Ask, askFigures, isMark } from './ask-figures.ts';
import { type Figure, most } from './model.ts';

/** 页边的序列: the whole series that a page begins or ends in the middle of, where their indicator ever changed its meaning; a page in one piece costs no question. */
export async function beyondPage(ctx: Ctx, ask: Ask, next: string | null, turns: readonly Turn[]): Promise<Figure[]> {
  const seams = new Map([ask.after, next].filter((mark) => mark != null && isMark(mark)).map((mark) => mark!.split('.')).map(([region, indicator]) => [`${region} ${indicator}`, { region: region!, id: Number(indicator) }]));
  const figures: Figure[] = [];
  for (const { region, id } of seams.values()) {
    if (!ask.regionCodes.includes(region) || !turns.some(({ indicatorId }) => indicatorId === id)) continue;
    const series = await askFigures(ctx, { ...ask, indicators: ask.indicators.filter((each) => each.id === id), regionCodes: [region], after: undefined, limit: most.values });
    figures.push(...series.figures);
  }
  return figures;
}
