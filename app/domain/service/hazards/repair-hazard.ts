import { storeFile } from '#app/domain/base/files/store-file.ts';
import { holdForModeration } from '#app/domain/children/moderation/hold-for-moderation.ts';
import { type Change, change } from '#app/platform/change.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdByRepairCode, holdHazard } from './hold-hazard.ts';
import type { RepairInput } from './input.ts';
import { attach } from './open-hazard.ts';
import { enterPhotos, layPhotos, type Upload } from './photos.ts';
import { type Hazard, move } from './step.ts';

/** 维修报完工, by whoever holds the repair code: only with a picture of it as it is now. Whether it is really fixed is for others to say. */
export async function repairByCode(ctx: Ctx, code: string, input: RepairInput, uploads: readonly Upload[]): Promise<void> {
  await limit(ctx, `repair:${ctx.address ?? 'unknown'}`, 60, 3600);
  if (uploads.length === 0) throw new Refusal('after-photo-missing', 400);
  const laid = await layPhotos(ctx, uploads);
  await change({ ...ctx, actor: visitor }, async (tx) => {
    const hazard = await holdByRepairCode(tx, code);
    await repaired(tx, hazard, { note: input.note, name: input.name || hazard.assigneeName, id: ctx.actor.id }, await enterPhotos(tx, laid, hazard.regionCode), 'repairer');
  });
}

/** 登记完工, by somebody at work on behalf of whoever repaired it, or who did it themselves; they do not confirm it later. */
export async function repairAsStaff(ctx: Ctx, place: string, id: string, input: RepairInput, uploads: readonly Upload[]): Promise<void> {
  if (uploads.length === 0) throw new Refusal('after-photo-missing', 400);
  const fileIds: string[] = [];
  for (const upload of uploads) {
    const file = await storeFile(ctx, upload);
    if (!file.mediaType.startsWith('image/')) throw new Refusal('photo-no-picture', 415);
    fileIds.push(file.id);
  }
  await change(ctx, async (tx) => {
    const hazard = await holdHazard(tx, place, id);
    await repaired(tx, hazard, { note: input.note, name: input.name || tx.actor.name, id: tx.actor.id }, fileIds, 'staff');
  });
}

type Deed = { note: string; name: string; id: string };

async function repaired(tx: Change, hazard: Hazard, { note, name, id }: Deed, fileIds: readonly string[], by: 'repairer' | 'staff'): Promise<void> {
  await move(tx, hazard, { to: 'repaired', note, byName: name, set: { repairNote: note, repairerName: name, repairerId: id, repairedAt: tx.now } });
  await attach(tx, hazard, fileIds, 'after', by);
  await holdForModeration(tx, { kind: 'hazard', subjectId: afterOf(hazard.id), regionCode: hazard.regionCode, texts: [{ field: 'note', text: note }], fileIds, from: 'adult' });
  await tx.record('hazard.repaired', hazard, { photos: fileIds.length });
}

/** 完工的内容 is moderated beside the report, so that the report stays as it was approved. */
export function afterOf(id: string): string {
  return `${id}/after`;
}
