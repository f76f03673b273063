import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { getFile, type StoredFile } from '#app/domain/base/files/read.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { filesOf } from './files-of.ts';
import { type ItemAt, itemAt } from './hold-item.ts';
import { openStates } from './model.ts';
import { moderationComplaints, moderationItems } from './tables.server.ts';
import { mayUndo } from './undo.ts';

const { id, kind, subjectId, from, severity, state, receivedAt, dueOn, flags, needsTwo, firstBy, concludedByName, concludedAt, texts } = moderationItems;
const shown = { id, kind, subjectId, from, severity, state, receivedAt, dueOn, flags, needsTwo, firstBy, concludedByName, concludedAt, texts };
const mostQueued = 100;
const mostConcluded = 15;

/** 待审队列 of a region: what is urgent first, then the oldest; what was kept back comes last. */
export function listQueue(ctx: Ctx, regionCode: string) {
  allow(ctx, 'moderation.decide', { regionCode });
  return ctx.db
    .select(shown)
    .from(moderationItems)
    .where(and(eq(moderationItems.countyCode, countyCode(regionCode)), eq(moderationItems.regionCode, regionCode), inArray(state, [...openStates])))
    .orderBy(sql`${state} = 'held'`, sql`${severity} is distinct from 'urgent'`, asc(receivedAt), asc(id))
    .limit(mostQueued);
}

/** 近来的结论 of a region. */
export async function listConcluded(ctx: Ctx, regionCode: string) {
  allow(ctx, 'moderation.decide', { regionCode });
  const rows = await ctx.db
    .select({ ...shown, isLocked: moderationItems.isLocked, concludedBy: moderationItems.concludedBy, agreedAt: moderationItems.agreedAt, declinedAt: moderationItems.declinedAt })
    .from(moderationItems)
    .where(and(eq(moderationItems.countyCode, countyCode(regionCode)), eq(moderationItems.regionCode, regionCode), inArray(state, ['approved', 'rejected', 'to-agree', 'escalated', 'protected'])))
    .orderBy(desc(concludedAt), asc(id))
    .limit(mostConcluded);
  return rows.map(({ concludedBy, ...row }) => ({ ...row, texts: row.state === 'protected' ? [] : row.texts, mayUndo: mayUndo({ ...row, concludedBy }, ctx.actor.id, ctx.now) }));
}

/** 打开一件: with its files and, of a complaint, what it is about. What a report is open about shows nothing here any more. */
export async function getItem(ctx: Ctx, at: ItemAt) {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  const [item] = isId(at.id) ? await ctx.db.select().from(moderationItems).where(itemAt(at)) : [];
  if (!item) throw new Refusal('moderation-not-found', 404);
  allow(ctx, 'moderation.decide', item);
  const { childId, ...open } = item;
  if (item.state === 'protected') return { ...open, texts: [], flags: [], edited: null, files: [], complaint: undefined, isOfKnownChild: false, mayUndo: false, mayEndLock: false };
  const [attached, [complaint]] = await Promise.all([
    filesOf(ctx, [item]),
    item.kind === 'complaint'
      ? ctx.db.select({ what: moderationComplaints.what, page: moderationComplaints.page, about: moderationComplaints.about }).from(moderationComplaints).where(and(eq(moderationComplaints.countyCode, item.countyCode), eq(moderationComplaints.id, item.subjectId)))
      : [],
  ]);
  const types = attached.length > 0 ? await ctx.db.select({ id: files.id, mediaType: files.mediaType }).from(files).where(inArray(files.id, attached.map(({ fileId }) => fileId))) : [];
  return {
    ...open,
    files: attached.map((file) => ({ ...file, mediaType: types.find((type) => type.id === file.fileId)?.mediaType ?? '' })),
    complaint, isOfKnownChild: childId !== null, mayUndo: mayUndo(item, ctx.actor.id, ctx.now), mayEndLock: item.state === 'escalated' && item.isLocked && item.concludedBy !== ctx.actor.id,
  };
}

/** 待审的附件, for whoever moderates there. */
export async function itemFile(ctx: Ctx, at: ItemAt, fileId: string): Promise<StoredFile> {
  const { files: attached } = await getItem(ctx, at);
  const file = attached.find((one) => one.fileId === fileId || one.shownFileId === fileId);
  if (!file) throw new Refusal('moderation-not-found', 404);
  return getFile(ctx, fileId);
}

/** 下一件 of the queue after this one. */
export async function nextInQueue(ctx: Ctx, { regionCode, id: after }: ItemAt): Promise<string | undefined> {
  return (await listQueue(ctx, regionCode)).find((item) => item.id !== after && item.state !== 'held')?.id;
}
