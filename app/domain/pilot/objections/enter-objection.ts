import { createHash } from 'node:crypto';
import { seal } from '#app/domain/base/accounts/sealed.ts';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import type { Looked } from '#app/domain/base/files/store-file.ts';
import { showHold } from '#app/domain/pilot/notices/holds.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import type { Change } from '#app/platform/change.ts';
import { startOfBeijingDay } from '#app/platform/dates.ts';
import { enterEvidence } from './evidence.ts';
import type { ObjectionKind, Side } from './model.ts';
import { objections } from './tables.server.ts';

/** What was handed in, whoever did: as it came, or as it lay in the box. */
export type Given = {
  noticeId: string; applicationId: string | null; kind: ObjectionKind; isAnonymous: boolean; content: string; code: string; day: string; holdId: string;
  evidence: Looked[]; identity?: { name: string; contact: string }; appealOf?: string; raisedBy?: Side;
};

/** 收文指纹: SHA-256 over what was handed in and the hashes of its evidence; it stands on the receipt and in the records. */
export function receiptHash({ code, noticeId, applicationId, kind, content, evidence }: Pick<Given, 'code' | 'noticeId' | 'applicationId' | 'kind' | 'content'> & { evidence: readonly string[] }): string {
  return createHash('sha256').update(canonicalJson({ code, noticeId, applicationId, about: kind, content, evidence: [...evidence].sort() })).digest('hex');
}

/** 登记异议: with its clock, its evidence and its line of the records, which names nobody. */
export async function enterObjection(tx: Change, given: Given, settings: { regionCode: string; answerDays: number }): Promise<string> {
  const { evidence, identity, day, ...plain } = given;
  const answerDueOn = await addWorkdays(tx, day, settings.answerDays);
  const hash = receiptHash({ ...plain, evidence: evidence.map(({ sha256 }) => sha256) });
  const [row] = await tx.db
    .insert(objections)
    .values({
      ...plain, hash, answerDueOn, level: plain.appealOf ? 2 : 1,
      identity: identity ? seal(JSON.stringify(identity), 'objectors') : '',
      receivedAt: plain.isAnonymous ? startOfBeijingDay(day) : tx.now,
    })
    .returning({ id: objections.id });
  const id = row!.id;
  await showHold(tx, plain.holdId);
  await enterEvidence(tx, { objectionId: id, side: plain.raisedBy ?? 'objector', regionCode: settings.regionCode }, evidence);
  const { noticeId, isAnonymous, appealOf } = plain;
  await tx.record(appealOf ? 'objection.appealed' : 'objection.received', { id, regionCode: settings.regionCode }, { noticeId, isAnonymous, answerDueOn, hash, ...(appealOf ? { appealOf } : {}) });
  return id;
}
