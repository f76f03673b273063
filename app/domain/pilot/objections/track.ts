import { and, asc, eq, or } from 'drizzle-orm';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { notices } from '#app/domain/pilot/notices/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, startOfBeijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { tidyCode } from '#app/platform/spoken-code.ts';
import { type Given, receiptHash } from './enter-objection.ts';
import { listEvidence } from './evidence.ts';
import { isOpen, mayAppeal } from './model.ts';
import { slowDown } from './receive-objection.ts';
import { objectionBox, objectionMessages, objections } from './tables.server.ts';

const shownTo = (ctx: Ctx) => ({
  id: objections.id, code: objections.code, kind: objections.kind, level: objections.level, state: objections.state, outcome: objections.outcome, effect: objections.effect, findings: objections.findings,
  rule: objections.rule, answer: objections.answer, content: objections.content, hash: objections.hash, isAnonymous: objections.isAnonymous, raisedBy: objections.raisedBy, receivedAt: objections.receivedAt,
  answeredAt: objections.answeredAt, answerDueOn: objections.answerDueOn, firstDueOn: objections.firstDueOn, extensionReason: objections.extensionReason, appealUntil: objections.appealUntil,
  appealOf: objections.appealOf, duplicateOf: objections.duplicateOf, noticeId: objections.noticeId, noticeTitle: notices.title, noticeState: notices.state, about: nameIn(ctx),
});

/** 查进度: whoever holds the code sees what became of it, what the office asks and what they may still do; name and contact are shown to nobody here. */
export async function trackObjection(ctx: Ctx, code: string) {
  await slowDown(ctx, 'track', 60);
  const plain = tidyCode(code);
  const [row] = await from(ctx).where(eq(objections.code, plain));
  if (!row) return inBox(ctx, plain);
  const linked = await from(ctx).where(or(eq(objections.appealOf, row.id), row.duplicateOf ? eq(objections.id, row.duplicateOf) : undefined)).limit(5);
  const appeal = linked.find(({ appealOf }) => appealOf === row.id);
  const main = linked.find(({ id }) => id === row.duplicateOf);
  const messages = await ctx.db
    .select({ id: objectionMessages.id, isFromOffice: objectionMessages.isFromOffice, body: objectionMessages.body, dueOn: objectionMessages.dueOn, at: objectionMessages.at })
    .from(objectionMessages)
    .where(and(eq(objectionMessages.objectionId, row.id), eq(objectionMessages.side, 'objector')))
    .orderBy(asc(objectionMessages.id))
    .limit(200);
  const waiting = await ctx.db.select({ act: objectionBox.act }).from(objectionBox).where(eq(objectionBox.code, plain)).limit(5);
  const today = beijingDay(ctx.now);
  return {
    ...decided(row), isBoxed: false, waiting: waiting.map(({ act }) => act), messages, files: await listEvidence(ctx, row.id, 'objector'),
    appeal: appeal ? { ...decided(appeal), content: appeal.raisedBy === 'objector' ? appeal.content : '' } : undefined,
    main: main ? { state: main.state, outcome: decided(main).outcome, answer: decided(main).answer } : undefined,
    isAsked: isOpen(row.state) && messages.at(-1)?.isFromOffice === true,
    mayWithdraw: isOpen(row.state), mayAppeal: mayAppeal(row, today, appeal !== undefined, 'objector'),
  };
}

function from(ctx: Ctx) {
  return ctx.db
    .select(shownTo(ctx))
    .from(objections)
    .innerJoin(notices, eq(notices.id, objections.noticeId))
    .leftJoin(applications, eq(applications.id, objections.applicationId))
    .leftJoin(regions, eq(regions.code, applications.regionCode))
    .$dynamic();
}

/** What is being written is nobody's to read before it is given. */
function decided<T extends { state: string; findings: string; rule: string; answer: string }>(row: T): T {
  return row.state === 'answered' ? row : { ...row, findings: '', rule: '', answer: '' };
}

/** Still in the box: the code works from the first moment. */
async function inBox(ctx: Ctx, code: string) {
  const [row] = await ctx.db
    .select({ box: objectionBox, noticeTitle: notices.title, noticeState: notices.state, settings: calls.notice })
    .from(objectionBox)
    .innerJoin(notices, eq(notices.id, objectionBox.noticeId))
    .innerJoin(calls, eq(calls.id, notices.callId))
    .where(and(eq(objectionBox.code, code), eq(objectionBox.act, 'object')));
  if (!row) throw new Refusal('objection-not-found', 404);
  const given = row.box.content as Given;
  const about = given.applicationId
    ? (await ctx.db.select({ name: nameIn(ctx) }).from(applications).innerJoin(regions, eq(regions.code, applications.regionCode)).where(eq(applications.id, given.applicationId)))[0]?.name
    : undefined;
  return {
    id: '', code, kind: given.kind, level: 1, state: 'received' as const, outcome: null, effect: 'none' as const, findings: '', rule: '', answer: '', content: given.content, isAnonymous: true,
    hash: receiptHash({ ...given, evidence: given.evidence.map(({ sha256 }) => sha256) }), raisedBy: 'objector' as const, receivedAt: startOfBeijingDay(row.box.day), answeredAt: null,
    answerDueOn: await addWorkdays(ctx, row.box.day, row.settings.answerDays), firstDueOn: null, extensionReason: '', appealUntil: null, appealOf: null, duplicateOf: null,
    noticeId: row.box.noticeId, noticeTitle: row.noticeTitle, noticeState: row.noticeState, about: about ?? null,
    isBoxed: true, waiting: [], messages: [], appeal: undefined, main: undefined, isAsked: false, mayWithdraw: true, mayAppeal: false,
    files: given.evidence.map(({ name, mediaType, size, sha256 }) => ({ fileId: '', name, mediaType, size, sha256, scan: 'waiting' as const, state: 'stored' as const, side: 'objector' as const, messageId: null })),
  };
}

export type Tracked = Awaited<ReturnType<typeof trackObjection>>;
