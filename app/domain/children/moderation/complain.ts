import { and, eq } from 'drizzle-orm';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdForModeration } from './hold-for-moderation.ts';
import { holdItem, type ItemAt, itemAt } from './hold-item.ts';
import type { ComplaintInput } from './input.ts';
import { type ItemKind, itemKinds } from './model.ts';
import { moderationComplaints, moderationItems } from './tables.server.ts';

/** 投诉: from any child page, about a thing or about the page; it lies in the same queue, and what it is about is named there. */
export function complain(ctx: Ctx, { what, words, page, kind, id }: ComplaintInput): Promise<string> {
  return change(ctx, async (tx) => {
    const about = await thingAt(tx, kind, id);
    const regionCode = about?.regionCode ?? tx.child?.regionCode;
    if (!regionCode) throw new Refusal('child-code-needed', 403);
    const [made] = await tx.db
      .insert(moderationComplaints)
      .values({ countyCode: countyCode(regionCode), regionCode, what, page, about: about ? { kind: about.kind, subjectId: about.subjectId } : null, childId: tx.child?.childId ?? null, madeAt: tx.now })
      .returning({ id: moderationComplaints.id });
    await tx.record('moderation.complained', { id: made!.id, regionCode }, { what });
    await holdForModeration(tx, { kind: 'complaint', subjectId: made!.id, regionCode, texts: [{ field: what, text: words }], from: 'child', childId: tx.child?.childId ?? null });
    return made!.id;
  });
}

async function thingAt(tx: Change, kind: string | undefined, id: string | undefined) {
  if (!id || !itemKinds.some((known) => known === kind)) return undefined;
  const [thing] = await tx.db
    .select({ kind: moderationItems.kind, subjectId: moderationItems.subjectId, regionCode: moderationItems.regionCode })
    .from(moderationItems)
    .where(and(eq(moderationItems.kind, kind as ItemKind), eq(moderationItems.subjectId, id)));
  return thing;
}

/** 再看一遍: what a complaint is about leaves the public at once and lies before the moderators again. */
export function takeBackForReading(ctx: Ctx, at: ItemAt): Promise<void> {
  return change(ctx, async (tx) => {
    const complaint = await holdItem(tx, at);
    const [made] = await tx.db
      .select({ about: moderationComplaints.about })
      .from(moderationComplaints)
      .where(and(eq(moderationComplaints.countyCode, complaint.countyCode), eq(moderationComplaints.id, complaint.subjectId)));
    const thing = made?.about ? await thingAt(tx, made.about.kind, made.about.subjectId) : undefined;
    const [row] = thing
      ? await tx.db.select({ id: moderationItems.id }).from(moderationItems).where(and(eq(moderationItems.kind, thing.kind), eq(moderationItems.subjectId, thing.subjectId)))
      : [];
    if (!thing || !row) throw new Refusal('moderation-not-found', 404);
    const item = await holdItem(tx, { regionCode: thing.regionCode, id: row.id });
    if (item.state !== 'approved') throw new Refusal('moderation-not-public');
    await tx.db.update(moderationItems).set({ state: 'waiting', firstBy: null, concludedBy: null, concludedAt: null, toldLateAt: null }).where(itemAt(item));
    await tx.record('moderation.reopened', item, { kind: item.kind, subjectId: item.subjectId, was: 'approved' });
  });
}
