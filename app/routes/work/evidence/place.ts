import { allow, may } from '#app/domain/base/accounts/access.ts';
import { type WorkPlace, workPlace } from '#app/domain/base/communities/work-place.ts';
import { isRegionCode, levelOf } from '#app/domain/base/regions/model.ts';
import { getRegion, regionPath } from '#app/domain/base/regions/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** A place whose evidence is looked at, and whether one works for it or only reads what it rests on. */
export type EvidencePlace = WorkPlace & { isWorker: boolean };

/** 看佐证的地方: those who work for it have its pages around; the office sees the evidence alone. */
export async function evidencePlace(ctx: Ctx, code: string): Promise<EvidencePlace> {
  if (may(ctx.actor, 'community.work', { regionCode: code })) return { ...(await workPlace(ctx, code)), isWorker: true };
  if (!isRegionCode(code) || levelOf(code) < 4) throw new Refusal('community-not-found', 404);
  allow(ctx, 'evidence.read', { regionCode: code });
  const { name } = await getRegion(ctx, code);
  return { code, name, path: (await regionPath(ctx, code)).slice(0, -1), pilotSince: null, isWorker: false };
}
