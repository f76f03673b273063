import { storeFile } from '#app/domain/base/files/store-file.ts';
import { attachPaper } from '#app/domain/pilot/applications/attach-paper.ts';
import { saveSection } from '#app/domain/pilot/applications/save-section.ts';
import { startDraft } from '#app/domain/pilot/applications/start-draft.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Part, wholeForm } from './answers.ts';
import { scannedOpinion } from './scan.ts';

/** 草稿: begun and filled by the verbs themselves, for stories that are about what comes after; some parts may be left open. */
export async function aDraft(ctx: Ctx, callId: string, unit: { name: string; code: string }, turn: number, leftOpen: readonly string[] = []): Promise<string> {
  const { id } = await startDraft(ctx, { callId, regionCode: unit.code });
  for (const part of wholeForm(unit.name, turn)) if (!leftOpen.includes(part.id)) await writeDown(ctx, id, part);
  const file = await storeFile(ctx, { name: '同意申报的意见.pdf', content: await scannedOpinion() });
  await attachPaper(ctx, id, { paper: 'sealed-opinion', fileId: file.id });
  return id;
}

/** Saves one part as somebody who has seen everything that stands. */
async function writeDown(ctx: Ctx, id: string, { answers }: Part): Promise<void> {
  const bases = Array.from({ length: 20 }, (_, revision) => revision);
  await saveSection(ctx, id, { answers: Object.entries(answers).map(([questionId, value]) => ({ questionId, value, bases })) });
}
