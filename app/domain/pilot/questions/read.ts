import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { allow, allowAnywhere, may } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { getApplication } from '#app/domain/pilot/applications/read.ts';
import { getSubmitted } from '#app/domain/pilot/applications/submitted.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { withoutNames } from '#app/domain/pilot/redaction/model.ts';
import { listRedactions, namesOf, redactPapers } from '#app/domain/pilot/redaction/read.ts';
import { notInvolved, refuseInvolved } from '#app/domain/pilot/review/involved.ts';
import { getMyAssignment, sightOfMine } from '#app/domain/pilot/review/my-reviews.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { together } from '#app/platform/together.ts';
import { mayStillAnswer } from './model.ts';
import { answerPapers, applicantQuestions } from './tables.server.ts';

const passedOn = ['forwarded', 'answered'] as const;
const most = 200;

/** What everybody who may know of a question reads of it; who asked is in none of it. */
const shown = {
  id: applicantQuestions.id, state: applicantQuestions.state, forwarded: applicantQuestions.forwarded, dueOn: applicantQuestions.dueOn,
  answer: applicantQuestions.answer, answeredAt: applicantQuestions.answeredAt,
};

/** The papers of these answers, with what is known of the files. */
async function papersOf(ctx: Ctx, questionIds: readonly string[]) {
  if (questionIds.length === 0) return [];
  return ctx.db
    .select({
      questionId: answerPapers.questionId, fileId: files.id, name: files.name, sha256: files.sha256, size: files.size, mediaType: files.mediaType,
      pages: files.pages, state: files.state, scan: files.scan, paper: sql<string>`'answer'`,
    })
    .from(answerPapers)
    .innerJoin(files, eq(files.id, answerPapers.fileId))
    .where(inArray(answerPapers.questionId, [...questionIds]))
    .orderBy(asc(files.id));
}

const withPapers = <Q extends { id: string }, P extends { questionId: string }>(rows: readonly Q[], papers: readonly P[]) =>
  rows.map((row) => ({ ...row, papers: papers.filter(({ questionId }) => questionId === row.id) }));

/** 我这里的询问: what I asked myself, and what was passed on of anybody's, with the answers; names are blotted out where the applicant is hidden. */
export async function listForReviewer(ctx: Ctx, assignmentId: string) {
  const { assignment, application, call } = await getMyAssignment(ctx, assignmentId);
  const isOpen = assignment.state === 'accepted' || assignment.state === 'submitted';
  const sight = await sightOfMine(ctx, { assignment, application, call });
  const mine = await ctx.db
    .select({ id: applicantQuestions.id, asked: applicantQuestions.asked, askedAt: applicantQuestions.askedAt, state: applicantQuestions.state, declinedWhy: applicantQuestions.declinedWhy })
    .from(applicantQuestions)
    .where(eq(applicantQuestions.assignmentId, assignmentId))
    .orderBy(asc(applicantQuestions.askedAt), asc(applicantQuestions.id));
  const rows = await ctx.db
    .select(shown)
    .from(applicantQuestions)
    .where(and(eq(applicantQuestions.applicationId, application.id), inArray(applicantQuestions.state, passedOn), sql`${isOpen}`))
    .orderBy(asc(applicantQuestions.handledAt), asc(applicantQuestions.id))
    .limit(most);
  const papers = await papersOf(ctx, rows.map(({ id }) => id));
  const head = { assignmentId, number: application.number, state: assignment.state, mine };
  if (sight.applicant) return { ...head, passedOn: withPapers(rows, papers.map((paper) => ({ ...paper, isHeldBack: false }))) };
  const names = await namesOf(ctx, application);
  const copies = await redactPapers(ctx, application.id, papers);
  return {
    ...head,
    passedOn: withPapers(
      rows.map((row) => ({ ...row, forwarded: withoutNames(row.forwarded, names), answer: withoutNames(row.answer, names) })),
      copies.map((copy, at) => ({ ...copy, questionId: papers[at]!.questionId })),
    ),
  };
}

