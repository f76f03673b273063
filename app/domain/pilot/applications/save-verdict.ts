import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { VerdictInput } from './check-input.ts';
import { isItem } from './checklist.ts';
import { inCheck } from './check-completeness.ts';
import { questionsOf } from '#app/domain/pilot/calls/model.ts';
import { checkItems } from './tables.server.ts';

/** 核验判断: one item at a time, saved as it is made; a colleague's newer verdict is never overwritten unseen. */
export function saveVerdict(ctx: Ctx, id: string, input: VerdictInput): Promise<string> {
  return change(ctx, async (tx) => {
    const application = await inCheck(tx, id);
    allow(tx, 'application.check', application);
    if (!isItem(input.item, questionsOf(application.questionSet).map((question) => question.id))) throw new Refusal('check-item-unknown', 400);

    const key = and(eq(checkItems.applicationId, id), eq(checkItems.round, application.round), eq(checkItems.item, input.item));
    const [before] = await tx.db.select().from(checkItems).where(key);
    const isSeen = !before || before.checkedBy === tx.actor.id || before.checkedAt.toISOString() === input.seen;
    if (!isSeen) throw new Refusal('changed-meanwhile');

    if (input.verdict === 'none') {
      await tx.db.delete(checkItems).where(key);
    } else {
      const verdict = { verdict: input.verdict, reason: input.verdict === 'return' ? input.reason : '', checkedBy: tx.actor.id, checkedAt: tx.now };
      await tx.db
        .insert(checkItems)
        .values({ applicationId: id, round: application.round, item: input.item, ...verdict })
        .onConflictDoUpdate({ target: [checkItems.applicationId, checkItems.round, checkItems.item], set: verdict });
    }
    await tx.record('application.item-checked', application, { item: input.item, verdict: input.verdict, round: application.round });
    return input.verdict === 'none' ? '' : tx.now.toISOString();
  });
}
