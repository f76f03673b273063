import { and, eq, sql } from 'drizzle-orm';
import { rubricOfCall } from '#app/domain/pilot/rubrics/in-force.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { hashOfReview } from './anchor.ts';
import { become } from './answer-assignment.ts';
import type { MarksInput } from './input.ts';
import { faultOf, missingIn } from './marks.ts';
import { getMyAssignment, isOpenToMarks, marksOf } from './my-reviews.ts';
import { assignments, marks } from './tables.server.ts';

/** 保存评分: as often as wanted while the review is open; a second window is told instead of overwriting. Answers the new revision. */
export function saveScores(ctx: Ctx, id: string, input: MarksInput, from: 'page' | 'offline-form' = 'page'): Promise<number> {
  return change(ctx, async (tx) => {
    const { application, revision } = await save(tx, id, input);
    await tx.record('review.scored', { id, regionCode: application.regionCode }, { applicationId: application.id, revision, ...(from === 'page' ? {} : { from, items: input.marks.length }) });
    return revision;
  });
}

/** 提交评审: what is on the page is saved, then nothing may be missing; afterwards nothing changes. After the day it was due it still counts, and is marked late. */
export function submitReview(ctx: Ctx, id: string, input: MarksInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { assignment, application, rubric } = await save(tx, id, input);
    if (missingIn(rubric, await marksOf(tx, id)).length > 0) throw new Refusal('scores-incomplete');
    await become(tx, assignment, 'submitted', { submittedAt: tx.now });
    await tx.record('review.submitted', { id, regionCode: application.regionCode }, { applicationId: application.id, number: application.number, hash: await hashOfReview(tx, id) });
  });
}

/** 迟到的评分: whoever still writes when the office has taken the task back is told why; for everybody else it does not exist. */
export async function notTakenBack(ctx: Ctx, id: string): Promise<void> {
  if (!isId(id)) return;
  const [own] = await ctx.db.select({ state: assignments.state }).from(assignments).where(and(eq(assignments.id, id), eq(assignments.expertId, ctx.actor.id)));
  if (own?.state === 'withdrawn') throw new Refusal('round-closed');
}

async function save(tx: Change, id: string, input: MarksInput) {
  await notTakenBack(tx, id);
  const mine = await getMyAssignment(tx, id);
  const { assignment, application, call } = mine;
  if (assignment.state === 'assigned') throw new Refusal('assignment-not-accepted');
  if (assignment.state !== 'accepted') throw new Refusal('assignment-not-open');
  if (!isOpenToMarks(mine)) throw new Refusal('round-closed');
  const rubric = await rubricOfCall(tx, call);
  const fault = faultOf(rubric, { from: call.review.scoreFrom, to: call.review.scoreTo }, input.marks);
  if (fault) throw new Refusal(fault, 400);

  const revision = assignment.revision + 1;
  const saved = await tx.db
    .update(assignments)
    .set({ revision, ...(input.overall === undefined ? {} : { overall: input.overall }) })
    .where(and(eq(assignments.id, id), eq(assignments.state, 'accepted'), eq(assignments.revision, input.revision)))
    .returning({ id: assignments.id });
  if (saved.length === 0) throw new Refusal('changed-meanwhile');
  if (input.marks.length > 0) {
    await tx.db
      .insert(marks)
      .values(input.marks.map((mark) => ({ ...mark, assignmentId: id, savedAt: tx.now })))
      .onConflictDoUpdate({ target: [marks.assignmentId, marks.itemId], set: given });
  }
  return { assignment, application, rubric, revision };
}

const given = { level: sql`excluded.level`, score: sql`excluded.score`, note: sql`excluded.note`, page: sql`excluded.page`, savedAt: sql`excluded.saved_at` };
