import { createHash } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { assignments, marks } from './tables.server.ts';

type Mark = { itemId: string; level: string | null; score: number | null; note: string; page: string };
type Decided = { applicationId: string; outcome: string; reason: string; meanScore: number | null; reviews: number; decidedBy: string; decidedAt: Date };

const hashOf = (content: unknown) => createHash('sha256').update(canonicalJson(content)).digest('hex');

/** 评审指纹: SHA-256 of the marks, notes and overall words as they were handed in; the id of the task keeps anybody from guessing them. */
export function reviewHash(review: { id: string; applicationId: string; round: number; overall: string; marks: readonly Mark[] }): string {
  return hashOf({ kind: 'review', ...review, marks: [...review.marks].sort((a, b) => (a.itemId < b.itemId ? -1 : 1)) });
}

/** 决定指纹: SHA-256 of the decision as it stands. */
export function decisionHash({ applicationId, outcome, reason, meanScore, reviews, decidedBy, decidedAt }: Decided): string {
  return hashOf({ kind: 'decision', applicationId, outcome, reason, meanScore, reviews, decidedBy, decidedAt: decidedAt.toISOString() });
}

/** The fingerprint of a review as it lies in the database now. */
export async function hashOfReview(ctx: Ctx, id: string): Promise<string> {
  const [review] = await ctx.db
    .select({ id: assignments.id, applicationId: assignments.applicationId, round: assignments.round, overall: assignments.overall })
    .from(assignments)
    .where(eq(assignments.id, id));
  const given = await ctx.db
    .select({ itemId: marks.itemId, level: marks.level, score: marks.score, note: marks.note, page: marks.page })
    .from(marks)
    .where(eq(marks.assignmentId, id))
    .orderBy(asc(marks.itemId));
  return reviewHash({ ...review!, marks: given });
}
