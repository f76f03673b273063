import { randomUUID } from 'node:crypto';
import type { Db } from '#app/db/db.server.ts';
import { eq, TransactionRollbackError } from 'drizzle-orm';
import { registerDevice } from '#app/domain/pilot/visits/devices.ts';
import { SyncInput } from '#app/domain/pilot/visits/input.ts';
import type { Entry, SyncRequest } from '#app/domain/pilot/visits/package.ts';
import { hashOf, signedContent } from '#app/domain/pilot/visits/package.ts';
import { planVisits } from '#app/domain/pilot/visits/plan-visits.ts';
import { fieldsOf } from '#app/domain/pilot/visits/hold.ts';
import { syncVisit } from '#app/domain/pilot/visits/sync.ts';
import { visits } from '#app/domain/pilot/visits/tables.server.ts';
import { anExpert, expert, office } from './reviews.ts';
import { today } from './world.ts';

/** A unit that no expert of these tests is tied to. */
export const unit = '340111400007';

/** A planned visit with one expert who has one phone. */
export async function aVisit(db: Db, given: { notice?: 'announced' | 'unannounced'; code?: string; expert?: string; second?: string } = {}) {
  const expertId = given.expert ?? 'visitor';
  if (!given.expert) await anExpert(db, expertId);
  const [id] = await planVisits(office(db), { codes: [given.code ?? unit], notice: given.notice ?? 'announced', fromOn: '2026-09-02', toOn: '2026-09-02', expert: expertId, secondExpert: given.second ?? '' });
  return { id: id!, expertId, phone: await aPhone(db, expertId) };
}

export async function aPhone(db: Db, expertId: string, name = '工作手机') {
  const deviceId = randomUUID();
  await registerDevice(expert(db, expertId), { deviceId, name });
  return deviceId;
}

/** One thing written on a phone. */
export const entry = (seq: number, path: string, value: unknown, baseRevision = 0): Entry => ({ seq, path, value, baseRevision, deviceAt: today.toISOString() });
export const began = (seq: number) => entry(seq, 'began:visit', { at: today.toISOString(), place: { latitude: 31.72, longitude: 117.29, accuracy: 12 } });

export const letter = (deviceId: string, fields: Entry[], more: Partial<SyncRequest> = {}) =>
  SyncInput.parse({ deviceId, clockAt: today.toISOString(), fields, attachments: [], remaining: 0, ...more });

export const sync = (db: Db, visit: { id: string; expertId: string; phone: string }, fields: Entry[], more: Partial<SyncRequest> = {}) =>
  syncVisit(expert(db, visit.expertId), visit.id, letter(more.deviceId ?? visit.phone, fields, more));

/** What there is to sign now. */
export async function hashNow(db: Db, id: string) {
  const [visit] = await db.select().from(visits).where(eq(visits.id, id));
  return hashOf(signedContent(id, await fieldsOf(office(db), visit!))!);
}

export const signature = (seq: number, slot: 'expert' | 'second-expert' | 'community', contentHash: string, refusal = '没有带笔') =>
  entry(seq, `signature:${slot}`, { name: '王老师', role: '专家', at: today.toISOString(), contentHash, sha256: refusal ? null : 'a'.repeat(64), refusal });

/** What happens here has not happened afterwards; what was found out stays. */
export async function undone<T>(db: Db, run: (tx: Db) => Promise<T>): Promise<T> {
  const found: T[] = [];
  try {
    await db.transaction(async (tx) => {
      found.push(await run(tx));
      tx.rollback();
    });
  } catch (error) {
    if (!(error instanceof TransactionRollbackError)) throw error;
  }
  return found[0]!;
}
