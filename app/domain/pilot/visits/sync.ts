import { and, eq, inArray, sql } from 'drizzle-orm';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { type Change, change } from '#app/platform/change.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { type Device, myDevice, tellWipe } from './devices.ts';
import { aboutVisit, attachmentsOf, fieldsOf, holdVisit, judgeVisit, myPart, type Visit } from './hold.ts';
import type { SyncInput } from './input.ts';
import { isOver, skewToTellMs, type VisitState } from './model.ts';
import { type Arrival, conflictsFor, type Entry, type Field, hashOf, type Lack, mergeFields, valueOf, valuesOf } from './package.ts';
import { visitAttachments, visitDevices, visitEntries, visitFields, visitTakings } from './tables.server.ts';
import { faultOf, type Known } from './values.ts';

/** 未收下的一项, by the code of the reason; the page says it in words. */
export type Refused = { seq: number; path: string; code: 'visit-path-unknown' | 'visit-rule-unknown' | 'visit-value-unfit' | 'visit-count-reused' };

/** 同步的结果: what the answer to the phone is made of. `late` says why what came is kept beside the record. */
export type Synced = {
  visitId: string; state: VisitState; revision: number; fields: Field[]; conflicts: ReturnType<typeof conflictsFor>; acknowledged: number[]; refused: Refused[]; wanted: string[];
  wipe: boolean; late: 'over' | 'set-aside' | null; skewMs: number; lacks: Lack[];
};

/**
 * 同步: takes in what a phone brings, field by field, and answers with the record as it then stands. The same batch twice is once; what comes after the end
 * is kept beside the record; the phone's clock is measured and never believed.
 */
export async function syncVisit(ctx: Ctx, id: string, input: SyncInput): Promise<Synced> {
  await limit(ctx, `visit-sync:${ctx.actor.id}`, 1200, 3600);
  await myPart(ctx, id);
  const device = await myDevice(ctx, input.deviceId);
  if (device.revokedAt) {
    await tellWipe(ctx, device);
    return { visitId: id, state: 'planned', revision: 0, fields: [], conflicts: [], acknowledged: [], refused: [], wanted: [], wipe: true, late: null, skewMs: 0, lacks: [] };
  }
  return change(ctx, (tx) => takeIn(tx, id, device, input));
}

async function takeIn(tx: Change, id: string, device: Device, input: SyncInput): Promise<Synced> {
  const held = await holdVisit(tx, id);
  const part = await myPart(tx, id);
  const late = isOver(held.state) ? 'over' as const : part.setAsideAt ? 'set-aside' as const : null;
  const skewMs = Date.parse(input.clockAt) - tx.now.getTime();

  const { fresh, acknowledged, refused } = await sift(tx, held, device.id, input.fields);
  await keepEntries(tx, held, device.id, fresh, late !== null);
  const before = await fieldsOf(tx, held);
  const arrivals = fresh.map((entry): Arrival => ({ ...entry, deviceId: device.id, byName: tx.actor.name, serverAt: tx.now.toISOString() }));
  const fields = late ? before : mergeFields(before, arrivals);
  if (!late) await keepFields(tx, held, before, fields);
  await announce(tx, held, device.id, input, skewMs, late !== null);
  const visit = late ? held : { ...held, begunAt: held.begunAt ?? begunIn(fields, skewMs, tx.now) };
  await noteTaking(tx, visit, device.id, input.remaining, skewMs);
  if (input.isLettingGo && input.remaining === 0) await tx.db.delete(visitTakings).where(and(eq(visitTakings.visitId, id), eq(visitTakings.deviceId, device.id)));
  await tx.record(late ? 'visit.came-late' : 'visit.synced', aboutVisit(visit), {
    number: held.number, deviceId: device.id, device: device.name, entries: fresh.length, known: acknowledged.length - fresh.length, refused: refused.length, remaining: input.remaining, skewMs,
    contentHash: await hashOf(canonicalJson(fresh)),
  });
  const stand = await judgeVisit(tx, visit);
  return {
    visitId: id, state: stand.state, revision: stand.revision, fields: stand.fields, conflicts: conflictsFor(stand.fields, device.id), acknowledged, refused,
    wanted: await wantedOf(tx, visit, device.id), wipe: false, late, skewMs, lacks: stand.lacks,
  };
}

