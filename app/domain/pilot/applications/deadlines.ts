import { and, asc, eq, gte, isNotNull } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { applications } from './tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';

/** 期限: one day by which something is due: a draft, the answer to a return, or a check. */
export type Deadline = { id: string; kind: 'draft' | 'answer' | 'check'; day: string; number: string; unitName: string; updatedAt: Date };

/** 我的期限: of the last month and to come, the earliest first. */
export async function myDeadlines(ctx: Ctx): Promise<Deadline[]> {
  const since = addDays(beijingDay(ctx.now), -31);
  const asked = (kind: Deadline['kind'], day: typeof applications.answerDueOn | typeof applications.checkDueOn | typeof calls.closesOn, status: 'draft' | 'returned' | 'submitted', verb: 'application.fill' | 'application.queue') =>
    ctx.db
      .select({ id: applications.id, day, number: applications.number, unitName: nameThenAndNow(ctx, applications.regionCode, applications.createdAt), updatedAt: applications.updatedAt })
      .from(applications)
      .innerJoin(calls, eq(calls.id, applications.callId))
      .innerJoin(regions, eq(regions.code, applications.regionCode))
      .where(and(eq(applications.status, status), within(ctx, verb, applications.regionCode), isNotNull(day), gte(day, since)))
      .orderBy(asc(day), asc(applications.id))
      .limit(200)
      .then((rows) => rows.map((row) => ({ ...row, kind, day: row.day! })));
  const found = [
    await asked('draft', calls.closesOn, 'draft', 'application.fill'),
    await asked('answer', applications.answerDueOn, 'returned', 'application.fill'),
    await asked('check', applications.checkDueOn, 'submitted', 'application.queue'),
  ].flat();
  return found.toSorted((one, other) => (one.day < other.day ? -1 : 1));
}
