import { tell } from '#app/domain/base/inbox/tell.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { findExpert } from './experts.ts';

/** 告知专家本人: listed and invited, verified, or suspended and why. */
export async function tellStanding(ctx: Ctx, userId: string, kind: 'expert-listed' | 'expert-verified' | 'expert-suspended', cause: string): Promise<string> {
  const expert = await findExpert(ctx, userId);
  if (!expert) return '';
  const params = { year: Number(beijingDay(ctx.now).slice(0, 4)), reason: expert.standingReason };
  return String(await tell(ctx, [userId], kind, params, '/desk/expert', cause));
}
