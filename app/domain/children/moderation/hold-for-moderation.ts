import { and, eq, inArray, sql } from 'drizzle-orm';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { limitOf } from './limit.ts';
import { findFlags } from './find-flags.ts';
import { type FieldText, type Flag, gravest, type ItemKind } from './model.ts';
import { moderationFiles, moderationItems, moderationPortraits } from './tables.server.ts';
import { wordList } from './word-list.ts';

/** 送审的内容: which thing of which room, its texts and files, and whose it is. */
export type Held = {
  kind: ItemKind;
  subjectId: string;
  regionCode: string;
  texts: readonly FieldText[];
  fileIds?: readonly string[];
  from: 'child' | 'adult';
  /** 孩子 behind it, where there is one: it goes when the child goes. */
  childId?: string | null;
  /** Works that are shown in public are read by two people. */
  needsTwo?: boolean;
};

/**
 * 送审: part of the change that takes something of a child's in; until a person approves it, it is not public.
 * Sent again (the text changed) it waits again; what is locked as evidence can no longer be changed.
 */
export async function holdForModeration(tx: Change, held: Held): Promise<{ itemId: string; flags: Flag[] }> {
  const { kind, subjectId, regionCode } = held;
  const county = countyCode(regionCode);
  const flags = findFlags(held.texts, (await wordList(tx)).words);
  const severity = gravest(flags);
  const today = beijingDay(tx.now);
  const fresh = {
    texts: [...held.texts], edited: null, flags, severity, state: 'waiting' as const, receivedAt: tx.now, labels: [], firstBy: null, concludedBy: null, concludedByName: null,
    concludedAt: null, reason: null, note: '', agreedBy: null, agreedAt: null, declinedAt: null, toldLateAt: null, needsTwo: held.needsTwo ?? false,
    dueOn: severity === 'urgent' ? today : await addWorkdays(tx, today, await limitOf(tx, regionCode)),
  };
  const [item] = await tx.db
    .insert(moderationItems)
    .values({ countyCode: county, regionCode, kind, subjectId, from: held.from, childId: held.childId ?? null, ...fresh })
    .onConflictDoUpdate({
      target: [moderationItems.countyCode, moderationItems.kind, moderationItems.subjectId],
      set: { ...fresh, revision: sql`${moderationItems.revision} + 1` },
      setWhere: eq(moderationItems.isLocked, false),
    })
    .returning({ id: moderationItems.id, revision: moderationItems.revision });
  if (!item) throw new Refusal('moderation-locked', 423);
  await holdFiles(tx, county, item, held.fileIds ?? []);
  await tx.record('moderation.received', { id: item.id, regionCode }, { kind, subjectId, found: flags.length, isUrgent: severity === 'urgent' });
  return { itemId: item.id, flags };
}

async function holdFiles(tx: Change, county: number, item: { id: string; revision: number }, fileIds: readonly string[]): Promise<void> {
  if (item.revision > 1) {
    await tx.db.delete(moderationFiles).where(and(eq(moderationFiles.countyCode, county), eq(moderationFiles.itemId, item.id)));
    await tx.db.delete(moderationPortraits).where(and(eq(moderationPortraits.countyCode, county), eq(moderationPortraits.itemId, item.id)));
  }
  if (fileIds.length === 0) return;
  const stored = await tx.db.select({ id: files.id, mediaType: files.mediaType }).from(files).where(inArray(files.id, [...fileIds]));
  const types = new Map(stored.map(({ id, mediaType }) => [id, mediaType]));
  await tx.db.insert(moderationFiles).values(
    fileIds.map((fileId, position) => ({ countyCode: county, itemId: item.id, fileId, position, isPicture: types.get(fileId)?.startsWith('image/') ?? false })),
  );
}
