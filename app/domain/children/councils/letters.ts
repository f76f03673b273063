import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { leaveEvidence } from '#app/domain/base/evidence/leave-evidence.ts';
import { holdForModeration } from '#app/domain/children/moderation/hold-for-moderation.ts';
import { and, eq, inArray } from 'drizzle-orm';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { charterOf, find, hold, holdAs, itself, type Motion } from './find.ts';
import { standWithMatter } from './follow-matter.ts';
import { type AnswerVerdict, councilLevelOf } from './model.ts';
import { moveTo } from './put-motion.ts';
import { councilMotions, councils } from './tables.server.ts';

/** 去函: to the body responsible, which answers within the working days of the charter. */
export function sendMotion(ctx: Ctx, motionId: string, { body, bodyContact }: { body: string; bodyContact: string }): Promise<string> {
  return change(ctx, async (tx) => {
    const motion = await holdAs(tx, 'council.keep', 'motion', motionId);
    moveTo(motion, 'sent');
    const council = await find(tx, 'council', motion.councilId);
    const { answerDays } = await charterOf(tx, council, council.charterVersion);
    const today = beijingDay(tx.now);
    const answerDueOn = await addWorkdays(tx, today, answerDays);
    const sent = await tx.db.$count(councilMotions, and(eq(councilMotions.countyCode, motion.countyCode), eq(councilMotions.councilId, motion.councilId), eq(councilMotions.letterNumber, '')));
    const all = await tx.db.$count(councilMotions, and(eq(councilMotions.countyCode, motion.countyCode), eq(councilMotions.councilId, motion.councilId)));
    const letterNumber = `${today.slice(0, 4)}-${String(all - sent + 1).padStart(3, '0')}`;
    await tx.db.update(councilMotions).set({ state: 'sent', body, bodyContact, letterNumber, sentOn: today, answerDueOn }).where(itself(councilMotions, motion));
    await tx.record('council.motion-sent', motion, { body, answerDueOn, letterNumber });
    return answerDueOn;
  });
}

export type Answer = { verdict: AnswerVerdict; answer: string; childAnswer: string; answeredBy: string; sessionId?: string | undefined };

/** 答复: at a session or in writing, by a named role, with the reason and in children's words; a motion handed up is answered down as well. */
export function answerMotion(ctx: Ctx, motionId: string, { verdict, answer, childAnswer, answeredBy, sessionId }: Answer): Promise<void> {
  return change(ctx, async (tx) => {
    const motion = await holdAs(tx, 'council.answer', 'motion', motionId);
    if (motion.state === 'handed-up') throw new Refusal('council-motion-handed-up');
    moveTo(motion, 'answered');
    if (sessionId && (await find(tx, 'session', sessionId)).councilId !== motion.councilId) throw new Refusal('council-session-not-found', 404);
    const said = { answerVerdict: verdict, answer, childAnswer, answeredBy, answeredAt: tx.now, state: 'answered' as const };
    await tx.db.update(councilMotions).set({ ...said, answeredInSession: sessionId ?? null }).where(itself(councilMotions, motion));
    await answered(tx, motion, verdict);
    await standWithMatter(tx, { ...motion, ...said });
    await answerDown(tx, motion, said);
  });
}

async function answered(tx: Change, motion: Motion, verdict: AnswerVerdict): Promise<void> {
  const council = await find(tx, 'council', motion.councilId);
  await leaveEvidence(tx, {
    regionCode: motion.regionCode, kind: 'fact', title: `${council.name}议案的答复`, text: `议案表决通过后去函责任单位，已逐条答复并说明理由。`,
    source: { room: 'children/councils', name: council.name, subjectId: `answer-${motion.id}` }, ruleIds: ['A3.3'], validFrom: beijingDay(tx.now), isPublic: true,
  });
  await tx.record('council.motion-answered', motion, { verdict });
}

/** Down the line it came up, to the children who asked first. */
async function answerDown(tx: Change, motion: Motion, said: Partial<Motion>): Promise<void> {
  if (!motion.fromMotionId) return;
  const below = await hold(tx, 'motion', motion.fromMotionId);
  if (below.state !== 'handed-up') return;
  await tx.db.update(councilMotions).set(said).where(itself(councilMotions, below));
  await answered(tx, below, said.answerVerdict!);
  await answerDown(tx, below, said);
}

/** 上交: what the place itself cannot settle becomes a motion of the nearest council above, seconded by this one. */
export function handUp(ctx: Ctx, motionId: string): Promise<string> {
  return change(ctx, async (tx) => {
    const motion = await holdAs(tx, 'council.keep', 'motion', motionId);
    moveTo(motion, 'handed-up');
    const council = await find(tx, 'council', motion.councilId);
    const above = await councilAbove(tx, council.regionCode);
    if (!above) throw new Refusal('council-none-above');
    const [row] = await tx.db.insert(councilMotions).values({
      countyCode: above.countyCode, regionCode: above.regionCode, councilId: above.id, title: motion.title, text: motion.text, state: 'seconded', putAt: tx.now,
      fromMotionId: motion.id, fromCouncilName: council.name, fromCounty: motion.countyCode,
    }).returning({ id: councilMotions.id });
    // Whoever reads for the council above reads it anew: until then none of its children, and nobody outside, sees it.
    await holdForModeration(tx, { kind: 'motion', subjectId: row!.id, regionCode: above.regionCode, from: 'adult', texts: [{ field: 'title', text: motion.title }, { field: 'text', text: motion.text }] });
    await tx.db.update(councilMotions).set({ state: 'handed-up' }).where(itself(councilMotions, motion));
    await tx.record('council.motion-handed-up', motion, { to: above.regionCode });
    await tx.record('council.motion-put', { id: row!.id, regionCode: above.regionCode }, { from: council.regionCode });
    return row!.id;
  });
}

/** 上一级议事会: the nearest open one whose region contains this one. */
export async function councilAbove(ctx: Ctx, regionCode: string) {
  const codes = [9, 6, 4].filter((length) => length < regionCode.length).map((length) => regionCode.slice(0, length)).filter((code) => councilLevelOf(code));
  if (codes.length === 0) return undefined;
  const rows = await ctx.db.select().from(councils).where(and(inArray(councils.regionCode, codes), eq(councils.isClosed, false)));
  return rows.toSorted((a, b) => b.regionCode.length - a.regionCode.length)[0];
}
