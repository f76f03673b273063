import { sql } from 'drizzle-orm';
import { derivedOf, sameFigures } from '#app/domain/city/indicators/derived.ts';
import type { Figures } from '#app/domain/city/indicators/check-value.ts';
import { everybody } from '#app/domain/city/indicators/model.ts';
import { yearOf } from '#app/domain/city/indicators/period.ts';
import { type Indicator, indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { reckonFrom } from '#app/domain/city/indicators/reckon-values.ts';
import { takeFigure } from '#app/domain/city/indicators/take-figure.ts';
import { quantityOf } from '#app/domain/city/indicators/units.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { addUp, type Sum } from './add-up.ts';
import { crosswalk } from './crosswalk.ts';
import { facts } from './facts.ts';
import type { FactId } from './model.ts';
import { partOf, spanTo } from './when-asked.ts';

/** 取哪些: which facts, and of one city (its code) or of the whole country. */
export type Wanted = { facts?: readonly FactId[]; city?: string | undefined };

/** 每夜取数: all facts as they stood at the end of yesterday, so that each part of the year ends with its own last day. */
export const takeFactsOfYesterday = (ctx: Ctx) => takeFacts(ctx, addDays(beijingDay(ctx.now), -1), {});

/**
 * 由业务取数: what rooms know becomes figures of the indicators that take it, city by city in changes of their own; what is as it
 * was is not written again, and what nobody can say any more is taken back.
 */
export async function takeFacts(ctx: Ctx, day: string, { facts: some, city }: Wanted): Promise<string> {
  const lines = crosswalk.flatMap((line) => ('fact' in line && (!some || some.includes(line.fact)) ? [line] : []));
  const indicators = await indicatorsByCode(ctx, lines.map(({ code }) => code));
  let written = 0;
  for (const [fact, of] of Map.groupBy(lines, (line) => line.fact)) {
    const sums = addUp(await countFact(ctx, fact, day, city), facts[fact].children === true);
    for (const { code } of of) {
      const indicator = indicators.get(code);
      if (indicator) written += await takeIndicator(ctx, indicator, sums, { day, city });
    }
  }
  return String(written);
}

async function countFact(ctx: Ctx, fact: FactId, day: string, city: string | undefined) {
  const { rows } = await ctx.db.execute<{ region_code: string; numerator: string; denominator: string | null }>(sql`select * from (${facts[fact].of(spanTo(day))}) counted where numerator is not null ${city === undefined ? sql`` : sql`and region_code >= ${city} and region_code < ${`${city}:`}`}`);
  return rows.map(({ region_code: regionCode, numerator, denominator }) => ({ regionCode, numerator: Number(numerator), denominator: denominator === null ? null : Number(denominator) }));
}

/** 一个数 in the unit of the indicator; nothing of nothing is no figure. */
export function figureOf({ definition: { kind, unit } }: Indicator, { numerator, denominator }: Sum): Figures | null {
  if (kind === 'milestone') return numerator > 0 ? { value: 1, numerator: null, denominator: null } : null;
  if (denominator === null) return { value: numerator, numerator: null, denominator: null };
  return denominator === 0 ? null : { value: Number((numerator / denominator / quantityOf(unit).scale).toPrecision(8)), numerator, denominator };
}

async function takeIndicator(ctx: Ctx, indicator: Indicator, sums: ReadonlyMap<string, Sum>, { day, city }: { day: string; city: string | undefined }): Promise<number> {
  const { id: indicatorId, code, definition } = indicator;
  const period = partOf(day, definition.frequency);
  const held = await derivedOf(ctx, { indicatorId, period, way: 'operations', inside: city });
  const changed = [...new Set([...sums.keys(), ...held.keys()])].filter((place) => {
    const [sum, before] = [sums.get(place), held.get(place)];
    return !sum || !before || !sameFigures(figureOf(indicator, sum), before) || before.reported !== sum.places;
  });
  for (const [, places] of Map.groupBy(changed, (place) => place.slice(0, 4))) {
    await change(ctx, async (tx) => {
      for (const regionCode of places) {
        const sum = sums.get(regionCode);
        await takeFigure(tx, { indicatorId, regionCode, period, breakdown: everybody }, sum ? figureOf(indicator, sum) : null, { places: sum?.places ?? 0, source: 'operations' });
        await reckonFrom(tx, code, regionCode, yearOf(period));
      }
      await tx.record('figures.taken', { id: code, regionCode: places.toSorted()[0]! }, { period, regions: places.length });
    });
  }
  return changed.length;
}
