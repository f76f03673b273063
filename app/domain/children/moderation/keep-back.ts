import { inArray } from 'drizzle-orm';
import { holdFiles } from '#app/domain/base/files/hold-files.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { recordShare } from '#app/domain/children/sharing/record-share.ts';
import { moderationWords } from '#app/i18n/moderation.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { filesOf } from './files-of.ts';
import { holdItem, type ItemAt, needOpen, settle } from './hold-item.ts';
import type { EscalateInput, RejectInput } from './input.ts';
import { moderationReports } from './tables.server.ts';

/** 暂存: not now; it stays in the queue among those kept back, with a word for the next reader. */
export function keepBack(ctx: Ctx, at: ItemAt, note: string): Promise<void> {
  return change(ctx, async (tx) => {
    const item = await holdItem(tx, at);
    needOpen(item);
    await settle(tx, item, 'held', { note });
  });
}

/** 不公开: with a reason that is said to the child in kind words. */
export function rejectItem(ctx: Ctx, at: ItemAt, { reason, note, labels }: RejectInput): Promise<void> {
  return change(ctx, async (tx) => {
    const item = await holdItem(tx, at);
    needOpen(item);
    await settle(tx, item, 'rejected', { reason, note, labels: [...new Set([...item.labels, ...labels])] });
  });
}

/** 上报: illegal content is kept as evidence, locked, and reported to the authority that has to hear of it (网络保护条例 29). */
export function escalateItem(ctx: Ctx, at: ItemAt, { authority, number, note }: EscalateInput): Promise<void> {
  return change(ctx, async (tx) => {
    const item = await holdItem(tx, at);
    needOpen(item);
    const fileIds = (await filesOf(tx, [item])).map(({ fileId }) => fileId);
    const hashes = fileIds.length > 0 ? await tx.db.select({ sha256: files.sha256 }).from(files).where(inArray(files.id, fileIds)) : [];
    await holdFiles(tx, fileIds, 'moderation-report');
    await tx.db.insert(moderationReports).values({
      countyCode: item.countyCode, itemId: item.id, regionCode: item.regionCode, authority, number, texts: item.texts, fileHashes: hashes.map(({ sha256 }) => sha256),
      reportedByName: tx.actor.name, reportedAt: tx.now,
    });
    const today = beijingDay(tx.now);
    await recordShare(tx, {
      regionCode: item.regionCode, partnerId: undefined, receiver: moderationWords['zh-CN'].item.authorities[authority], fields: fileIds.length > 0 ? ['words', 'picture'] : ['words'], purpose: '发现违法信息，依法上报', basis: 'law', article: 'net-29', articleNote: number,
      childIds: [], childCount: 1, sharedOn: today, expiresOn: addDays(today, 365),
    }, { source: 'moderation', sourceId: item.id });
    await tx.record('moderation.reported', item, { authority, number, files: fileIds.length });
    await settle(tx, item, 'escalated', { isLocked: true, note });
  });
}
