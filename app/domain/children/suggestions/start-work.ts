import { holdForModeration } from '#app/domain/children/moderation/hold-for-moderation.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdMatter, mustMove, ofMatter, takeStep } from './hold-matter.ts';
import type { StartInput } from './input.ts';
import { suggestionMatters } from './tables.server.ts';

/** 开始做了: the children are told when work begins; another day than the one promised is told with it. */
export function startWork(ctx: Ctx, regionCode: string, id: string, { text, dueOn, called }: StartInput): Promise<void> {
  return change(ctx, async (tx) => {
    const matter = await holdMatter(tx, regionCode, id);
    mustMove(matter, 'under-way');
    if (dueOn && dueOn < beijingDay(tx.now)) throw new Refusal('suggestion-day-past', 400);
    await tx.db.update(suggestionMatters).set({ state: 'under-way', taskDueOn: dueOn ?? matter.taskDueOn }).where(ofMatter(matter));
    const stepId = await takeStep(tx, matter, 'started', { text, owner: matter.owner, dueOn: dueOn ?? matter.taskDueOn }, called);
    await holdForModeration(tx, { kind: 'answer', subjectId: stepId, regionCode, texts: [{ field: 'text', text }], from: 'adult' });
    await tx.record('suggestion.started', matter, { dueOn: dueOn ?? matter.taskDueOn, promised: matter.taskDueOn });
  });
}
