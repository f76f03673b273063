import { count, eq } from 'drizzle-orm';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { decide } from '#app/domain/pilot/review/decide.ts';
import type { DecideInput } from '#app/domain/pilot/review/input.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { draftOf } from './advice.ts';
import { explanationOf } from './explain.ts';
import { fingerprint } from './fingerprint.ts';
import { isStopped, judge, type Judged, readiness } from './judged.ts';
import { decisionExplanations } from './tables.server.ts';

type Place = { rank: number; places: number };

/** 作出决定并说明: under all the rules of deciding; what explains it is frozen in the same moment, with its fingerprint. */
export function decideExplained(ctx: Ctx, applicationId: string, input: DecideInput, place: Place | null = null): Promise<void> {
  return change(ctx, async (tx) => {
    let judged: Judged | undefined;
    await decide(tx, applicationId, input, async (inside) => {
      [judged] = await judge(inside, [applicationId]);
      return { isEnough: readiness(judged!) === 'ready', isStopped: isStopped(judged!), score: judged!.score.value };
    });
    await freezeExplanation(tx, judged!, input, place);
  });
}

/** 冻结说明: the first with the decision, one more with each reconsideration. */
export async function freezeExplanation(tx: Change, judged: Judged, { outcome, reason }: DecideInput, place: Place | null): Promise<void> {
  const { id: applicationId, regionCode, callId } = judged;
  const [call] = await tx.db.select({ title: calls.title, titleEn: calls.titleEn }).from(calls).where(eq(calls.id, callId));
  const [before] = await tx.db.select({ made: count() }).from(decisionExplanations).where(eq(decisionExplanations.applicationId, applicationId));
  const { advice } = await draftOf(tx, applicationId);
  const content = explanationOf(judged, advice, { outcome, reason, day: beijingDay(tx.now), call: call!, place });
  const hash = fingerprint(content);
  const sequence = (before?.made ?? 0) + 1;
  await tx.db.insert(decisionExplanations).values({ applicationId, sequence, content, hash, frozenAt: tx.now });
  await tx.record('decision.explained', { id: applicationId, regionCode }, { number: judged.number, sequence, hash });
}
