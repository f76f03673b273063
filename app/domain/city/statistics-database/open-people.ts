import { everybody } from '#app/domain/city/indicators/model.ts';
import { yearOf } from '#app/domain/city/indicators/period.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { type Decision, decisionOf, isAsDecided } from './decide-year.ts';
import { type Count, isOffered } from './protect.ts';

/** So many indicators' years are put in one statement; each is what a whole country says. */
const atOnce = 12;

/** A figure of people as it was just read. */
export type Read = Count & { indicatorId: number };

/**
 * 计人指标的公开范围: says of figures that were read whether they may be seen. Only their years are decided, each over the whole
 * country whatever was asked; a figure that is not what it was when its year was decided has the year decided anew.
 */
export async function openPeople(ctx: Ctx, indicators: readonly Indicator[], figures: readonly Read[]): Promise<(figure: Read) => boolean> {
  const known = new Map(indicators.map((each) => [each.id, each]));
  const isMeant = (figure: Read) => isOffered(figure, known.get(figure.indicatorId)!.definition.accumulation);
  const decisions = new Map<string, Decision>();
  for (const some of inParts([...Map.groupBy(figures.filter(isMeant), yearKey)], atOnce)) {
    await Promise.all(some.map(async ([key, ofYear]) => {
      const [indicator, year] = [known.get(ofYear[0]!.indicatorId)!, yearOf(ofYear[0]!.period)];
      const decision = await decisionOf(ctx, indicator, year);
      decisions.set(key, ofYear.every((figure) => isAsDecided(decision, figure)) ? decision : await decisionOf(ctx, indicator, year, decision));
    }));
  }
  return (figure) => {
    const decision = decisions.get(yearKey(figure));
    return decision !== undefined && isMeant(figure) && decision.shown[figure.breakdown === everybody ? 'all' : 'groups'].has(figure.regionCode) && isAsDecided(decision, figure);
  };
}

const yearKey = ({ indicatorId, period }: Read) => `${indicatorId} ${yearOf(period)}`;