/** New entries, those known already, and those that cannot be taken; a count that comes again with other words is refused. */
async function sift(tx: Change, visit: Visit, deviceId: string, entries: readonly Entry[]) {
  const refused: Refused[] = [];
  const fresh: Entry[] = [];
  const before = entries.length === 0 ? [] : await tx.db
    .select({ seq: visitEntries.seq, path: visitEntries.path, value: visitEntries.value })
    .from(visitEntries)
    .where(and(ofEntries(visit, deviceId), inArray(visitEntries.seq, entries.map(({ seq }) => seq))));
  const seen = new Map(before.map((one) => [one.seq, canonicalJson([one.path, one.value])]));
  const known = await knownOf(tx, visit);
  for (const entry of entries.toSorted((a, b) => a.seq - b.seq)) {
    const value = entry.value === undefined ? null : entry.value;
    const code = faultOf(entry.path, value, known);
    if (code) refused.push({ seq: entry.seq, path: entry.path, code });
    else if (!seen.has(entry.seq)) {
      seen.set(entry.seq, canonicalJson([entry.path, value]));
      fresh.push({ ...entry, value });
    } else if (seen.get(entry.seq) !== canonicalJson([entry.path, value])) refused.push({ seq: entry.seq, path: entry.path, code: 'visit-count-reused' });
  }
  const unkept = new Set(refused.map(({ seq }) => seq));
  return { fresh, refused, acknowledged: [...new Set(entries.map(({ seq }) => seq))].filter((seq) => !unkept.has(seq)) };
}

/** What the visit's own edition and agenda know. */
async function knownOf(tx: Ctx, visit: Visit): Promise<Known> {
  return { ruleIds: new Set(rulesOf(await getEdition(tx, visit.editionId)).map(({ id }) => id)), agendaIds: new Set(visit.agenda.map(({ id }) => id)) };
}

const ofEntries = (visit: Visit, deviceId: string) => and(eq(visitEntries.countyCode, countyCode(visit.regionCode)), eq(visitEntries.visitId, visit.id), eq(visitEntries.deviceId, deviceId));
const about = (visit: Visit) => ({ countyCode: countyCode(visit.regionCode), visitId: visit.id, regionCode: visit.regionCode });

/** 留底: every entry as it came. */
export async function keepEntries(tx: Change, visit: Visit, deviceId: string, entries: readonly Entry[], isLate: boolean): Promise<void> {
  if (entries.length === 0) return;
  await tx.db.insert(visitEntries).values(entries.map(({ seq, path, value, baseRevision, deviceAt }) => ({
    ...about(visit), deviceId, seq, path, value, baseRevision, deviceAt: new Date(deviceAt), serverAt: tx.now, byId: tx.actor.id, byName: tx.actor.name, isLate,
  })));
}

/** Writes what the merging changed, all in one statement. */
export async function keepFields(tx: Change, visit: Visit, before: readonly Field[], after: readonly Field[]): Promise<void> {
  const old = new Map(before.map((field) => [field.path, field]));
  const changed = after.filter((field) => old.get(field.path) !== field);
  if (changed.length === 0) return;
  await tx.db
    .insert(visitFields)
    .values(changed.map(({ path, revision, versions }) => ({ ...about(visit), path, revision, versions })))
    .onConflictDoUpdate({ target: [visitFields.countyCode, visitFields.visitId, visitFields.path], set: { revision: sql`excluded.revision`, versions: sql`excluded.versions` } });
}

/** 登记附件说明: what the phone holds; told again it changes nothing. */
async function announce(tx: Change, visit: Visit, deviceId: string, { attachments }: SyncInput, skewMs: number, isLate: boolean): Promise<void> {
  if (attachments.length === 0) return;
  await tx.db.insert(visitAttachments).values(attachments.map(({ at, ...one }) => ({ ...about(visit), ...one, deviceId, deviceAt: new Date(at), skewMs, saidAt: tx.now, isLate }))).onConflictDoNothing();
}

/** 到场时刻: the earliest any phone said, set right by what its clock was wrong by, and never in the future. A community's signature says it too. */
function begunIn(fields: readonly Field[], skewMs: number, now: Date): Date | null {
  const began = Object.values(valuesOf(fields, 'began')).map(({ at }) => Date.parse(at) - (Math.abs(skewMs) > skewToTellMs ? skewMs : 0));
  if (began.length > 0) return new Date(Math.min(...began, now.getTime()));
  return valueOf(fields, 'signature:community') ? now : null;
}

async function noteTaking(tx: Change, visit: Visit, deviceId: string, remaining: number, skewMs: number): Promise<void> {
  await tx.db.update(visitDevices).set({ lastSeenAt: tx.now }).where(eq(visitDevices.id, deviceId));
  await tx.db
    .insert(visitTakings)
    .values({ visitId: visit.id, deviceId, takenAt: tx.now, syncedAt: tx.now, remaining, skewMs })
    .onConflictDoUpdate({ target: [visitTakings.visitId, visitTakings.deviceId], set: { syncedAt: tx.now, remaining, skewMs } });
}

/** 还要的附件 that this device said it holds. */
async function wantedOf(tx: Change, visit: Visit, deviceId: string): Promise<string[]> {
  const rows = await attachmentsOf(tx, visit);
  return rows.filter((one) => one.deviceId === deviceId && one.arrivedAt === null).map(({ sha256 }) => sha256);
}
