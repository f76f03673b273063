import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { ConsentInput } from './input.ts';
import { within } from './inside-identity.ts';
import { type Decision, decided, type Purpose } from './model.ts';
import { currentNotice } from './notice.ts';
import { bandNow, openChild, ownChild } from './own-child.ts';
import { children } from './tables.server.ts';
import { writeConsent } from './write-consent.ts';
import { eq } from 'drizzle-orm';

/** 答复一个目的: the guardian, and the child where the child is asked; yes or no, one purpose at a time. */
export async function answerConsent(ctx: Ctx, childId: string, { purpose, guardian, child }: ConsentInput): Promise<Decision> {
  const own = await ownChild(ctx, childId);
  const band = bandNow(ctx, own.birthday);
  const asked = { guardian: [guardian], view: [guardian, child], own: [child] }[band];
  if (asked.includes(null) && !asked.includes(false)) throw new Refusal(band === 'guardian' ? 'answer-needed' : 'child-not-asked', 422);
  return change(ctx, async (tx) =>
    writeConsent(tx, { childId, regionCode: own.regionCode, purpose, band, guardianSays: guardian, childSays: child, saidBy: 'guardian' }, await currentNotice(tx), decided(band, guardian, child)));
}

/** 撤回: one purpose, at once, as easily as it was given; by the guardian. */
export async function withdrawConsent(ctx: Ctx, childId: string, purpose: Purpose): Promise<void> {
  const own = await ownChild(ctx, childId);
  await change(ctx, async (tx) => {
    await writeConsent(tx, { childId, regionCode: own.regionCode, purpose, band: bandNow(ctx, own.birthday), guardianSays: false, childSays: null, saidBy: 'guardian' }, await currentNotice(tx), 'withdrawn');
  });
}

/** 孩子自己撤回: from the child's own page; a child's no counts as much as a guardian's. */
export async function withdrawAsChild(ctx: Ctx, purpose: Purpose): Promise<void> {
  const childId = ctx.child?.childId;
  if (!childId) throw new Refusal('child-code-needed', 403);
  await change(ctx, async (tx) => {
    const [row] = await within(tx.db, (db) => db.select().from(children).where(eq(children.id, childId)));
    if (!row) throw new Refusal('child-code-needed', 403);
    const child = openChild(row);
    await writeConsent(tx, { childId, regionCode: child.regionCode, purpose, band: bandNow(ctx, child.birthday), guardianSays: null, childSays: false, saidBy: 'child' }, await currentNotice(tx), 'withdrawn');
  });
}
