import { keeperOfEvidence } from '#app/domain/base/accounts/keeper.ts';
import { inspect } from '#app/domain/base/files/inspect.ts';
import { inspectSound } from '#app/domain/base/files/sound.ts';
import { enterFile, layFile, type Looked } from '#app/domain/base/files/store-file.ts';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type AttachmentKind, longestVoiceSeconds, most } from './model.ts';
import { suggestionFiles } from './tables.server.ts';

export type Upload = { kind: AttachmentKind; content: Buffer };
export type Laid = { kind: AttachmentKind; looked: Looked };

/** About two minutes of speech in the formats of telephones, with room to spare. */
const largestVoice = longestVoiceSeconds * 50 * 1024;

/** 验看: looked at and kept without name and original; a picture is drawn anew, so that no place or camera stays in it. */
export async function layAttachments(ctx: Ctx, uploads: readonly Upload[], many: number = most.attachments): Promise<Laid[]> {
  if (uploads.length > many) throw new Refusal('suggestion-too-many-files', 400);
  const laid: Laid[] = [];
  for (const { kind, content } of uploads) {
    if (kind === 'voice' && content.length > largestVoice) throw new Refusal('voice-too-long', 413);
    laid.push({ kind, looked: await layFile(ctx, { name: kind, content }, false, kind === 'voice' ? inspectSound : pictureOnly) });
  }
  return laid;
}

async function pictureOnly(content: Buffer) {
  const looked = await inspect(content);
  if (!looked.mediaType.startsWith('image/')) throw new Refusal('picture-only', 415);
  return looked;
}

/** 登记附件 of a child's words or of an adult's step; a child's file belongs to nobody's account. */
export async function enterAttachments(tx: Change, of: { countyCode: number; regionCode: string; suggestionId?: string; stepId?: string }, laid: readonly Laid[]): Promise<string[]> {
  if (laid.length === 0) return [];
  const owner = of.suggestionId || tx.actor.id === '' ? await keeperOfEvidence(tx) : tx.actor.id;
  const ids: string[] = [];
  for (const { kind, looked } of laid) {
    const file = await enterFile(tx, looked, owner, of.regionCode);
    await tx.db.insert(suggestionFiles).values({ countyCode: of.countyCode, suggestionId: of.suggestionId ?? null, stepId: of.stepId ?? null, fileId: file.id, kind, mediaType: file.mediaType });
    ids.push(file.id);
  }
  return ids;
}
