import { and, eq, ne } from 'drizzle-orm';
import type { ObjectionState } from './model.ts';
import { notices, objections } from './tables.server.ts';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { tidyCode } from '#app/platform/spoken-code.ts';

/** 查进度: whoever holds the code sees what became of it; name and way to reach stay with the office. */
export async function trackObjection(ctx: Ctx, code: string) {
  await limit(ctx, `track:${ctx.address ?? 'unknown'}`, 60, 600);
  const [row] = await ctx.db
    .select({
      code: objections.code, state: objections.state, outcome: objections.outcome, answer: objections.answer, content: objections.content,
      receivedAt: objections.receivedAt, answeredAt: objections.answeredAt, answerDueOn: objections.answerDueOn,
      noticeId: objections.noticeId, noticeTitle: notices.title, noticeState: notices.state, about: regions.name,
    })
    .from(objections)
    .innerJoin(notices, eq(notices.id, objections.noticeId))
    .leftJoin(applications, eq(applications.id, objections.applicationId))
    .leftJoin(regions, eq(regions.code, applications.regionCode))
    .where(eq(objections.code, tidyCode(code)));
  if (!row) throw new Refusal('objection-not-found', 404);
  return row;
}

const line = {
  id: objections.id, state: objections.state, outcome: objections.outcome, isAnonymous: objections.isAnonymous,
  receivedAt: objections.receivedAt, answerDueOn: objections.answerDueOn, noticeId: objections.noticeId,
  noticeTitle: notices.title, about: regions.name,
};

/** `waiting` is everything that nobody has answered yet. */
export type ObjectionFilter = Cursor & { state?: ObjectionState | 'waiting' | undefined; noticeId?: string | undefined };

/** 异议列表: for those who answer them, newest first, by keyset. */
export async function listObjections(ctx: Ctx, filter: ObjectionFilter = {}, size = 30) {
  allowAnywhere(ctx, 'objection.answer');
  const cursor = cursorOf(filter);
  const page = keyset(objections.id, cursor, size);
  const rows = await ctx.db
    .select(line)
    .from(objections)
    .innerJoin(notices, eq(notices.id, objections.noticeId))
    .innerJoin(calls, eq(calls.id, notices.callId))
    .leftJoin(applications, eq(applications.id, objections.applicationId))
    .leftJoin(regions, eq(regions.code, applications.regionCode))
    .where(and(
      within(ctx, 'objection.answer', calls.regionCode),
      filter.state === 'waiting' ? ne(objections.state, 'answered') : filter.state && eq(objections.state, filter.state),
      filter.noticeId && isId(filter.noticeId) ? eq(objections.noticeId, filter.noticeId) : undefined,
      page.where,
    ))
    .orderBy(page.order)
    .limit(page.limit);
  return pageOf(rows, cursor, (row) => row.id, size);
}

/** 异议: everything of it, for those who answer it. */
export async function getObjection(ctx: Ctx, id: string) {
  const [row] = isId(id)
    ? await ctx.db
        .select({ ...line, name: objections.name, contact: objections.contact, content: objections.content, answer: objections.answer, answeredAt: objections.answeredAt, noticeState: notices.state, number: applications.number, applicationId: objections.applicationId })
        .from(objections)
        .innerJoin(notices, eq(notices.id, objections.noticeId))
        .innerJoin(calls, eq(calls.id, notices.callId))
        .leftJoin(applications, eq(applications.id, objections.applicationId))
        .leftJoin(regions, eq(regions.code, applications.regionCode))
        .where(and(eq(objections.id, id), within(ctx, 'objection.answer', calls.regionCode)))
    : [];
  if (!row) throw new Refusal('objection-not-found', 404);
  return row;
}
