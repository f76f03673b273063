import { allow } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { layAttachments, type Upload } from './attachments.ts';
import type { PaperInput } from './input.ts';
import { receive, type Said } from './submit-suggestion.ts';

/** 纸条录入: staff enter what a child wrote, drew or said to them; the plate is for the child, printed and shown once. */
export async function enterOnPaper(ctx: Ctx, regionCode: string, { topic, text, layer }: PaperInput, uploads: readonly Upload[] = []): Promise<Said> {
  allow(ctx, 'suggestion.handle', { regionCode });
  const laid = await layAttachments(ctx, uploads);
  return receive(ctx, { topic, text, layer, pictures: [], plate: '', regionCode, childId: null, way: 'paper' }, laid);
}
