import { and, eq, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { newWordCode } from './code-words.ts';
import { within } from './inside-identity.ts';
import { writeCard } from './make-card.ts';
import type { Drawing } from './model.ts';
import { hashPictures } from './pictures.ts';
import { cards, children, guardianships } from './tables.server.ts';

/** 有监护人的账号吗: then the guardian makes the cards and nobody at work does. */
export const hasGuardian = sql<boolean>`exists (select from ${guardianships} where ${guardianships.childId} = ${children.id})`;

/** 纸上登记的孩子, for whoever enters papers there: whether there is a card, and whether a guardian has come meanwhile; nothing of who it is. */
export async function childOnPaper(ctx: Ctx, regionCode: string, childId: string): Promise<{ id: string; regionCode: string; hasCard: boolean; hasGuardian: boolean }> {
  allow(ctx, 'family.paper', { regionCode });
  const [row] = isId(childId)
    ? await within(ctx.db, (db) => db
        .select({ id: children.id, regionCode: children.regionCode, hasCard: sql<boolean>`${cards.childId} is not null`, hasGuardian })
        .from(children).leftJoin(cards, eq(cards.childId, children.id)).where(and(eq(children.id, childId), eq(children.regionCode, regionCode), eq(children.basis, 'consent'))))
    : [];
  if (!row) throw new Refusal('not-found', 404);
  return row;
}

/**
 * 代做登录卡: for a child whose guardian agreed on paper and has no account. The child taps the drawings on the worker's screen; the code is given
 * out this one time and no page shows it again. A lost card is made anew, which ends the old one.
 */
export async function makeCardOnPaper(ctx: Ctx, regionCode: string, childId: string, pictures: readonly Drawing[], code = newWordCode()): Promise<string> {
  const child = await childOnPaper(ctx, regionCode, childId);
  if (child.hasGuardian) throw new Refusal('card-is-the-guardians');
  const picturesHash = await hashPictures(pictures);
  return change(ctx, (tx) => writeCard(tx, child, picturesHash, code));
}
