import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { isVisibleToCommunity } from './model.ts';
import { type Field, hashOf, signedContent } from './package.ts';
import { lacksOf, stateOf } from './standing.ts';
import { visitAttachments, visitDevices, visitExperts, visitFields, visits, visitTakings } from './tables.server.ts';

export type Visit = typeof visits.$inferSelect;

/** 到访 held for a change: whatever else concerns it waits. */
export async function holdVisit(tx: Change, id: string): Promise<Visit> {
  const [visit] = isId(id) ? await tx.db.select().from(visits).where(eq(visits.id, id)).for('update') : [];
  if (!visit) throw new Refusal('visit-not-found', 404);
  return visit;
}

/** 我的到访: one to which the person who asks was sent, be it that they were set aside since; any other does not exist for them. */
export async function myPart(ctx: Ctx, id: string): Promise<typeof visitExperts.$inferSelect> {
  allowAnywhere(ctx, 'visit.carry-out');
  const [part] = isId(id) ? await ctx.db.select().from(visitExperts).where(and(eq(visitExperts.visitId, id), eq(visitExperts.expertId, ctx.actor.id))) : [];
  if (!part) throw new Refusal('visit-not-found', 404);
  return part;
}

/** The rows of one visit in a table of its county. */
export function ofVisit(table: typeof visitFields | typeof visitAttachments, visit: Visit) {
  return and(eq(table.countyCode, countyCode(visit.regionCode)), eq(table.visitId, visit.id));
}

/** 现场记录 as it stands, by path. */
export async function fieldsOf(ctx: Ctx, visit: Visit): Promise<Field[]> {
  const rows = await ctx.db.select({ path: visitFields.path, revision: visitFields.revision, versions: visitFields.versions }).from(visitFields).where(ofVisit(visitFields, visit)).orderBy(asc(visitFields.path)).limit(5000);
  return rows;
}

/** 附件 of a visit, those that are there and those that are waited for. */
export function attachmentsOf(ctx: Ctx, visit: Visit) {
  return ctx.db.select().from(visitAttachments).where(ofVisit(visitAttachments, visit)).orderBy(asc(visitAttachments.saidAt), asc(visitAttachments.sha256)).limit(2000);
}

/** 在任专家 of a visit, by their slot. */
export function activeExperts(ctx: Ctx, visitId: string) {
  return ctx.db.select().from(visitExperts).where(and(eq(visitExperts.visitId, visitId), isNull(visitExperts.setAsideAt))).orderBy(asc(visitExperts.slot));
}

/** 带走的设备 of a visit, with what each still holds. */
export function takingsOf(ctx: Ctx, visitId: string) {
  return ctx.db
    .select({
      deviceId: visitTakings.deviceId, takenAt: visitTakings.takenAt, syncedAt: visitTakings.syncedAt, remaining: visitTakings.remaining, skewMs: visitTakings.skewMs,
      name: visitDevices.name, ownerId: visitDevices.ownerId, revokedAt: visitDevices.revokedAt,
    })
    .from(visitTakings)
    .innerJoin(visitDevices, eq(visitDevices.id, visitTakings.deviceId))
    .where(eq(visitTakings.visitId, visitId))
    .orderBy(asc(visitTakings.takenAt))
    .limit(50);
}

/** 现状: the record, what it still lacks, and the hash of what there is to sign. */
export async function standOf(ctx: Ctx, visit: Visit) {
  const [fields, attachments, takings, experts] = [await fieldsOf(ctx, visit), await attachmentsOf(ctx, visit), await takingsOf(ctx, visit.id), await activeExperts(ctx, visit.id)];
  const content = signedContent(visit.id, fields);
  const contentHash = content === undefined ? null : await hashOf(content);
  const arrived = new Set(attachments.filter((one) => one.arrivedAt !== null).map(({ sha256 }) => sha256));
  const lacks = lacksOf({ state: visit.state, begunAt: visit.begunAt, fields, takings: takings.filter((one) => one.revokedAt === null), arrived, slots: experts.map(({ slot }) => slot), contentHash });
  return { fields, attachments, takings, experts, contentHash, arrived, lacks };
}

/** 重新判定: part of a change that touched a visit; answers how it stands now. A step forward is recorded, and one back. */
export async function judgeVisit(tx: Change, visit: Visit) {
  const stand = await standOf(tx, visit);
  const state = stateOf(visit.state, stand.lacks);
  const signedAt = state === 'signed' ? (visit.signedAt ?? tx.now) : state === 'concluded' ? visit.signedAt : null;
  await tx.db.update(visits).set({ state, begunAt: visit.begunAt, signedAt, contentHash: stand.contentHash, revision: sql`${visits.revision} + 1` }).where(eq(visits.id, visit.id));
  if (state !== visit.state) await tx.record('visit.moved', aboutVisit(visit), { number: visit.number, from: visit.state, to: state, contentHash: stand.contentHash });
  return { ...stand, state, revision: visit.revision + 1 };
}

/** 记在何处: a visit that is still a secret is recorded with the nation, where nobody of its region reads. */
export function aboutVisit(visit: Pick<Visit, 'id' | 'regionCode' | 'notice' | 'begunAt'>) {
  return { id: visit.id, regionCode: isVisibleToCommunity(visit) ? visit.regionCode : '*' };
}
