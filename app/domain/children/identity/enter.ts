import { and, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { blindOnes } from '#app/domain/base/accounts/sealed.ts';
import { change } from '#app/platform/change.ts';
import type { ChildHere, Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { limit, sharedKey } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { attempts } from '#app/platform/tables.server.ts';
import { tidyWordCode } from './code-words.ts';
import { mayProcess } from './consents.ts';
import { opened, within } from './inside-identity.ts';
import { ageOn, cardLockMinutes, type Drawing, layerOf, maxWrongCodes, maxWrongPictures, wrongCodeSeconds } from './model.ts';
import { arePictures } from './pictures.ts';
import { cards, children, classCodes } from './tables.server.ts';

/** 进来: with a class or community code, or with a card and its drawings. A card without its drawings is asked for them. */
export async function enter(ctx: Ctx, typed: string, pictures: readonly Drawing[]): Promise<ChildHere | 'pictures-needed'> {
  await refuseGuessing(ctx);
  const code = tidyWordCode(typed);
  const card = code && (await findCard(ctx, code));
  if (card) return pictures.length === 0 ? 'pictures-needed' : enterByCard(ctx, card, pictures);
  const here = code && (await enterByClassCode(ctx, code));
  if (here) return here;
  await limit(ctx, guessKey(ctx), maxWrongCodes, wrongCodeSeconds);
  throw new Refusal('child-code-unknown', 404);
}

const guessKey = (ctx: Ctx) => `child-code:${ctx.address ?? 'unknown'}`;

/** Only wrong codes count, so a class of forty behind one address comes in; after too many even a right one waits. */
async function refuseGuessing(ctx: Ctx) {
  const [row] = await ctx.db.select({ count: attempts.count }).from(attempts).where(and(eq(attempts.key, sharedKey(guessKey(ctx))), sql`${attempts.until} > ${ctx.now}`));
  if ((row?.count ?? 0) >= maxWrongCodes) throw new Refusal('too-many-tries', 429);
}

async function findCard(ctx: Ctx, code: string) {
  const [row] = await within(ctx.db, (db) => db.select().from(cards).innerJoin(children, eq(children.id, cards.childId)).where(inArray(cards.codeSign, blindOnes(code, 'children'))));
  return row;
}

type Card = NonNullable<Awaited<ReturnType<typeof findCard>>>;

async function enterByCard(ctx: Ctx, { cards: card, children: child }: Card, pictures: readonly Drawing[]): Promise<ChildHere> {
  if (card.lockedUntil && card.lockedUntil > ctx.now) throw new Refusal('child-card-locked', 423);
  // One try is taken before the drawings are looked at, so that a hundred at once are still five.
  const taken = await change(ctx, async (tx) => {
    const [row] = await within(tx.db, (db) =>
      db.update(cards)
        .set({
          wrongCount: sql`case when ${cards.lockedUntil} <= ${tx.now} then 1 else ${cards.wrongCount} + 1 end`,
          lockedUntil: sql`case when ${cards.wrongCount} + 1 >= ${maxWrongPictures} and (${cards.lockedUntil} is null or ${cards.lockedUntil} > ${tx.now}) then ${new Date(tx.now.getTime() + cardLockMinutes * 60_000)}::timestamptz end`,
        })
        .where(eq(cards.childId, card.childId)).returning({ wrongCount: cards.wrongCount }));
    await tx.record('child.card-tried', { id: 'card', regionCode: child.regionCode });
    return row?.wrongCount ?? maxWrongPictures + 1;
  });
  if (taken > maxWrongPictures) throw new Refusal('child-card-locked', 423);
  if (!(await arePictures(pictures, card.picturesHash))) throw new Refusal(taken >= maxWrongPictures ? 'child-card-locked' : 'child-pictures-wrong', taken >= maxWrongPictures ? 423 : 403);
  if (!(await mayProcess(ctx, child.id, 'registration'))) throw new Refusal('child-consent-renewal', 403);
  await change(ctx, async (tx) => {
    await within(tx.db, (db) => db.update(cards).set({ wrongCount: 0, lockedUntil: null }).where(eq(cards.childId, card.childId)));
    await tx.record('child.entered', { id: 'card', regionCode: child.regionCode });
  });
  return { childId: child.id, codeId: null, regionCode: child.regionCode, layer: layerOf(ageOn(opened(child.sealedBirthday), beijingDay(ctx.now))) };
}

async function enterByClassCode(ctx: Ctx, code: string): Promise<ChildHere | undefined> {
  const today = beijingDay(ctx.now);
  const [known] = await ctx.db.select({ id: classCodes.id }).from(classCodes).where(eq(classCodes.code, code));
  if (!known) return undefined;
  return change(ctx, async (tx) => {
    const [row] = await tx.db
      .update(classCodes)
      .set({ uses: sql`${classCodes.uses} + 1` })
      .where(and(
        eq(classCodes.id, known.id), isNull(classCodes.revokedAt), lte(classCodes.validFrom, today), gte(classCodes.validTo, today),
        or(isNull(classCodes.mostUses), sql`${classCodes.uses} < ${classCodes.mostUses}`),
      ))
      .returning();
    if (!row) throw new Refusal('class-code-over', 410);
    await tx.record('class-code.used', { id: row.id, regionCode: row.regionCode });
    return { childId: null, codeId: row.id, regionCode: row.regionCode, layer: row.layer };
  });
}
