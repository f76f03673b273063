import { leaveEvidence } from '#app/domain/base/evidence/leave-evidence.ts';
import type { EvidenceFile } from '#app/domain/base/evidence/model.ts';
import { getFile } from '#app/domain/base/files/read.ts';
import { holdForModeration } from '#app/domain/children/moderation/hold-for-moderation.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { enterAttachments, layAttachments, type Upload } from './attachments.ts';
import { holdMatter, type Matter, mustMove, ofMatter, takeStep } from './hold-matter.ts';
import type { DoneInput } from './input.ts';
import { most } from './model.ts';
import { suggestionMatters } from './tables.server.ts';

/** What a kept promise speaks to: children are heard before things are decided, and every suggestion is answered. */
const ruleIds = ['A3.2', 'A3.3'];

/** 做好了: told with photographs of what is there now; it leaves evidence by itself, and the children say whether it is really better. */
export async function finishWork(ctx: Ctx, regionCode: string, id: string, { text, rung, called }: DoneInput, uploads: readonly Upload[] = []): Promise<void> {
  const laid = await layAttachments(ctx, uploads, most.photos);
  return change(ctx, async (tx) => {
    const matter = await holdMatter(tx, regionCode, id);
    mustMove(matter, 'done');
    await tx.db.update(suggestionMatters).set({ state: 'done', doneAt: tx.now, rung }).where(ofMatter(matter));
    const stepId = await takeStep(tx, matter, 'done', { text, owner: matter.owner }, called);
    const fileIds = await enterAttachments(tx, { countyCode: matter.countyCode, regionCode, stepId }, laid);
    await holdForModeration(tx, { kind: 'answer', subjectId: stepId, regionCode, texts: [{ field: 'text', text }], fileIds, from: 'adult' });
    await tx.record('suggestion.done', matter, { rung, photos: fileIds.length, promised: matter.taskDueOn });
    await leaveTrace(tx, matter, text, fileIds);
  });
}

/** 留下佐证 without a word of a child's: what was promised, when it was done, the photographs of the place. */
async function leaveTrace(tx: Change, matter: Matter, text: string, fileIds: readonly string[]): Promise<void> {
  const day = beijingDay(tx.now);
  const files: EvidenceFile[] = [];
  for (const fileId of fileIds) {
    const { id, name, mediaType, sha256, size, thumbnailKey } = await getFile(tx, fileId);
    files.push({ id, name, mediaType, sha256, size, hasThumbnail: thumbnailKey !== null });
  }
  await leaveEvidence(tx, {
    regionCode: matter.regionCode, kind: files.length > 0 ? 'photo' : 'fact', title: `儿童建议办结：${matter.owner}，${day}`, text: `收到日期 ${beijingDay(matter.receivedAt)}；答应完成日期 ${matter.taskDueOn ?? ''}；办结日期 ${day}。告诉孩子的话：${text}`,
    source: { room: 'suggestions', name: '儿童建议', subjectId: matter.id }, ruleIds, validFrom: day, files,
  });
}
