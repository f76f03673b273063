import { and, eq } from 'drizzle-orm';
import { getFile, type StoredFile } from '#app/domain/base/files/read.ts';
import { may } from '#app/domain/base/accounts/access.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { keepBrought, keepMade } from '#app/domain/pilot/redaction/redact.ts';
import { findRedacted } from '#app/domain/pilot/redaction/read.ts';
import { getMyAssignment, sightOfMine } from '#app/domain/pilot/review/my-reviews.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { answerPapers, applicantQuestions } from './tables.server.ts';

async function placeOf(ctx: Ctx, questionId: string, fileId: string) {
  const [row] = isId(questionId) && isId(fileId)
    ? await ctx.db
        .select({ id: applications.id, regionCode: applications.regionCode })
        .from(answerPapers)
        .innerJoin(applicantQuestions, eq(applicantQuestions.id, answerPapers.questionId))
        .innerJoin(applications, eq(applications.id, applicantQuestions.applicationId))
        .where(and(eq(answerPapers.questionId, questionId), eq(answerPapers.fileId, fileId)))
    : [];
  if (!row) throw new Refusal('file-not-found', 404);
  return row;
}

/** 打开答复附件: for those who read the application, and for the office that passed the question on. */
export async function openAnswerPaper(ctx: Ctx, questionId: string, fileId: string): Promise<StoredFile> {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  const place = await placeOf(ctx, questionId, fileId);
  if (!may(ctx.actor, 'application.read', place) && !may(ctx.actor, 'question.handle', place)) throw new Refusal('file-not-found', 404);
  return getFile(ctx, fileId);
}

/** 评审专家打开答复附件: as the applicant sent it, or its redacted copy where the applicant is hidden. */
export async function openReviewAnswerPaper(ctx: Ctx, assignmentId: string, questionId: string, fileId: string): Promise<StoredFile> {
  const mine = await getMyAssignment(ctx, assignmentId);
  const place = await placeOf(ctx, questionId, fileId);
  if (place.id !== mine.application.id) throw new Refusal('file-not-found', 404);
  if (mine.assignment.state !== 'submitted' && mine.assignment.state !== 'accepted') throw new Refusal('assignment-not-accepted', 403);
  if ((await sightOfMine(ctx, mine)).applicant) return getFile(ctx, fileId);
  const copy = await findRedacted(ctx, place.id, fileId);
  if (!copy) throw new Refusal('paper-held-back', 403);
  return copy;
}

/** 遮盖答复附件: brought, or made from the paper itself. */
export function redactAnswerPaper(ctx: Ctx, questionId: string, fileId: string, broughtId?: string): Promise<void> {
  return change(ctx, async (tx) => {
    const place = await placeOf(tx, questionId, fileId);
    const paper = await getFile(tx, fileId);
    await (broughtId ? keepBrought(tx, place, paper, broughtId) : keepMade(tx, place, paper));
  });
}
