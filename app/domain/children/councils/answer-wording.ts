import { and, eq } from 'drizzle-orm';
import { answerEdit } from '#app/domain/children/moderation/edit-text.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { change } from '#app/platform/change.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { hold, holdAs } from './find.ts';

/** 改写行不行: whoever put the motion, or stands, reads the wording that would be shown and says yes or no. */
export function answerWording(ctx: Ctx, kind: 'motion' | 'candidate', id: string, agrees: boolean): Promise<void> {
  const childId = ctx.child?.childId;
  return change({ ...ctx, actor: visitor, requestId: '' }, async (tx) => {
    const { childId: whose, regionCode } = kind === 'motion' ? await hold(tx, 'motion', id) : await hold(tx, 'candidate', id);
    if (!childId || whose !== childId) throw new Refusal(`council-${kind}-not-found`, 404);
    await answerEdit(tx, { kind: 'motion', subjectId: id, regionCode }, agrees, 'child');
    await tx.record('council.wording-answered', { id, regionCode }, { agrees });
  });
}

/** 代记同意 of a child without an account, who was asked face to face: by somebody else than the one who changed the words. */
export function answerWordingOnPaper(ctx: Ctx, motionId: string, agrees: boolean): Promise<void> {
  return change(ctx, async (tx) => {
    const motion = await holdAs(tx, 'council.keep', 'motion', motionId);
    if (motion.childId) throw new Refusal('council-child-answers-itself', 403);
    const [item] = await tx.db.select({ by: moderationItems.concludedBy }).from(moderationItems)
      .where(and(eq(moderationItems.countyCode, motion.countyCode), eq(moderationItems.kind, 'motion'), eq(moderationItems.subjectId, motionId)));
    if (item?.by === tx.actor.id) throw new Refusal('council-own-wording', 403);
    await answerEdit(tx, { kind: 'motion', subjectId: motionId, regionCode: motion.regionCode }, agrees, 'child');
    await tx.record('council.wording-answered', motion, { agrees, onPaper: true });
  });
}
