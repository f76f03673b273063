import { may } from '#app/domain/base/accounts/access.ts';
import { blind } from '#app/domain/base/accounts/sealed.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { placesToChoose } from '#app/domain/service/spaces/read.ts';
import { segmentsToChoose } from '#app/domain/service/spaces/read-routes.ts';
import { change } from '#app/platform/change.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { limit, sharedKey } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { ReportInput } from './input.ts';
import { openHazard } from './open-hazard.ts';
import { enterPhotos, layPhotos, type Upload } from './photos.ts';

/** 每小时: strangers of one address; a class shares one code and one address, so it has more. */
const anHour = { visitor: 10, child: 80 } as const;

/** 报告隐患: anybody may, with a photograph and a place, without a name. The record names nobody; the code is all the reporter needs. */
export async function reportHazard(ctx: Ctx, input: ReportInput, uploads: readonly Upload[] = []): Promise<string> {
  await slowDown(ctx);
  const laid = await layPhotos(ctx, uploads);
  const { child } = ctx;
  const isStaff = !child && may(ctx.actor, 'hazard.handle', input);
  const { code } = await change(isStaff ? ctx : { ...ctx, actor: visitor, requestId: '' }, async (tx) => {
    await getRegion(tx, input.regionCode);
    const place = await placeIn(tx, input);
    return openHazard(tx, {
      ...input, ...place, source: child ? 'child' : isStaff ? 'staff' : 'public', childId: child?.childId ?? null, reporterId: isStaff ? ctx.actor.id : '',
      beforeFileIds: await enterPhotos(tx, laid, input.regionCode),
    });
  });
  return code;
}

/** What was chosen lies in the region; its name stands where nothing was typed. */
async function placeIn(ctx: Ctx, { regionCode, spaceId, segmentId, placeText }: ReportInput) {
  const chosen = spaceId
    ? (await placesToChoose(ctx, regionCode)).find(({ id }) => id === spaceId)
    : segmentId ? (await segmentsToChoose(ctx, regionCode)).find(({ id }) => id === segmentId) : { name: '' };
  if (!chosen) throw new Refusal('hazard-place-elsewhere', 400);
  return { placeText: placeText || chosen.name };
}

/** 频次: by a sign of the address that leads nobody back to it, or by the child's code. */
function slowDown(ctx: Ctx): Promise<void> {
  const who = ctx.child ? (ctx.child.childId ?? ctx.child.codeId ?? '') : sharedKey(`hazard:${ctx.address ?? 'unknown'}`);
  return limit(ctx, `hazard:${blind(who)}`, ctx.child ? anHour.child : anHour.visitor, 3600);
}
