import { and, eq } from 'drizzle-orm';
import { compilePdf } from '#app/domain/base/documents/compile-pdf.ts';
import { place, readWhole } from '#app/domain/base/files/storage.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { noticePrints, notices } from './tables.server.ts';
import { getVersion } from './versions.ts';

/** 制作公示 PDF: once for each version, kept byte for byte with its hash in the records; asked again, nothing happens. */
export async function printNotice(ctx: Ctx, noticeId: string, version: number): Promise<string> {
  const [known] = await ctx.db.select({ sha256: noticePrints.sha256 }).from(noticePrints).where(isPrint(noticeId, version));
  if (known) return known.sha256;
  const row = await getVersion(ctx, noticeId, version);
  const words = noticesWords['zh-CN'].print;
  const { content, hash, reason, publishedAt } = row;
  const pdf = await compilePdf('pilot/notices/notice.typ', {
    title: content.title, madeOn: content.startsOn, call: content.call, period: words.period(content.startsOn, content.endsOn),
    body: (content.body || noticesWords['zh-CN'].bodyDefault(content.entries.length)).split(/\n+/), heads: words.heads,
    entries: content.entries.map((entry) => [entry.name, entry.number, said(entry)]),
    method: content.method?.zh.split(/\n+/) ?? [], methodTitle: words.method,
    lines: [[words.version, words.versionOf(version, beijingTime(publishedAt))], ...(reason ? [[words.reason, reason]] : []), [words.hash, hash]], note: words.note, pageOf: words.pageOf,
  });
  const sha256 = await place(Buffer.from(pdf));
  const [where] = await ctx.db.select({ regionCode: calls.regionCode }).from(notices).innerJoin(calls, eq(calls.id, notices.callId)).where(eq(notices.id, noticeId));
  await change(ctx, async (tx) => {
    await tx.db.insert(noticePrints).values({ noticeId, version, sha256 }).onConflictDoNothing();
    await tx.record('notice.printed', { id: noticeId, regionCode: where!.regionCode }, { version, sha256 });
  });
  return sha256;
}

function said({ state, removedReason, correction, movedUpOn }: { state: string; removedReason: string; correction: string; movedUpOn: string | null }): string {
  const words = noticesWords['zh-CN'];
  if (state === 'removed') return words.removedBecause(removedReason);
  return [movedUpOn ? words.movedUp(movedUpOn) : '', correction ? words.correctedTo(correction) : ''].filter(Boolean).join(' ');
}

const isPrint = (noticeId: string, version: number) => and(eq(noticePrints.noticeId, noticeId), eq(noticePrints.version, version));

/** 公示 PDF of a version, as it was made first. */
export async function noticePdf(ctx: Ctx, noticeId: string, version: number): Promise<{ name: string; content: Buffer }> {
  const { content } = await getVersion(ctx, noticeId, version);
  const [print] = await ctx.db.select({ sha256: noticePrints.sha256 }).from(noticePrints).where(isPrint(noticeId, version));
  if (!print) throw new Refusal('notice-print-not-yet', 404);
  return { name: content.title, content: await readWhole(print.sha256) };
}
