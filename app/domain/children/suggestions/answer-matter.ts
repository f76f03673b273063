import { holdForModeration } from '#app/domain/children/moderation/hold-for-moderation.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdMatter, mustMove, ofMatter, takeStep } from './hold-matter.ts';
import type { AnswerInput } from './input.ts';
import { suggestionMatters } from './tables.server.ts';

/** 答复: every child of the matter hears yes, partly or no, why, and for a yes who does it by when. Public only when somebody else has read it. */
export function answerMatter(ctx: Ctx, regionCode: string, id: string, input: AnswerInput): Promise<void> {
  return change(ctx, async (tx) => {
    const matter = await holdMatter(tx, regionCode, id);
    const { outcome, reason, text, called } = input;
    const isPromise = outcome !== 'not-adopted';
    const [owner, dueOn] = isPromise ? [input.owner, input.dueOn] : ['', null];
    mustMove(matter, isPromise ? 'adopted' : 'not-adopted');
    if (dueOn && dueOn < beijingDay(tx.now)) throw new Refusal('suggestion-day-past', 400);
    await tx.db
      .update(suggestionMatters)
      .set({ state: isPromise ? 'adopted' : 'not-adopted', outcome, owner, taskDueOn: dueOn, answeredAt: tx.now, seenAt: matter.seenAt ?? tx.now })
      .where(ofMatter(matter));
    if (matter.state === 'received') await takeStep(tx, matter, 'seen', {}, called);
    const stepId = await takeStep(tx, matter, 'answered', { text, outcome, reason, owner, dueOn }, called);
    await holdForModeration(tx, { kind: 'answer', subjectId: stepId, regionCode, texts: [{ field: 'text', text }], from: 'adult' });
    await tx.record('suggestion.answered', matter, { outcome, reason, dueOn });
  });
}
