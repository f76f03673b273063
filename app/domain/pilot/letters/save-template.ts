import { allow } from '#app/domain/base/accounts/access.ts';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { RestoreInput, TemplateInput } from './input.ts';
import type { LetterKind, LetterText } from './model.ts';
import { templateOf, templateVersion } from './templates.ts';
import { letterTemplates } from './tables.server.ts';

/** 保存文书模板 as a new version; letters made before keep the text they were made with. */
export function saveTemplate(ctx: Ctx, { kind, version, ...given }: TemplateInput): Promise<number> {
  const zh = { title: given.zhTitle, to: given.zhTo, body: given.zhBody };
  const en = { title: given.enTitle, to: given.enTo, body: given.enBody };
  return change(ctx, (tx) => write(tx, kind, version, { zh, en }, null));
}

/** 恢复旧版: the undo of any change; nothing between is lost. */
export function restoreTemplate(ctx: Ctx, { kind, version, restore }: RestoreInput): Promise<number> {
  return change(ctx, async (tx) => {
    const { zh, en } = await templateVersion(tx, kind, restore);
    return write(tx, kind, version, { zh, en }, restore);
  });
}

async function write(tx: Change, kind: LetterKind, seen: number, text: { zh: LetterText; en: LetterText }, restoredFrom: number | null): Promise<number> {
  allow(tx, 'letter.edit-template', { regionCode: '*' });
  const { version } = await templateOf(tx, kind);
  if (version !== seen) throw new Refusal('changed-meanwhile');
  const next = version + 1;
  const made = await tx.db
    .insert(letterTemplates)
    .values({ kind, version: next, ...text, restoredFrom, savedBy: tx.actor.id, savedByName: tx.actor.name, savedAt: tx.now })
    .onConflictDoNothing()
    .returning({ id: letterTemplates.id });
  if (made.length === 0) throw new Refusal('changed-meanwhile');
  await tx.record('letter-template.saved', { id: made[0]!.id, regionCode: '*' }, { kind, version: next, ...(restoredFrom === null ? {} : { restoredFrom }) });
  return next;
}
