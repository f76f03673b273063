import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { CorrectInput } from './input.ts';
import { sealed, within } from './inside-identity.ts';
import { ownChild } from './own-child.ts';
import { ageAtRegistration } from './register-child.ts';
import { children } from './tables.server.ts';

/** 更正: by the guardian, at once. */
export async function correctChild(ctx: Ctx, childId: string, { name, nickname, birthday }: CorrectInput): Promise<void> {
  const own = await ownChild(ctx, childId);
  ageAtRegistration(ctx, birthday);
  await change(ctx, async (tx) => {
    await within(tx.db, (db) => db.update(children).set({ sealedName: sealed(name), sealedNickname: sealed(nickname), sealedBirthday: sealed(birthday) }).where(eq(children.id, childId)));
    await tx.record('child.corrected', { id: childId, regionCode: own.regionCode });
  });
}
