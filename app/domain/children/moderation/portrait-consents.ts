import { mayProcess } from '#app/domain/children/identity/consents.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** 出镜同意: whether every child who can be recognised may be shown in public now. */
export async function mayShowPortraits(ctx: Ctx, childIds: readonly string[]): Promise<boolean> {
  const answers = await Promise.all([...new Set(childIds)].map((childId) => mayProcess(ctx, childId, 'portrait')));
  return answers.every(Boolean);
}

/** 须有出镜同意: every room that publishes a picture asks this before it does (个人信息保护法 25). */
export async function needPortraitConsents(ctx: Ctx, childIds: readonly string[]): Promise<void> {
  if (!(await mayShowPortraits(ctx, childIds))) throw new Refusal('portrait-consent-missing', 403);
}
