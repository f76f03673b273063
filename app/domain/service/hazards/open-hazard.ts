import { holdForModeration } from '#app/domain/children/moderation/hold-for-moderation.ts';
import type { LngLat } from '#app/domain/service/spaces/model.ts';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { newCode } from '#app/platform/spoken-code.ts';
import type { Danger, HazardKind, HazardSource } from './model.ts';
import { responsibleFor } from './responsible.ts';
import { dueOnOf, writeStep } from './step.ts';
import { hazardPhotos, hazards } from './tables.server.ts';

/** 一处隐患 as it comes in: what, where, from whom. `segmentId` and `spaceId` must lie in the region: whoever calls has looked. */
export type Opened = {
  regionCode: string; kind: HazardKind; danger: Danger; text: string; placeText: string; source: HazardSource; sourceId?: string | null;
  spaceId?: string | null; segmentId?: string | null; at?: LngLat | null; childId?: string | null; reporterId?: string;
  /** Stored already, without their metadata. */
  beforeFileIds?: readonly string[]; afterFileIds?: readonly string[];
};

/**
 * 开立工单: part of the change that found the hazard: a report, an inspection, a walk. It has its receipt code, its responsible
 * body and its clock; what an inspection says is public at once, all else once a moderator has read it. The record names nobody.
 */
export async function openHazard(tx: Change, opened: Opened): Promise<{ id: string; code: string }> {
  const { regionCode, kind, danger, source, beforeFileIds = [], afterFileIds = [], at = null, childId = null } = opened;
  const { body } = await responsibleFor(tx, regionCode, kind);
  const [row] = await tx.db
    .insert(hazards)
    .values({
      countyCode: countyCode(regionCode), regionCode, kind, danger, source, sourceId: opened.sourceId ?? null, text: opened.text, placeText: opened.placeText, spaceId: opened.spaceId ?? null,
      segmentId: opened.segmentId ?? null, lng: at?.[0] ?? null, lat: at?.[1] ?? null, code: newCode(), childId, reporterId: opened.reporterId ?? '', body,
      dueOn: await dueOnOf(tx, { regionCode, kind, danger }, 'reported'), reportedAt: tx.now, changedAt: tx.now,
    })
    .returning();
  const hazard = row!;
  await attach(tx, hazard, beforeFileIds, 'before', 'reporter');
  await attach(tx, hazard, afterFileIds, 'after', 'reporter');
  await writeStep(tx, hazard, 'reported', '', '');
  if (source !== 'inspection') {
    await holdForModeration(tx, {
      kind: 'hazard', subjectId: hazard.id, regionCode, texts: [{ field: 'text', text: opened.text }, { field: 'place', text: opened.placeText }],
      fileIds: [...beforeFileIds, ...afterFileIds], from: source === 'child' || source === 'walk' ? 'child' : 'adult', childId,
    });
  }
  await tx.record('hazard.reported', { id: hazard.id, regionCode }, { regionCode, kind, danger, source, dueOn: hazard.dueOn });
  return { id: hazard.id, code: hazard.code };
}

/** 附上照片. */
export async function attach(tx: Change, { countyCode: county, id }: { countyCode: number; id: string }, fileIds: readonly string[], moment: 'before' | 'after', by: 'reporter' | 'repairer' | 'staff'): Promise<void> {
  if (fileIds.length === 0) return;
  await tx.db.insert(hazardPhotos).values(fileIds.map((fileId) => ({ countyCode: county, hazardId: id, fileId, moment, by, at: tx.now })));
}
