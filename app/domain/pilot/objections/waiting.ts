import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { notices } from '#app/domain/pilot/notices/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { together } from '#app/platform/together.ts';
import { openStates } from './model.ts';
import { handled } from './read.ts';
import { objections } from './tables.server.ts';

/** 异议待答复: when each answer that I may give is due, the earliest first, no more than a hundred; what I am involved in is not mine. */
export function objectionsDue(ctx: Ctx): Promise<string[]> {
  return together(ctx, ctx.db
    .select({ day: objections.answerDueOn })
    .from(objections)
    .innerJoin(notices, eq(notices.id, objections.noticeId))
    .innerJoin(calls, eq(calls.id, notices.callId))
    .where(and(inArray(objections.state, [...openStates]), handled(ctx), sql`not exists (select from objection_recused(${objections.id}) r where r.user_id = ${ctx.actor.id})`))
    .orderBy(asc(objections.answerDueOn))
    .limit(100));
}
