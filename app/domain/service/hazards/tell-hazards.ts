import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { findRegion } from '#app/domain/base/regions/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { findHazard } from './find-hazard.ts';

/** 告知经办人: those who work for the community hear of a new hazard; nobody above them. */
export async function tellHandlers(ctx: Ctx, id: string, facts: Record<string, unknown>, cause: string): Promise<string> {
  const hazard = await findHazard(ctx, String(facts.regionCode), id);
  if (!hazard) return '';
  const unit = (await findRegion(ctx, hazard.regionCode))?.name ?? '';
  const people = await whoMay(ctx, 'hazard.handle', hazard.regionCode, 9);
  return String(await tell(ctx, people, 'hazard-reported', { unit, day: hazard.dueOn ?? '' }, `/work/${hazard.regionCode}/children/hazards/${id}`, cause));
}
