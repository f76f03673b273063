import { allowAnywhere, may, type Verb } from '#app/domain/base/accounts/access.ts';
import { isRegionCode, levelOf } from '#app/domain/base/regions/model.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type WorkPlace, workPlace } from './work-place.ts';

/** A place whose other pages this person does not work with, or that is no community, stands alone. */
export type PlaceFor = WorkPlace & { standsAlone?: true };

/** 办这件事的地方: a community of one's own like its other pages; beyond that any region, or the nation, for those who may do this one thing there. */
export async function placeFor(ctx: Ctx, verb: Verb, code: string): Promise<PlaceFor> {
  allowAnywhere(ctx, verb);
  if (isRegionCode(code) && levelOf(code) >= 4 && may(ctx.actor, 'community.work', { regionCode: code })) return workPlace(ctx, code);
  if ((code !== '*' && !isRegionCode(code)) || !may(ctx.actor, verb, { regionCode: code })) throw new Refusal('work-place-not-found', 404);
  const rest = { code, pilotSince: null, standsAlone: true as const };
  if (code === '*') return { ...rest, name: sheetsWords[ctx.locale].nation, path: [] };
  const steps = (await regionPaths(ctx, [code])).get(code) ?? [];
  if (steps.at(-1)?.code !== code) throw new Refusal('work-place-not-found', 404);
  return { ...rest, name: steps.at(-1)!.name, path: steps.slice(0, -1) };
}
