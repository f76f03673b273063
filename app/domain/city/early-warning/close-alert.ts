import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { allow } from '#app/domain/base/accounts/access.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Alert, hasHandled, holdAlert, takeStep } from './hold-alert.ts';
import type { JudgeInput } from './input.ts';

/** 送回之后: so many working days to answer anew. */
const againDays = 3;

/** 办结: a second person judges whether there was something to it. One that ended by itself is judged the same way and stays ended. */
export function closeAlert(ctx: Ctx, id: string, { verdict, words }: JudgeInput): Promise<void> {
  return change(ctx, async (tx) => {
    const alert = await forSecond(tx, id);
    const hasEnded = alert.state === 'ended' && alert.verdict === null;
    if (alert.state !== 'answered' && !hasEnded) throw new Refusal('alert-not-answered');
    const set = { verdict, closedByName: tx.actor.name, closedAt: tx.now };
    await takeStep(tx, alert, hasEnded ? 'judged' : 'closed', hasEnded ? set : { ...set, state: 'closed' as const }, words);
    await tx.record(hasEnded ? 'alert.judged' : 'alert.closed', alert, { rule: alert.rule, verdict });
  });
}

/** 送回: the answer does not do; it waits again, with the reason. */
export function sendBack(ctx: Ctx, id: string, { words }: { words: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const alert = await forSecond(tx, id);
    if (alert.state !== 'answered') throw new Refusal('alert-not-answered');
    const dueOn = await addWorkdays(tx, beijingDay(tx.now), againDays);
    await takeStep(tx, alert, 'sent-back', { state: 'open', dueOn, escalation: 0 }, words);
    await tx.record('alert.sent-back', alert, { reason: words });
    const place = (await placeNames(tx, [alert.regionCode]))(alert.regionCode);
    await tell(tx, [alert.answeredById!], 'warning-sent-back', { place, day: dueOn }, `/desk/warnings/${id}`, `${id}:${tx.now.toISOString()}`);
  });
}

async function forSecond(tx: Change, id: string): Promise<Alert> {
  const alert = await holdAlert(tx, id);
  allow(tx, 'warning.close', alert);
  if (alert.answeredById === tx.actor.id) throw new Refusal('alert-own-answer', 403);
  if (hasHandled(alert, tx.actor.id)) throw new Refusal('alert-handled', 403);
  return alert;
}
