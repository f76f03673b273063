import { and, eq } from 'drizzle-orm';
import { checklistOf } from '#app/domain/service/spaces/checklist.ts';
import { getInspection } from '#app/domain/service/spaces/read.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { openHazard } from './open-hazard.ts';
import { hazards } from './tables.server.ts';

/** 巡检转工单: one hazard for every point that is bad; told twice it does nothing the second time. */
export async function openFromInspection(ctx: Ctx, regionCode: string, inspectionId: string): Promise<string> {
  const { inspection, space } = await getInspection(ctx, regionCode, inspectionId);
  const [known] = await ctx.db.select({ id: hazards.id }).from(hazards).where(and(eq(hazards.countyCode, countyCode(regionCode)), eq(hazards.sourceId, inspectionId))).limit(1);
  const bad = inspection.findings.filter(({ verdict }) => verdict === 'bad');
  if (known || bad.length === 0) return '0';
  const points = new Map(checklistOf(space.kind, inspection.checklistVersion).map((point) => [point.item, point]));
  await change(ctx, async (tx) => {
    for (const { item, note } of bad) {
      const point = points.get(item);
      await openHazard(tx, {
        regionCode: space.regionCode, kind: point?.hazard ?? 'other', danger: point?.danger ?? 2, text: note, placeText: space.name, source: 'inspection', sourceId: inspectionId, spaceId: space.id,
        at: space.lng === null ? null : [space.lng, space.lat!], reporterId: inspection.byId,
      });
    }
  });
  return String(bad.length);
}
