import { everybody, originCode } from '#app/domain/city/indicators/model.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import type { Past, Value } from '#app/domain/city/indicators/values.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { lookUpFigures } from './ask-figures.ts';
import { countsPeople, most, sharesPeople } from './model.ts';
import { besideReckoned } from './beside-reckoned.ts';
import { openPeople } from './open-people.ts';
import { isOpenShare, roundedShare } from './protect.ts';
import { reckonedFromShown } from './reckoned-people.ts';

/** 能给公众看的值 of one region: what small counts of people would give away has no value, and shares of people no parts that could be worked out. */
export type PublicValue = Omit<Value, 'value'> & { value: number | null };

/** 公开前的处理: figures of everybody as a page or an interface that asked `valuesIn` may show them; the same rules as the statistics database. */
export async function publicValues(ctx: Ctx, indicators: readonly Indicator[], values: readonly Value[]): Promise<PublicValue[]> {
  const known = new Map(indicators.map((each) => [each.id, each]));
  const people = indicators.filter(({ definition }) => countsPeople(definition.unit));
  const counts = (value: Value) => ({ ...value, breakdown: everybody });
  const isOpenCount = await openPeople(ctx, people, values.filter(({ indicatorId }) => people.some(({ id }) => id === indicatorId)).map(counts));
  const reckoned = await reckonedFromShown(ctx, indicators, values.filter(isReckoned), async (inputs, regionCodes, from, to) =>
    (await lookUpFigures(ctx, { indicators: inputs, regionCodes, from, to, span: 'year', breakdowns: [everybody], limit: most.values })).figures);
  const isBeside = await besideReckoned(ctx, indicators, values.filter((value) => !isReckoned(value)));
  return values.map((value) => {
    const { definition } = known.get(value.indicatorId)!;
    const instead = isReckoned(value) ? reckoned(value) : undefined;
    if (instead !== undefined) return instead === null ? hidden(value) : { ...value, value: instead };
    if (isBeside(value)) return hidden(value);
    if (countsPeople(definition.unit)) return isOpenCount(counts(value)) ? value : hidden(value);
    if (!sharesPeople(definition)) return value;
    return isOpenShare(value.numerator, value.denominator) ? { ...value, value: roundedShare(value.value, definition.unit), numerator: null, denominator: null } : hidden(value);
  });
}

/**
 * 更正前的数: shown only where what stands now is shown and its own parts would be too; null says that it was corrected and is not
 * shown. An earlier count of people never is: what stands below it today could be taken away from it; nor is what a formula had made of one.
 */
export function publicPast({ definition }: Pick<Indicator, 'definition'>, past: Pick<Past, 'value' | 'numerator' | 'denominator' | 'origin'>, isNowOpen: boolean): number | null {
  if (!isNowOpen || countsPeople(definition.unit) || isReckoned(past)) return null;
  if (!sharesPeople(definition)) return past.value;
  return isOpenShare(past.numerator, past.denominator) ? roundedShare(past.value, definition.unit) : null;
}

const isReckoned = ({ origin }: Pick<Value, 'origin'>) => origin === originCode('formula');
const hidden = (value: Value): PublicValue => ({ ...value, value: null, numerator: null, denominator: null, source: '', sourceUrl: null });