/** 询问办理页: every question about an application, in the order in which the office got to know them, without who asked. */
export async function listForOffice(ctx: Ctx, applicationId: string) {
  const application = await getSubmitted(ctx, applicationId);
  allow(ctx, 'question.handle', application);
  await refuseInvolved(ctx, applicationId);
  const rows = await ctx.db
    .select({ ...shown, asked: applicantQuestions.asked, declinedWhy: applicantQuestions.declinedWhy, answeredByName: applicantQuestions.answeredByName })
    .from(applicantQuestions)
    .where(eq(applicantQuestions.applicationId, applicationId))
    .orderBy(asc(applicantQuestions.askedAt), asc(applicantQuestions.id))
    .limit(most);
  const papers = await papersOf(ctx, rows.map(({ id }) => id));
  return { application, questions: withPapers(rows, await listRedactions(ctx, application, papers)) };
}

/** 申报单位收到的询问: only what the office passed on. */
export async function listForApplicant(ctx: Ctx, applicationId: string) {
  const application = await getApplication(ctx, applicationId);
  const rows = await ctx.db
    .select({ ...shown, answeredByName: applicantQuestions.answeredByName })
    .from(applicantQuestions)
    .where(and(eq(applicantQuestions.applicationId, applicationId), inArray(applicantQuestions.state, passedOn)))
    .orderBy(asc(applicantQuestions.handledAt), asc(applicantQuestions.id))
    .limit(most);
  const today = beijingDay(ctx.now);
  const isMine = application.status === 'in-review' && may(ctx.actor, 'question.answer', { regionCode: application.applicantCode });
  const open = rows.map((row) => ({ ...row, mayAnswer: isMine && mayStillAnswer(row, today), isLate: row.state === 'forwarded' && !mayStillAnswer(row, today) }));
  return withPapers(open, await papersOf(ctx, rows.map(({ id }) => id)));
}

/** 答复附件 of an application, each with its question, for the office that redacts them. */
export async function answerPapersOf(ctx: Ctx, applicationId: string) {
  const asked = await ctx.db.select({ id: applicantQuestions.id }).from(applicantQuestions).where(and(eq(applicantQuestions.applicationId, applicationId), eq(applicantQuestions.state, 'answered'))).limit(most);
  return papersOf(ctx, asked.map(({ id }) => id));
}

/** Whether the applicant has anything to read there: for a link on its other pages. */
export async function countForApplicant(ctx: Ctx, applicationId: string): Promise<number> {
  const { rows } = await ctx.db.execute<{ n: number }>(sql`
    select count(*)::int as n from ${applicantQuestions} where ${applicantQuestions.applicationId} = ${applicationId} and ${inArray(applicantQuestions.state, passedOn)}`);
  return rows[0]!.n;
}

/** 待转交的询问 in the regions of this office, the longest waiting first; those of applications in which one has a part are left out. */
export async function listQuestionsWaiting(ctx: Ctx) {
  allowAnywhere(ctx, 'question.handle');
  return ctx.db
    .select({ id: applicantQuestions.id, applicationId: applications.id, number: applications.number, unitName: nameIn(ctx), asked: applicantQuestions.asked, askedAt: applicantQuestions.askedAt })
    .from(applicantQuestions)
    .innerJoin(applications, eq(applications.id, applicantQuestions.applicationId))
    .innerJoin(regions, eq(regions.code, applications.regionCode))
    .where(and(eq(applicantQuestions.state, 'asked'), eq(applications.status, 'in-review'), within(ctx, 'question.handle', applications.regionCode), notInvolved(ctx)))
    .orderBy(asc(applicantQuestions.askedAt), asc(applicantQuestions.id))
    .limit(100);
}

/** 等办理的询问: how many. */
export async function countQuestionsWaiting(ctx: Ctx): Promise<number> {
  const rows = await together(ctx, ctx.db
    .select({ id: applicantQuestions.id })
    .from(applicantQuestions)
    .innerJoin(applications, eq(applications.id, applicantQuestions.applicationId))
    .where(and(eq(applicantQuestions.state, 'asked'), eq(applications.status, 'in-review'), within(ctx, 'question.handle', applications.regionCode), notInvolved(ctx)))
    .limit(100));
  return rows.length;
}

