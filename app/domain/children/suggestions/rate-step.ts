import { and, eq, inArray } from 'drizzle-orm';
import { holdForModeration } from '#app/domain/children/moderation/hold-for-moderation.ts';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { dueDays } from './clock.ts';
import { type Matter, ofMatter, takeStep } from './hold-matter.ts';
import { changeBySpeaker } from './hold-said.ts';
import type { RateInput } from './input.ts';
import { canMove } from './model.ts';
import { suggestionMatters, suggestionRatings, suggestionSteps } from './tables.server.ts';

/** A matter that children have sent back so often needs people to meet, not another form. */
const mostReopened = 3;

/**
 * 孩子的评价: whether the answer was understood and whether it is really better. More to say, or no better than before,
 * brings a settled matter back to an adult, and the clock of the answer begins again; while work goes on the staff are told.
 */
export function rateStep(ctx: Ctx, ticket: string, { stepId, understanding, better, more }: RateInput): Promise<{ reopened: boolean }> {
  return changeBySpeaker(ctx, ticket, async (tx, said, matter) => {
    if (!understanding && !better) throw new Refusal('rating-empty', 400);
    await mustBeRateable(tx, matter, stepId);
    const row = { understanding, better, more, ratedAt: tx.now };
    await tx.db
      .insert(suggestionRatings)
      .values({ countyCode: said.countyCode, suggestionId: said.id, stepId, ...row })
      .onConflictDoUpdate({ target: [suggestionRatings.countyCode, suggestionRatings.suggestionId, suggestionRatings.stepId], set: row });
    if (more) await holdForModeration(tx, { kind: 'suggestion', subjectId: `${said.id}:${stepId}`, regionCode: said.regionCode, texts: [{ field: 'text', text: more }], from: 'child', childId: said.childId });
    const wantsMore = understanding === 'more-to-say' || understanding === 'not-understood' || better === 'not-better';
    const reopened = wantsMore && matter.reopened < mostReopened && canMove(matter.state, 'seen');
    await tx.record('suggestion.rated', matter, { understanding, better, wantsMore });
    if (reopened) await reopen(tx, matter);
    return { reopened };
  });
}

/** Only an answer or a finished work of one's own matter is rated. */
async function mustBeRateable(tx: Change, matter: Matter, stepId: string): Promise<void> {
  const [step] = await tx.db
    .select({ id: suggestionSteps.id })
    .from(suggestionSteps)
    .where(and(eq(suggestionSteps.countyCode, matter.countyCode), eq(suggestionSteps.matterId, matter.id), eq(suggestionSteps.id, stepId), inArray(suggestionSteps.kind, ['answered', 'done'])));
  if (!step) throw new Refusal('suggestion-not-found', 404);
}

async function reopen(tx: Change, matter: Matter): Promise<void> {
  const { answerDueOn } = await dueDays(tx, matter.regionCode, beijingDay(tx.now));
  await tx.db.update(suggestionMatters).set({ state: 'seen', answerDueOn, answeredAt: null, doneAt: null, reopened: matter.reopened + 1 }).where(ofMatter(matter));
  await takeStep(tx, matter, 'reopened', { dueOn: answerDueOn });
  await tx.record('suggestion.reopened', matter, { times: matter.reopened + 1, answerDueOn });
}
