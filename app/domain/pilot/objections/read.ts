import { alias } from 'drizzle-orm/pg-core';
import { and, asc, eq, inArray, like, ne, or, type SQL, sql } from 'drizzle-orm';
import { allowAnywhere, mayAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { notices } from '#app/domain/pilot/notices/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { listEvidence } from './evidence.ts';
import { effectsOf, isOpen, type ObjectionState, openStates } from './model.ts';
import { isRecused, recusedFrom } from './recusal.ts';
import { objectionMessages, objections } from './tables.server.ts';

const lineTo = (ctx: Ctx) => ({
  id: objections.id, state: objections.state, outcome: objections.outcome, kind: objections.kind, level: objections.level, isAnonymous: objections.isAnonymous, handlerName: objections.handlerName,
  receivedAt: objections.receivedAt, answerDueOn: objections.answerDueOn, noticeId: objections.noticeId,
  noticeTitle: notices.title, about: nameIn(ctx),
});

/** `waiting` is everything that nobody has answered yet. */
export type ObjectionFilter = Cursor & { state?: ObjectionState | 'waiting' | undefined; noticeId?: string | undefined };

/** Those of the first level in one's own regions, and the appeals that go to one's own level. */
export function handled(ctx: Ctx): SQL {
  const wider = sql`case when length(${calls.regionCode}) <= 2 then '*' when length(${calls.regionCode}) <= 6 then left(${calls.regionCode}, -2) else left(${calls.regionCode}, 6) end`;
  const own = regionsFor(ctx.actor, 'objection.appeal');
  const above = own.includes('*') ? sql`true` : (or(...own.map((code) => like(wider, `${code}%`))) ?? sql`false`);
  return or(and(eq(objections.level, 1), within(ctx, 'objection.answer', calls.regionCode)), and(eq(objections.level, 2), above))!;
}

/** 异议列表: for those who answer them, newest first, by keyset. */
export async function listObjections(ctx: Ctx, filter: ObjectionFilter = {}, size = 30) {
  if (!mayAnywhere(ctx.actor, 'objection.appeal')) allowAnywhere(ctx, 'objection.answer');
  const cursor = cursorOf(filter);
  const page = keyset(objections.id, cursor, size);
  const rows = await ctx.db
    .select(lineTo(ctx))
    .from(objections)
    .innerJoin(notices, eq(notices.id, objections.noticeId))
    .innerJoin(calls, eq(calls.id, notices.callId))
    .leftJoin(applications, eq(applications.id, objections.applicationId))
    .leftJoin(regions, eq(regions.code, applications.regionCode))
    .where(and(
      handled(ctx),
      filter.state === 'waiting' ? inArray(objections.state, [...openStates]) : filter.state && eq(objections.state, filter.state),
      filter.noticeId && isId(filter.noticeId) ? eq(objections.noticeId, filter.noticeId) : undefined,
      page.where,
    ))
    .orderBy(page.order)
    .limit(page.limit);
  return pageOf(rows, cursor, (row) => row.id, size);
}

/** 异议: everything of it but who wrote it, for those who handle it; somebody involved learns only that they keep out. */
export async function getObjection(ctx: Ctx, id: string) {
  const main = alias(objections, 'main');
  const [row] = isId(id)
    ? await ctx.db
        .select({
          ...lineTo(ctx), content: objections.content, hash: objections.hash, findings: objections.findings, rule: objections.rule, answer: objections.answer, effect: objections.effect, answeredAt: objections.answeredAt,
          raisedBy: objections.raisedBy, firstDueOn: objections.firstDueOn, extensionReason: objections.extensionReason, appealUntil: objections.appealUntil, appealOf: objections.appealOf,
          duplicateOf: objections.duplicateOf, hasIdentity: sql<boolean>`(${objections.identity} <> '' or ${objections.plainName} <> '')`, noticeState: notices.state, noticeBody: notices.body,
          number: applications.number, applicationId: objections.applicationId, appealId: main.id,
        })
        .from(objections)
        .innerJoin(notices, eq(notices.id, objections.noticeId))
        .innerJoin(calls, eq(calls.id, notices.callId))
        .leftJoin(applications, eq(applications.id, objections.applicationId))
        .leftJoin(regions, eq(regions.code, applications.regionCode))
        .leftJoin(main, eq(main.appealOf, objections.id))
        .where(and(eq(objections.id, id), handled(ctx)))
    : [];
  if (!row) throw new Refusal('objection-not-found', 404);
  const isOut = await isRecused(ctx, id);
  const kept = isOut ? { ...row, content: '', findings: '', rule: '', answer: '', hash: '' } : row;
  return {
    ...kept, isRecused: isOut, isOpen: isOpen(row.state), effects: effectsOf(row),
    recused: isOut ? [] : await recusedFrom(ctx, id),
    messages: isOut ? [] : await messagesOf(ctx, id),
    files: isOut ? [] : await listEvidence(ctx, id),
    others: isOut ? [] : await othersOf(ctx, row.noticeId, id),
  };
}

function messagesOf(ctx: Ctx, id: string) {
  return ctx.db
    .select({ id: objectionMessages.id, side: objectionMessages.side, isFromOffice: objectionMessages.isFromOffice, body: objectionMessages.body, byName: objectionMessages.byName, dueOn: objectionMessages.dueOn, at: objectionMessages.at })
    .from(objectionMessages)
    .where(eq(objectionMessages.objectionId, id))
    .orderBy(asc(objectionMessages.id))
    .limit(200);
}

/** Of the same notice: what this one may be the same as. */
function othersOf(ctx: Ctx, noticeId: string, id: string) {
  return ctx.db
    .select({ id: objections.id, content: sql<string>`left(${objections.content}, 40)`, state: objections.state, about: nameIn(ctx) })
    .from(objections)
    .leftJoin(applications, eq(applications.id, objections.applicationId))
    .leftJoin(regions, eq(regions.code, applications.regionCode))
    .where(and(eq(objections.noticeId, noticeId), ne(objections.id, id), eq(objections.level, 1), inArray(objections.state, [...openStates, 'answered'])))
    .orderBy(asc(objections.id))
    .limit(100);
}
