import { createHash } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import type { Change } from '#app/platform/change.ts';
import type { NoticeContent } from './model.ts';
import { methodOf } from './method.ts';
import { noticeEntries, notices, noticeVersions } from './tables.server.ts';

/** 冻结一版: what everybody is shown from now on, under the next number, with the hash that goes into the records. */
export async function freezeVersion(tx: Change, noticeId: string, reason: string): Promise<{ version: number; hash: string }> {
  const [row] = await tx.db
    .update(notices)
    .set({ version: sql`${notices.version} + 1` })
    .where(eq(notices.id, noticeId))
    .returning({ version: notices.version, callId: notices.callId, title: notices.title, body: notices.body, startsOn: notices.startsOn, endsOn: notices.endsOn });
  const { callId, startsOn, endsOn, ...shown } = row!;
  const [call] = await tx.db.select({ title: calls.title }).from(calls).where(eq(calls.id, callId));
  const entries = await tx.db
    .select({
      number: applications.number, regionCode: noticeEntries.regionCode, name: regions.name, applicantCode: applications.applicantCode, state: noticeEntries.state,
      removedReason: noticeEntries.removedReason, correction: noticeEntries.correction, movedUpOn: noticeEntries.movedUpOn,
    })
    .from(noticeEntries)
    .innerJoin(applications, eq(applications.id, noticeEntries.applicationId))
    .innerJoin(regions, eq(regions.code, noticeEntries.regionCode))
    .where(eq(noticeEntries.noticeId, noticeId))
    .orderBy(asc(noticeEntries.position), asc(noticeEntries.applicationId))
    .limit(2000);
  const content: NoticeContent = { kind: 'notice', id: noticeId, ...shown, call: call!.title, startsOn: startsOn!, endsOn: endsOn!, entries, method: await methodOf(tx, callId) };
  const hash = contentHash(content);
  await tx.db.insert(noticeVersions).values({ noticeId, version: shown.version, content, hash, reason, publishedBy: tx.actor.id, publishedAt: tx.now });
  return { version: shown.version, hash };
}

/** 指纹 of what was shown: SHA-256 of its canonical JSON, which is what the download is, byte for byte. */
export function contentHash(content: NoticeContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
