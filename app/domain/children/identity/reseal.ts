import { eq } from 'drizzle-orm';
import { blind } from '#app/domain/base/accounts/sealed.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { opened, sealed, within } from './inside-identity.ts';
import { cards, children, guardianSlips, rightsRequests } from './tables.server.ts';

const again = (text: string) => sealed(opened(text));

/** 换钥: everything of this room that is sealed, sealed with the present AUTH_SECRET; codes are signed anew. */
export function resealChildren(ctx: Ctx): Promise<number> {
  return change(ctx, async (tx) => {
    const count = await within(tx.db, async (db) => {
      const kids = await db.select().from(children).for('update');
      for (const row of kids) await db.update(children).set({ sealedName: again(row.sealedName), sealedNickname: again(row.sealedNickname), sealedBirthday: again(row.sealedBirthday) }).where(eq(children.id, row.id));
      for (const row of await db.select().from(cards)) await db.update(cards).set({ sealedCode: again(row.sealedCode), codeSign: blind(opened(row.sealedCode), 'children') }).where(eq(cards.childId, row.childId));
      for (const row of await db.select().from(guardianSlips)) {
        await db.update(guardianSlips).set({ sealedCode: again(row.sealedCode), sealedName: again(row.sealedName), codeSign: blind(opened(row.sealedCode), 'children') }).where(eq(guardianSlips.id, row.id));
      }
      for (const row of await db.select().from(rightsRequests)) {
        await db.update(rightsRequests).set({ sealedWords: again(row.sealedWords), sealedAnswer: row.sealedAnswer && again(row.sealedAnswer) }).where(eq(rightsRequests.id, row.id));
      }
      return kids.length;
    });
    await tx.record('child.resealed', { id: 'children', regionCode: '*' }, { count });
    return count;
  });
}
