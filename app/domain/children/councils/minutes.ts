import { holdForModeration } from '#app/domain/children/moderation/hold-for-moderation.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdAs, itself } from './find.ts';
import { councilSessions } from './tables.server.ts';

/** 会议记录: for the file, and in words a child can read; both are read by somebody else before they are public. */
export function writeMinutes(ctx: Ctx, sessionId: string, { minutes, childMinutes }: { minutes: string; childMinutes: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const session = await holdAs(tx, 'council.keep', 'session', sessionId);
    if (session.state !== 'held' && session.state !== 'running') throw new Refusal('council-session-not-running');
    await tx.db.update(councilSessions).set({ minutes, childMinutes, minutesByName: tx.actor.name }).where(itself(councilSessions, session));
    await holdForModeration(tx, {
      kind: 'minutes', subjectId: sessionId, regionCode: session.regionCode, from: 'adult', texts: [{ field: 'minutes', text: minutes }, { field: 'childMinutes', text: childMinutes }],
    });
    await tx.record('council.minutes-written', session);
  });
}
