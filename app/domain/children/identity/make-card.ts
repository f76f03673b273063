import { eq } from 'drizzle-orm';
import { blind } from '#app/domain/base/accounts/sealed.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { newWordCode } from './code-words.ts';
import { opened, sealed, within } from './inside-identity.ts';
import type { Drawing } from './model.ts';
import { ownChild } from './own-child.ts';
import { hashPictures } from './pictures.ts';
import { cards } from './tables.server.ts';

/** 做登录卡: a code to keep and drawings the child chose; a new card makes the old one worthless. */
export async function makeCard(ctx: Ctx, childId: string, pictures: readonly Drawing[], code = newWordCode()): Promise<string> {
  const own = await ownChild(ctx, childId);
  const picturesHash = await hashPictures(pictures);
  return change(ctx, (tx) => writeCard(tx, own, picturesHash, code));
}

/** The record says that a card was made there, never whose. */
export async function writeCard(tx: Change, { id: childId, regionCode }: { id: string; regionCode: string }, picturesHash: string, code: string): Promise<string> {
  const card = { sealedCode: sealed(code), codeSign: blind(code, 'children'), picturesHash, wrongCount: 0, lockedUntil: null, madeAt: tx.now };
  await within(tx.db, (db) => db.insert(cards).values({ childId, ...card }).onConflictDoUpdate({ target: cards.childId, set: card }));
  await tx.record('child.card-made', { id: 'card', regionCode });
  return code;
}

/** 登录卡上的码, for the guardian to print again; the drawings are never shown. */
export async function cardOf(ctx: Ctx, childId: string): Promise<{ id: string; nickname: string; card: { code: string; madeAt: Date } | undefined }> {
  const { id, nickname } = await ownChild(ctx, childId);
  const [row] = await within(ctx.db, (db) => db.select().from(cards).where(eq(cards.childId, childId)));
  return { id, nickname, card: row && { code: opened(row.sealedCode), madeAt: row.madeAt } };
}
