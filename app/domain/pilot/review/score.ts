import { and, eq } from 'drizzle-orm';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { become } from './answer-assignment.ts';
import type { ScoresInput } from './input.ts';
import { getMyAssignment, scoresOf, sectionsOf } from './my-reviews.ts';
import { assignments, scores } from './tables.server.ts';

/** 保存评分: as often as wanted while the review is open; a second window is told instead of overwriting. Answers the new revision. */
export function saveScores(ctx: Ctx, id: string, input: ScoresInput): Promise<number> {
  return change(ctx, async (tx) => {
    const { application, revision } = await save(tx, id, input);
    await tx.record('review.scored', { id, regionCode: application.regionCode }, { applicationId: application.id, revision });
    return revision;
  });
}

/** 提交评审: what is on the page is saved, then all five sections need a score and a comment; afterwards nothing changes. */
export function submitReview(ctx: Ctx, id: string, input: ScoresInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { assignment, application, sections } = await save(tx, id, input);
    const given = await scoresOf(tx, id);
    const isDone = (sectionId: string) => given.some((one) => one.sectionId === sectionId && one.score !== null && one.comment !== '');
    if (!sections.every((section) => isDone(section.id))) throw new Refusal('scores-incomplete');
    await become(tx, assignment, 'submitted', { submittedAt: tx.now });
    await tx.record('review.submitted', { id, regionCode: application.regionCode }, { applicationId: application.id, number: application.number });
  });
}

async function save(tx: Change, id: string, input: ScoresInput) {
  const { assignment, application, call } = await getMyAssignment(tx, id);
  if (assignment.state === 'assigned') throw new Refusal('assignment-not-accepted');
  if (assignment.state !== 'accepted') throw new Refusal('assignment-not-open');
  const sections = await sectionsOf(tx, call.editionId);
  for (const { sectionId, score } of input.scores) {
    if (!sections.some((section) => section.id === sectionId)) throw new Refusal('section-not-found', 400);
    if (score !== null && (score < call.review.scoreFrom || score > call.review.scoreTo)) throw new Refusal('score-out-of-range', 400);
  }

  const revision = assignment.revision + 1;
  const saved = await tx.db
    .update(assignments)
    .set({ overall: input.overall, revision })
    .where(and(eq(assignments.id, id), eq(assignments.state, 'accepted'), eq(assignments.revision, input.revision)))
    .returning({ id: assignments.id });
  if (saved.length === 0) throw new Refusal('changed-meanwhile');
  for (const { sectionId, score, comment } of input.scores) {
    const given = { score, comment, savedAt: tx.now };
    await tx.db.insert(scores).values({ assignmentId: id, sectionId, ...given }).onConflictDoUpdate({ target: [scores.assignmentId, scores.sectionId], set: given });
  }
  return { assignment, application, sections, revision };
}
