import { and, asc, eq } from 'drizzle-orm';
import { leaveEvidence } from '#app/domain/base/evidence/leave-evidence.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { type Change, change } from '#app/platform/change.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdByCode, holdHazard } from './hold-hazard.ts';
import type { ConfirmInput } from './input.ts';
import { type HazardKind, type Verifier } from './model.ts';
import { type Hazard, move } from './step.ts';
import { hazardPhotos } from './tables.server.ts';

/** 报告人确认: really fixed, or not and back to work. Whoever repaired it has no say, even with the code in hand. */
export async function confirmByCode(ctx: Ctx, code: string, input: ConfirmInput): Promise<void> {
  await limit(ctx, `hazard-code:${ctx.address ?? 'unknown'}`, 60, 3600);
  await change({ ...ctx, actor: visitor }, async (tx) => {
    const hazard = await holdByCode(tx, code);
    refuseRepairer(hazard, ctx.actor.id || hazard.reporterId);
    await said(tx, hazard, input, 'reporter', '');
  });
}

/** 第二人确认: once the reporter's days are over, somebody at work who neither reported the repair nor made it. */
export function confirmAsSecond(ctx: Ctx, place: string, id: string, input: ConfirmInput): Promise<void> {
  return change(ctx, async (tx) => {
    const hazard = await holdHazard(tx, place, id);
    refuseRepairer(hazard, tx.actor.id);
    if (hazard.state === 'repaired' && hazard.dueOn !== null && hazard.dueOn >= beijingDay(tx.now)) throw new Refusal('hazard-reporter-first');
    await said(tx, hazard, input, 'second-person', tx.actor.name);
  });
}

function refuseRepairer(hazard: Hazard, id: string): void {
  if (id !== '' && id === hazard.repairerId) throw new Refusal('hazard-own-repair', 403);
}

async function said(tx: Change, hazard: Hazard, { fixed, body }: ConfirmInput, by: Verifier, byName: string): Promise<void> {
  if (hazard.state !== 'repaired') throw new Refusal('hazard-moved-on');
  if (fixed === 'no') {
    await move(tx, hazard, { to: 'assigned', step: 'not-fixed', note: by === 'reporter' ? '' : body, byName, set: { reopened: hazard.reopened + 1, answer: body } });
    await tx.record('hazard.not-fixed', hazard, { by });
    return;
  }
  await move(tx, hazard, { to: 'verified', byName, set: { verifiedBy: by, verifierName: byName, verifiedAt: tx.now, repairCode: '' } });
  await tx.record('hazard.verified', hazard, { by });
  await leave(tx, hazard, by);
}

/** The rules a repair speaks to. */
const rulesOf: Record<HazardKind, readonly string[]> = {
  crossing: ['C4.2'], light: ['C5.2'], pavement: ['C4.1'], 'blind-corner': ['C5.2'], equipment: ['C3.4'], surface: ['C3.4'], fire: ['C2.5'], water: ['C5.1'], electric: ['C2.5'],
  obstacle: ['C4.1'], other: [],
};

async function leave(tx: Change, hazard: Hazard, by: Verifier): Promise<void> {
  const after = await tx.db
    .select({ id: files.id, sha256: files.sha256, name: files.name, mediaType: files.mediaType, size: files.size, thumbnailKey: files.thumbnailKey })
    .from(hazardPhotos)
    .innerJoin(files, eq(files.id, hazardPhotos.fileId))
    .where(and(eq(hazardPhotos.countyCode, hazard.countyCode), eq(hazardPhotos.hazardId, hazard.id), eq(hazardPhotos.moment, 'after')))
    .orderBy(asc(files.id));
  const [from, to] = [beijingDay(hazard.reportedAt), beijingDay(tx.now)];
  await leaveEvidence(tx, {
    regionCode: hazard.regionCode, kind: 'observation', title: `隐患整改：${to} 核实修好一处`,
    text: `${from} 报告，${beijingDay(hazard.repairedAt ?? tx.now)} 修复，${to} 由${by === 'reporter' ? '报告人' : '非维修人员'}确认修好。`,
    source: { room: 'hazards', name: '隐患工单', subjectId: hazard.id }, ruleIds: ['C1.1', ...rulesOf[hazard.kind]], validFrom: to,
    files: after.map(({ thumbnailKey, ...file }) => ({ ...file, hasThumbnail: thumbnailKey !== null })),
  });
}
