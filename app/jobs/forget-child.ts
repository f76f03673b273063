import { forgetChild as forgetCouncils } from '#app/domain/children/councils/forget-child.ts';
import { forgetChild as forgetIncidents } from '#app/domain/children/incidents/forget-child.ts';
import { forgetChild as forgetModeration } from '#app/domain/children/moderation/forget-child.ts';
import { forgetChild as forgetShares } from '#app/domain/children/sharing/forget-child.ts';
import { forgetChild as forgetWorks } from '#app/domain/children/solicitations/forget-child.ts';
import { forgetChild as forgetSuggestions } from '#app/domain/children/suggestions/forget-child.ts';
import { noteErasure } from '#app/domain/children/identity/erasure-list.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 忘记一个孩子: what each room that holds something of a child does when that child is erased. Moderation is last: the others ask it what is locked. */
export const forgetters: readonly ((tx: Change, childId: string) => Promise<unknown>)[] = [forgetSuggestions, forgetCouncils, forgetWorks, forgetShares, forgetIncidents, forgetModeration];

/** 逐室忘记: in one change, so that a child is gone everywhere or is tried again. */
export async function forgetChild(ctx: Ctx, childId: string): Promise<void> {
  await change(ctx, async (tx) => {
    for (const forget of forgetters) await forget(tx, childId);
    await noteErasure(childId, tx.now);
    await tx.record('child.forgotten', { id: childId, regionCode: '*' }, { rooms: forgetters.length });
  });
}
