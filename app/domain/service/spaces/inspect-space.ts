import { eq } from 'drizzle-orm';
import { leaveEvidence } from '#app/domain/base/evidence/leave-evidence.ts';
import { filesOf } from '#app/domain/base/evidence/add-evidence.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { checklistOf, checklistVersion, rulesShown } from './checklist.ts';
import { holdSpace } from './hold-space.ts';
import type { InspectionInput } from './input.ts';
import { mostPhotos } from './model.ts';
import { spaceInspections, spaces } from './tables.server.ts';

/** 巡检: every point of the list has its verdict; what is bad becomes a hazard by the event; the record is evidence. */
export function inspectSpace(ctx: Ctx, id: string, { findings, note }: InspectionInput, photoIds: readonly string[] = []): Promise<string> {
  return change(ctx, async (tx) => {
    const space = await holdSpace(tx, id, 'space.inspect');
    const points = checklistOf(space.kind);
    const known = findings.filter(({ item }) => points.some((point) => point.item === item));
    if (known.length < points.length) throw new Refusal('inspection-unfinished', 400);
    if (photoIds.length > mostPhotos) throw new Refusal('photos-too-many', 400);
    const files = await filesOf(tx, photoIds);
    const day = beijingDay(tx.now);
    const [row] = await tx.db
      .insert(spaceInspections)
      .values({
        countyCode: countyCode(space.regionCode), regionCode: space.regionCode, spaceId: id, checklistVersion, findings: known, note, photoIds: files.map((file) => file.id), day,
        byId: tx.actor.id, byName: tx.actor.name, at: tx.now,
      })
      .returning({ id: spaceInspections.id });
    const nextOn = addDays(day, space.inspectEvery);
    await tx.db.update(spaces).set({ inspectNextOn: nextOn }).where(eq(spaces.id, id));
    const bad = known.filter(({ verdict }) => verdict === 'bad').length;
    await tx.record('space.inspected', { id, regionCode: space.regionCode }, { regionCode: space.regionCode, inspectionId: row!.id, checklistVersion, points: known.length, bad, nextOn });
    await leave(tx, space, { day, nextOn, bad, known, files });
    return row!.id;
  });
}

type Seen = { day: string; nextOn: string; bad: number; known: InspectionInput['findings']; files: Awaited<ReturnType<typeof filesOf>> };

function leave(tx: Change, space: typeof spaces.$inferSelect, { day, nextOn, bad, known, files }: Seen) {
  const open = bad > 0 ? `，${bad} 项有问题，已转隐患工单` : '，均无问题';
  return leaveEvidence(tx, {
    regionCode: space.regionCode, kind: 'observation', title: `空间巡检：${space.name}`,
    text: `${day} 按检查表（第 ${checklistVersion} 版）巡检 ${known.length} 项${open}；下次巡检 ${nextOn}。`,
    source: { room: 'spaces', name: '空间巡检', subjectId: space.id }, ruleIds: rulesShown(space.kind, known), validFrom: day, validTo: nextOn, files,
  });
}
