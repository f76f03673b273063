import { and, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { filesOf } from './files-of.ts';
import { type FieldText, type ItemKind, type Reason, type SeenState, seenState } from './model.ts';
import { moderationItems } from './tables.server.ts';

/** 公开的样子 of one thing: how it stands as the child may know it, the texts and files that may be shown, the wording they are asked about. */
export type Shown = { state: SeenState; texts: FieldText[]; proposal: FieldText[] | null; reason: Reason | null; files: { fileId: string; isPicture: boolean }[] };

/** 审核到哪里了, for the rooms whose things these are: texts and files are there only when they are public. */
export async function shownOf(ctx: Ctx, kind: ItemKind, subjectIds: readonly string[]): Promise<Map<string, Shown>> {
  if (subjectIds.length === 0) return new Map();
  const items = await ctx.db
    .select()
    .from(moderationItems)
    .where(and(eq(moderationItems.kind, kind), inArray(moderationItems.subjectId, [...subjectIds])));
  const approved = items.filter((item) => item.state === 'approved');
  const files = await filesOf(ctx, approved);
  return new Map(items.map((item): [string, Shown] => [
    item.subjectId,
    {
      state: seenState(item.state),
      texts: item.state === 'approved' ? publicTexts(item) : [],
      proposal: item.state === 'to-agree' ? item.edited : null,
      reason: item.state === 'rejected' ? item.reason : null,
      files: item.state === 'approved' ? files.filter(({ itemId }) => itemId === item.id).map((file) => ({ fileId: file.shownFileId ?? file.fileId, isPicture: file.isPicture })) : [],
    },
  ]));
}

/** 公开的文字: as agreed, else as sent. */
function publicTexts({ edited, agreedAt, texts }: { edited: FieldText[] | null; agreedAt: Date | null; texts: FieldText[] }): FieldText[] {
  return edited && agreedAt ? edited : texts;
}

/** 锁定的: which of these things are evidence; their own rooms neither change nor delete them. */
export async function lockedAmong(ctx: Ctx, kind: ItemKind, subjectIds: readonly string[]): Promise<Set<string>> {
  if (subjectIds.length === 0) return new Set();
  const rows = await ctx.db
    .select({ subjectId: moderationItems.subjectId })
    .from(moderationItems)
    .where(and(eq(moderationItems.kind, kind), inArray(moderationItems.subjectId, [...subjectIds]), eq(moderationItems.isLocked, true)));
  return new Set(rows.map(({ subjectId }) => subjectId));
}
