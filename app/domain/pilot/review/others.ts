import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Sight } from './blindness.ts';
import { assignments, marks } from './tables.server.ts';

/** 是否全部提交: nobody who was asked in this round is still at it, and there are at least two. */
export async function areAllIn(ctx: Ctx, applicationId: string, round: number): Promise<boolean> {
  const { rows } = await ctx.db.execute<{ yes: boolean }>(sql`
    select count(*) filter (where state in ('assigned', 'accepted')) = 0 and count(*) filter (where state = 'submitted') > 1 as yes
    from ${assignments} where application_id = ${applicationId} and round = ${round} and set_aside_at is null`);
  return rows[0]!.yes;
}

/** 其他专家 of the same round as far as they are seen: by name or as a row without one, with marks and notes or without. */
export async function othersOf(ctx: Ctx, { assignment }: { assignment: typeof assignments.$inferSelect }, sight: Sight) {
  if (sight.reviewers === 'none') return [];
  const rows = await ctx.db
    .select({ id: assignments.id, name: users.name, state: assignments.state, overall: assignments.overall })
    .from(assignments)
    .innerJoin(users, eq(users.id, assignments.expertId))
    .where(and(
      eq(assignments.applicationId, assignment.applicationId), eq(assignments.round, assignment.round), ne(assignments.id, assignment.id), isNull(assignments.setAsideAt),
      inArray(assignments.state, sight.reviewers === 'names' ? ['assigned', 'accepted', 'submitted'] : ['submitted']),
    ))
    .orderBy(sight.reviewers === 'names' ? asc(users.name) : asc(sql`md5(${assignments.id}::text)`));
  const ids = rows.filter(({ state }) => state === 'submitted').map(({ id }) => id);
  const given = sight.marks ? await ctx.db
    .select({ assignmentId: marks.assignmentId, itemId: marks.itemId, level: marks.level, score: marks.score, note: marks.note })
    .from(marks)
    .where(inArray(marks.assignmentId, ids))
    .orderBy(asc(marks.itemId)) : [];
  return rows.map(({ id, name, state, overall }, at) => ({
    at: at + 1, name: sight.reviewers === 'names' ? name : '',
    overall: sight.notes && state === 'submitted' ? overall : '',
    marks: given.filter(({ assignmentId }) => assignmentId === id).map(({ itemId, level, score, note }) => ({ itemId, level, score, note: sight.notes ? note : '' })),
  }));
}
