import { everybody } from '#app/domain/city/indicators/model.ts';
import { yearOf } from '#app/domain/city/indicators/period.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inParts, inTurns } from '#app/platform/in-batches.ts';
import { type Decision, decisionOf, sameAs } from './decide-year.ts';
import { familiesOf } from './families.ts';
import { type Count, isOffered } from './protect.ts';

/** So many indicators' years are asked about in one breath. */
const atOnce = 12;
/** A formula may add up years: what is hidden in one would follow from the others. */
const allYears = { from: 1990, to: 2100 };

/** A figure of people as it was just read. */
export type Read = Count & { indicatorId: number };

/**
 * 计人指标的公开范围: says of figures that were read whether they may be seen. Only their years are decided (of counts that
 * a formula reckons from one another all years together), each over the whole country whatever was asked; a figure that is not what it was when its year was decided has the year decided anew.
 */
export async function openPeople(ctx: Ctx, indicators: readonly Indicator[], figures: readonly Read[]): Promise<(figure: Read) => boolean> {
  const known = new Map(indicators.map((each) => [each.id, each]));
  const isMeant = (figure: Read) => isOffered(figure, known.get(figure.indicatorId)!.definition.accumulation);
  const decisions = new Map<string, { decision: Decision; isSame: (figure: Read) => boolean }>();
  const meant = figures.filter(isMeant);
  const families = meant.length === 0 ? new Map<number, Indicator[]>() : await familiesOf(ctx);
  const keyOf = ({ indicatorId, period }: Read) => (families.has(indicatorId) ? families.get(indicatorId)!.map(({ id }) => id).join('+') : `${indicatorId} ${yearOf(period)}`);
  for (const some of inParts([...Map.groupBy(meant, keyOf)], atOnce)) {
    await Promise.all(some.map(async ([key, together]) => {
      const { indicatorId, period } = together[0]!;
      const family = families.get(indicatorId);
      const asked = family ? { members: family, ...allYears } : { members: [known.get(indicatorId)!], from: yearOf(period), to: yearOf(period) };
      const kept = await decisionOf(ctx, asked);
      const isAsKept = await inTurns(together, sameAs(kept));
      const decision = isAsKept.every(Boolean) ? kept : await decisionOf(ctx, asked, kept);
      decisions.set(key, { decision, isSame: sameAs(decision) });
    }));
  }
  return (figure) => {
    const decided = decisions.get(keyOf(figure));
    return decided !== undefined && isMeant(figure) && decided.decision.shown[figure.breakdown === everybody ? 'all' : 'groups'].has(figure.regionCode) && decided.isSame(figure);
  };
}
