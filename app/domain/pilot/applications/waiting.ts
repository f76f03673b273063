import { and, asc, eq, isNotNull, lt, type SQL } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { together } from '#app/platform/together.ts';
import { mostCounted } from './queue.ts';
import { applications } from './tables.server.ts';

/** The days on which these are due, the earliest first, no more than a hundred. */
function daysOf(ctx: Ctx, day: typeof applications.checkDueOn | typeof applications.answerDueOn, where: SQL | undefined): Promise<(string | null)[]> {
  return together(ctx, ctx.db.select({ day }).from(applications).where(where).orderBy(asc(day)).limit(mostCounted + 1));
}

/** 待核验: when each check is due. */
export function checksDue(ctx: Ctx) {
  const open = and(eq(applications.status, 'submitted'), isNotNull(applications.checkDueOn));
  return daysOf(ctx, applications.checkDueOn, and(open, within(ctx, 'application.queue', applications.regionCode)));
}

/** 核验超期. */
export function checksOverdue(ctx: Ctx) {
  const late = and(eq(applications.status, 'submitted'), lt(applications.checkDueOn, beijingDay(ctx.now)));
  return daysOf(ctx, applications.checkDueOn, and(late, within(ctx, 'application.queue', applications.regionCode)));
}

async function countIn(ctx: Ctx, where: SQL | undefined): Promise<number> {
  return (await together(ctx, ctx.db.select({ id: applications.id }).from(applications).where(where).limit(mostCounted + 1))).length;
}

/** 待分配专家: complete, and no expert yet; the first one who is assigned opens the review. */
export function countWithoutExperts(ctx: Ctx): Promise<number> {
  return countIn(ctx, and(eq(applications.status, 'complete'), within(ctx, 'review.assign', applications.regionCode)));
}

/** 我的草稿: of this person's own government or community. */
export function countDrafts(ctx: Ctx): Promise<number> {
  return countIn(ctx, and(eq(applications.status, 'draft'), within(ctx, 'application.fill', applications.regionCode)));
}

/** 退回待补正: when each answer is due. */
export function returnsDue(ctx: Ctx) {
  return daysOf(ctx, applications.answerDueOn, and(eq(applications.status, 'returned'), within(ctx, 'application.fill', applications.regionCode)));
}
