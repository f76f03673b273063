import { placeNames } from '#app/domain/base/regions/read.ts';
import type { Alert } from '#app/domain/city/early-warning/read.ts';
import { withoutOwn } from '#app/domain/city/early-warning/within-own.ts';
import { silencePlace } from '#app/domain/city/early-warning/silence-place.ts';
import { indicatorsById } from '#app/domain/city/indicators/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Known } from './model.ts';
import type { Frame } from './read.ts';

/** 预警里的名字 that the plan does not know: places further below it, indicators of other plans. */
export type Named = { places: ReadonlyMap<string, string>; known: ReadonlyMap<number, Known> };

/** Asks only where an alert names something that is not in the plan at hand. */
export async function nameAlerts(ctx: Ctx, { regionCode, regions, known }: Pick<Frame, 'regionCode' | 'regions' | 'known'>, alerts: readonly Alert[]): Promise<Named> {
  const [here, measured] = [new Set([regionCode, ...regions.map(({ code }) => code)]), new Set(known.map(({ id }) => id))];
  const codes = [...new Set(alerts.map(({ many, regionCode: code }) => (many > 1 ? silencePlace(code) : code)))].filter((code) => !here.has(code));
  const ids = [...new Set(alerts.map(({ indicatorId }) => indicatorId))].filter((id) => !measured.has(id));
  const [place, others] = await Promise.all([codes.length > 0 ? placeNames(ctx, [regionCode, ...codes]) : null, ids.length > 0 ? indicatorsById(ctx, ids) : null]);
  return { places: new Map(codes.map((code) => [code, withoutOwn(place!(code), place!(regionCode))])), known: new Map([...(others ?? [])].map(([id, { code, definition }]) => [id, { ...definition, id, code }])) };
}
