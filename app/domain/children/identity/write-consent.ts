import type { Change } from '#app/platform/change.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { within } from './inside-identity.ts';
import { type Band, decided, type Decision, type Purpose } from './model.ts';
import type { Notice } from './notice.ts';
import { consents } from './tables.server.ts';

export type Said = {
  childId: string;
  regionCode: string;
  purpose: Purpose;
  band: Band;
  guardianSays: boolean | null;
  childSays: boolean | null;
  saidBy: 'guardian' | 'child' | 'paper';
  paperFileId?: string | null;
};

/** 记下一个目的的答复: one line and one record for each purpose, bound to the version and the hash of what was shown; gives what became of it. */
export async function writeConsent(tx: Change, said: Said, notice: Notice, decision: Decision = decided(said.band, said.guardianSays, said.childSays)): Promise<Decision> {
  if (!notice.content['zh-CN'].purposes[said.purpose]) throw new Refusal('purpose-not-begun');
  const { regionCode, ...line } = said;
  const [row] = await within(tx.db, (db) =>
    db.insert(consents).values({ ...line, decision, userId: tx.actor.id, noticeVersion: notice.version, noticeHash: notice.hash, at: tx.now }).returning({ id: consents.id }));
  await tx.record(`consent.${decision}`, { id: row!.id, regionCode }, { purpose: said.purpose, noticeVersion: notice.version, noticeHash: notice.hash, band: said.band });
  return decision;
}
