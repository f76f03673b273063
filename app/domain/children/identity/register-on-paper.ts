import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { enterFile, type Upload, layFile } from '#app/domain/base/files/store-file.ts';
import type { PaperInput } from './input.ts';
import { enterWithConsent } from './register-child.ts';

/** 录入纸质同意书: what was signed on paper, with its scan; the same answers in the same fields. */
export async function registerOnPaper(ctx: Ctx, regionCode: string, input: PaperInput, scan: Upload | undefined): Promise<string> {
  allow(ctx, 'family.paper', { regionCode });
  if (!scan) throw new Refusal('paper-needed', 422);
  const looked = await layFile(ctx, scan, false);
  return change(ctx, async (tx) => {
    // The name of a file would say whose paper it is.
    const file = await enterFile(tx, { ...looked, name: `${tx.requestId}.${looked.name.split('.').at(-1)}` }, tx.actor.id, regionCode);
    const id = await enterWithConsent(tx, regionCode, input, { saidBy: 'paper', paperFileId: file.id });
    await tx.record('child.registered-on-paper', { id, regionCode });
    return id;
  });
}
