import { openReport } from '#app/domain/children/protection/open-report.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { filesOf } from './files-of.ts';
import { holdItem, type ItemAt, settle } from './hold-item.ts';

/**
 * 疑似伤害: opens a protection report, locks this item as evidence and takes it from everybody's sight; from whatever state.
 * Nobody asks the child anything (未成年人保护法 11; 最有利于未成年人).
 */
export function suspectHarm(ctx: Ctx, at: ItemAt, noticed: string): Promise<string> {
  return change(ctx, async (tx) => {
    const item = await holdItem(tx, at);
    if (item.isLocked) throw new Refusal('moderation-locked', 423);
    const files = await filesOf(tx, [item]);
    const reportId = await openReport(tx, {
      regionCode: item.regionCode, source: 'moderation', about: { kind: item.kind, subjectId: item.subjectId }, noticed, texts: item.texts, fileIds: files.map(({ fileId }) => fileId),
    });
    await settle(tx, item, 'protected', { isLocked: true });
    return reportId;
  });
}
