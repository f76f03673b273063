import { and, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { blind, blindOnes } from '#app/domain/base/accounts/sealed.ts';
import { change } from '#app/platform/change.ts';
import type { ChildHere, Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { guess, type Guesser } from '#app/platform/guesses.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { tidyWordCode } from './code-words.ts';
import { mayProcess } from './consents.ts';
import { opened, within } from './inside-identity.ts';
import { ageOn, cardLockMinutes, type Drawing, layerOf, maxWrongPictures, wrongCodes } from './model.ts';
import { arePictures } from './pictures.ts';
import { cards, children, classCodes } from './tables.server.ts';

/** 进来: with a class or community code, or with a card and its drawings. A card without its drawings is asked for them. */
export async function enter(ctx: Ctx, typed: string, pictures: readonly Drawing[]): Promise<ChildHere | 'pictures-needed'> {
  const code = tidyWordCode(typed);
  if (!code) throw new Refusal('child-code-unknown', 404);
  const found = await guess<{ card: Card } | { here: ChildHere }>(ctx, codeGuesser(ctx), [blind(code, 'children')], async () => {
    const card = await findCard(ctx, code);
    if (card) return { card };
    const here = await enterByClassCode(ctx, code);
    return here && { here };
  });
  if (!found) throw new Refusal('child-code-unknown', 404);
  if ('here' in found) return found.here;
  return pictures.length === 0 ? 'pictures-needed' : enterByCard(ctx, found.card, pictures);
}

/** Only different wrong codes count, so a class of forty behind one address comes in; after too many even a right one waits (docs/adr/0072). */
const codeGuesser = (ctx: Ctx): Guesser => ({ kind: 'child-code', who: ctx.address ?? 'unknown', bounds: wrongCodes });

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
