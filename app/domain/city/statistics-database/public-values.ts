import { everybody } from '#app/domain/city/indicators/model.ts';
import { yearOf } from '#app/domain/city/indicators/period.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import type { Value } from '#app/domain/city/indicators/values.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { countsPeople, sharesPeople } from './model.ts';
import { openPeople } from './open-people.ts';
import { isOpenShare, keyOf, roundedShare } from './protect.ts';

/** 能给公众看的值 of one region: what small counts of people would give away has no value, and shares of people no parts that could be worked out. */
export type PublicValue = Omit<Value, 'value'> & { value: number | null };

/** 公开前的处理: figures of everybody as a page or an interface that asked `valuesIn` may show them; the same rules as the statistics database. */
export async function publicValues(ctx: Ctx, indicators: readonly Indicator[], values: readonly Value[]): Promise<PublicValue[]> {
  const known = new Map(indicators.map((each) => [each.id, each]));
  const said = new Set(values.map(({ indicatorId }) => indicatorId));
  const people = indicators.filter(({ id, definition }) => said.has(id) && countsPeople(definition.unit));
  const years = values.map(({ period }) => yearOf(period));
  const open = people.length === 0 ? undefined : await openPeople(ctx, people, [...new Set(values.map(({ regionCode }) => regionCode))], Math.min(...years), Math.max(...years));
  return values.map((value) => {
    const { definition } = known.get(value.indicatorId)!;
    if (countsPeople(definition.unit)) return open!.get(value.indicatorId)!.has(keyOf({ ...value, breakdown: everybody })) ? value : hidden(value);
    if (!sharesPeople(definition)) return value;
    return isOpenShare(value.numerator, value.denominator) ? { ...value, value: roundedShare(value.value, definition.unit) } : hidden(value);
  });
}

const hidden = (value: Value): PublicValue => ({ ...value, value: null, numerator: null, denominator: null, source: '', sourceUrl: null });
