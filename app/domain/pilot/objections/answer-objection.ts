import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { correctEntry, correctNotice, removeEntry, restoreEntry } from '#app/domain/pilot/notices/correct-notice.ts';
import { endHold } from '#app/domain/pilot/notices/holds.ts';
import { openReconsideration } from '#app/domain/pilot/panels/reconsider.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdOpen } from './hold-objection.ts';
import type { AnswerInput } from './input.ts';
import { clockOf, type Effect, effectsOf } from './model.ts';
import { objections } from './tables.server.ts';

type Held = Awaited<ReturnType<typeof holdOpen>>;

/**
 * 答复异议: what was found, the rule and the reasons, once. Upheld, it changes the list at the same moment; the first answer may be
 * appealed against for some working days, and so long the list waits.
 */
export function answerObjection(ctx: Ctx, id: string, input: AnswerInput): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await holdOpen(tx, id);
    const { objection, regionCode, settings } = held;
    const { outcome, findings, rule, answer } = input;
    const effect = outcome === 'upheld' ? input.effect : 'none';
    if (outcome === 'upheld' && !effectsOf(objection).includes(effect)) throw new Refusal('effect-not-for-kind', 400);

    const today = beijingDay(tx.now);
    const appealUntil = objection.level === 1 ? await addWorkdays(tx, today, clockOf(settings).appealDays) : null;
    const decision = { outcome, effect, findings, rule, answer };
    await tx.db
      .update(objections)
      .set({
        ...decision, state: 'answered', appealUntil, answeredBy: tx.actor.id, answeredAt: tx.now,
        ...(objection.handlerId ? {} : { handlerId: tx.actor.id, handlerName: tx.actor.name, takenUpAt: tx.now }),
      })
      .where(eq(objections.id, id));
    await endHold(tx, objection.holdId, appealUntil ?? addDays(today, -1));
    await tx.record('objection.answered', { id, regionCode }, { noticeId: objection.noticeId, outcome, effect, hash: answerHash({ id, ...decision }) });
    await changeList(tx, held, effect, input);
  });
}

/** 决定指纹: SHA-256 of the answer as it was given. */
export function answerHash({ id, outcome, effect, findings, rule, answer }: { id: string; outcome: string | null; effect: Effect; findings: string; rule: string; answer: string }): string {
  return createHash('sha256').update(canonicalJson({ id, outcome, effect, findings, rule, answer })).digest('hex');
}

/** 对名单的影响, through the verbs of the notice itself. */
async function changeList(tx: Change, { objection, notice }: Held, effect: Effect, { answer, correction, title, body }: AnswerInput): Promise<void> {
  const { noticeId, applicationId } = objection;
  if (effect === 'notice-corrected') await correctNotice(tx, noticeId, { title, body: body || notice.body, reason: answer.slice(0, 1000) });
  if (!applicationId) return;
  if (effect === 'entry-removed') await removeEntry(tx, noticeId, applicationId, answer);
  if (effect === 'entry-restored') await restoreEntry(tx, noticeId, applicationId, answer);
  if (effect === 'reconsidered') await openReconsideration(tx, applicationId, { ground: 'objection', reason: answer.slice(0, 1000) });
  if (effect === 'entry-corrected') await correctEntry(tx, noticeId, { applicationId, correction });
}
