import { isChildHeld, isThingHeld } from '#app/domain/children/retention/hold.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { dropWords } from './drop-words.ts';
import { changeBySpeaker } from './hold-said.ts';

/** 收回: the child takes the words back, and they are gone; only what is kept to protect a child cannot be. */
export function takeBack(ctx: Ctx, ticket: string): Promise<void> {
  return changeBySpeaker(ctx, ticket, async (tx, said, matter) => {
    const isHeld = (await isThingHeld(tx, 'suggestions', [said.id, said.matterId], said.regionCode)) || (said.childId !== null && (await isChildHeld(tx, said.childId, said.regionCode)));
    if (said.lockedAt || isHeld) throw new Refusal('suggestion-kept-safe', 423);
    await dropWords(tx, said);
    await tx.record('suggestion.taken-back', matter);
  });
}
