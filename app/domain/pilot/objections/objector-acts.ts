import { and, desc, eq } from 'drizzle-orm';
import type { Looked } from '#app/domain/base/files/store-file.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { endHold, placeHold } from '#app/domain/pilot/notices/holds.ts';
import { notices } from '#app/domain/pilot/notices/tables.server.ts';
import { type Change, change } from '#app/platform/change.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { addDays, beijingDay, startOfBeijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { newCode, tidyCode } from '#app/platform/spoken-code.ts';
import { enterObjection } from './enter-objection.ts';
import { enterEvidence, layEvidence, type Upload } from './evidence.ts';
import { type BoxAct, isOpen, mayAppeal, type Side } from './model.ts';
import { slowDown } from './receive-objection.ts';
import { objectionBox, objectionMessages, objections } from './tables.server.ts';

type Objection = typeof objections.$inferSelect;
/** What somebody says of an objection on a day, with evidence. */
export type Said = { body: string; evidence: Looked[]; day: string; holdId?: string | null };

/** 异议人办事: whoever holds the code answers the office, withdraws or appeals; without a name it waits in the box like the objection itself. */
export async function actByCode(ctx: Ctx, code: string, act: Exclude<BoxAct, 'object'>, given: { body: string; uploads?: readonly Upload[] }): Promise<void> {
  await slowDown(ctx, 'track', 60);
  const plain = tidyCode(code);
  const [objection] = await ctx.db.select().from(objections).where(eq(objections.code, plain));
  if (!objection) return dropFromBox(ctx, plain, act);
  const day = beijingDay(ctx.now);
  const evidence = await layEvidence(ctx, given.uploads ?? [], objection.isAnonymous);
  const said: Said = { body: given.body, evidence, day };
  if (objection.isAnonymous) {
    // No `change`: its record would carry the minute. The box is recorded when it is opened.
    await ctx.db.transaction(async (db) => {
      const tx = { ...ctx, db, actor: visitor };
      await mayAct(tx, objection, act, day);
      const [waiting] = await db.select({ id: objectionBox.id }).from(objectionBox).where(and(eq(objectionBox.code, plain), eq(objectionBox.act, act)));
      if (waiting) throw new Refusal('box-waits');
      const holdId = act === 'appeal' ? await placeHold(tx, objection.noticeId, false) : null;
      await db.insert(objectionBox).values({ code: plain, act, noticeId: objection.noticeId, objectionId: objection.id, holdId, day, content: said });
    });
    return;
  }
  await change({ ...ctx, actor: visitor, requestId: '' }, async (tx) => {
    const [held] = await tx.db.select().from(objections).where(eq(objections.id, objection.id)).for('update');
    await { reply, withdraw, appeal }[act](tx, held!, said);
  });
}

/** Not entered yet: it is taken back as if it had never come. */
async function dropFromBox(ctx: Ctx, code: string, act: BoxAct): Promise<void> {
  if (act !== 'withdraw') throw new Refusal('objection-not-found', 404);
  await ctx.db.transaction(async (db) => {
    const [row] = await db.delete(objectionBox).where(and(eq(objectionBox.code, code), eq(objectionBox.act, 'object'))).returning();
    if (!row) throw new Refusal('objection-not-found', 404);
    await endHold({ ...ctx, db }, row.holdId, addDays(row.day, -1));
  });
}

async function mayAct(ctx: Ctx, objection: Objection, act: Exclude<BoxAct, 'object'>, day: string): Promise<void> {
  if (act === 'reply') await isAsked(ctx, objection, 'objector');
  if (act === 'withdraw' && !isOpen(objection.state)) throw new Refusal('objection-answered');
  if (act === 'appeal') await mayBeAppealed(ctx, objection, 'objector', day);
}

/** 答复询问: once for each question; without one there is nothing to answer. */
export async function reply(tx: Change, objection: Objection, said: Said): Promise<void> {
  await isAsked(tx, objection, 'objector');
  await enterReply(tx, objection, 'objector', said);
}

/** A side's words and evidence, for the office alone. */
export async function enterReply(tx: Change, objection: Objection, side: Side, { body, evidence, day }: Said): Promise<void> {
  const isNamed = side === 'applicant';
  const at = objection.isAnonymous && side === 'objector' ? startOfBeijingDay(day) : tx.now;
  const [message] = await tx.db
    .insert(objectionMessages)
    .values({ objectionId: objection.id, side, isFromOffice: false, body, at, by: isNamed ? tx.actor.id : '', byName: isNamed ? tx.actor.name : '' })
    .returning({ id: objectionMessages.id });
  const { regionCode } = await placeOfNotice(tx, objection.noticeId);
  await enterEvidence(tx, { objectionId: objection.id, messageId: message!.id, side, regionCode }, evidence);
  await tx.record('objection.replied', { id: objection.id, regionCode }, { side });
}

/** 撤回: while nobody has decided; what was said stays. */
export async function withdraw(tx: Change, objection: Objection, { body, day }: Said): Promise<void> {
  if (!isOpen(objection.state)) throw new Refusal('objection-answered');
  await tx.db.update(objections).set({ state: 'withdrawn' }).where(eq(objections.id, objection.id));
  await endHold(tx, objection.holdId, addDays(day, -1));
  await tx.record('objection.withdrawn', { id: objection.id, regionCode: (await placeOfNotice(tx, objection.noticeId)).regionCode }, { reason: body });
}

/** 申诉: once, to the next level, where somebody else decides. */
export async function appeal(tx: Change, objection: Objection, said: Said): Promise<void> {
  await mayBeAppealed(tx, objection, 'objector', said.day);
  await enterAppeal(tx, objection, 'objector', said);
}

/** One more objection, on the second level, that holds the list again. */
export async function enterAppeal(tx: Change, { id, noticeId, applicationId, kind, isAnonymous }: Objection, raisedBy: Side, { body, evidence, day, ...said }: Said): Promise<string> {
  const { regionCode, settings } = await placeOfNotice(tx, noticeId);
  const holdId = said.holdId ?? (await placeHold(tx, noticeId, true));
  return enterObjection(
    tx,
    { noticeId, applicationId, kind, isAnonymous: raisedBy === 'objector' && isAnonymous, content: body, code: newCode(), day, holdId, evidence, appealOf: id, raisedBy },
    { regionCode, answerDays: settings.answerDays },
  );
}

export async function mayBeAppealed(ctx: Ctx, objection: Objection, side: Side, day: string): Promise<void> {
  const [made] = await ctx.db.select({ id: objections.id }).from(objections).where(eq(objections.appealOf, objection.id));
  if (made) throw new Refusal('appeal-once');
  if (!mayAppeal(objection, day, false, side)) throw new Refusal('appeal-not-now');
}

/** The last word between the office and a side is the office's. */
export async function isAsked(ctx: Ctx, { id, state }: Objection, side: Side): Promise<void> {
  const [last] = await ctx.db
    .select({ isFromOffice: objectionMessages.isFromOffice })
    .from(objectionMessages)
    .where(and(eq(objectionMessages.objectionId, id), eq(objectionMessages.side, side)))
    .orderBy(desc(objectionMessages.id))
    .limit(1);
  if (!last?.isFromOffice || !isOpen(state)) throw new Refusal('nothing-asked');
}

async function placeOfNotice(ctx: Ctx, noticeId: string) {
  const [row] = await ctx.db
    .select({ regionCode: calls.regionCode, settings: calls.notice })
    .from(notices)
    .innerJoin(calls, eq(calls.id, notices.callId))
    .where(eq(notices.id, noticeId));
  return row!;
}
