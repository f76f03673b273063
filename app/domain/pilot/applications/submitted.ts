import { and, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Automatic, automaticChecks } from './automatic-checks.ts';
import { getQuestionSet } from '#app/domain/pilot/calls/question-sets.ts';
import { applications, checkItems, submissions } from './tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';

/** 已提交的申报 as the office sees it: what was handed in and frozen, never the applicant's drafts. */
export async function getSubmitted(ctx: Ctx, id: string) {
  const [row] = isId(id)
    ? await ctx.db
        .select({ application: applications, call: calls, unitName: nameThenAndNow(ctx, applications.regionCode, applications.createdAt) })
        .from(applications)
        .innerJoin(calls, eq(calls.id, applications.callId))
        .innerJoin(regions, eq(regions.code, applications.regionCode))
        .where(and(eq(applications.id, id), ne(applications.status, 'draft'), within(ctx, 'application.queue', applications.regionCode)))
    : [];
  if (!row) throw new Refusal('application-not-found', 404);
  return { ...row.application, unitName: row.unitName, call: row.call, questionSet: await getQuestionSet(ctx, row.call.questionSetId) };
}

/** 各轮提交: the content and receipt of each, newest first. */
function roundsOf(ctx: Ctx, applicationId: string) {
  return ctx.db
    .select({
      id: submissions.id, round: submissions.round, content: submissions.content, hash: submissions.hash, receiptCode: submissions.receiptCode,
      submittedByName: submissions.submittedByName, submittedAt: submissions.submittedAt, withdrawnAt: submissions.withdrawnAt,
    })
    .from(submissions)
    .where(eq(submissions.applicationId, applicationId))
    .orderBy(desc(submissions.round))
    .limit(50);
}

export type Handed = Awaited<ReturnType<typeof getHanded>>;

/** 申报全文: the application, its newest submission, the papers with what is known of the files, and where it lies. */
export async function getHanded(ctx: Ctx, id: string) {
  return contentOf(ctx, await getSubmitted(ctx, id));
}

/** The same for an application that the caller has proved its right to in its own room. */
export async function contentOf<A extends { id: string; regionCode: string; applicantCode: string; unitName?: string }>(ctx: Ctx, application: A) {
  const { id } = application;
  const rounds = await roundsOf(ctx, id);
  const content = rounds[0]?.content ?? { answers: {}, papers: [], selfCheck: [] };
  const fileIds = content.papers.map(({ fileId }) => fileId);
  const known = fileIds.length === 0 ? [] : await ctx.db
    .select({ id: files.id, size: files.size, mediaType: files.mediaType, pages: files.pages, state: files.state, scan: files.scan })
    .from(files)
    .where(inArray(files.id, fileIds));
  const papers = content.papers.map((paper) => {
    const file = known.find((one) => one.id === paper.fileId);
    return { ...paper, size: file?.size ?? 0, mediaType: file?.mediaType ?? '', pages: file?.pages ?? null, state: file?.state ?? 'quarantined', scan: file?.scan ?? 'waiting' };
  });
  const paths = await regionPaths(ctx, [application.regionCode, application.applicantCode]);
  const path = paths.get(application.regionCode) ?? [];
  return {
    ...application, content, papers, rounds, path,
    unitName: application.unitName ?? path.at(-1)?.name ?? application.regionCode,
    applicantName: paths.get(application.applicantCode)?.at(-1)?.name ?? application.applicantCode,
  };
}

/** 自动检查结果 of a handed-in application, with its twins in other calls. */
export async function checkedAutomatically(ctx: Ctx, handed: Handed): Promise<Automatic[]> {
  return automaticChecks({
    questionSet: handed.questionSet, answers: handed.content.answers, papers: handed.papers, regionCode: handed.regionCode,
    applicantCode: handed.applicantCode, applicantLevels: handed.call.applicantLevels, twins: await twinsOf(ctx, handed),
  });
}

/** The same unit in another call still going on, or another applicant's submission with the same credit code. */
async function twinsOf(ctx: Ctx, handed: Handed) {
  const units = await ctx.db
    .select({ number: applications.number })
    .from(applications)
    .innerJoin(calls, eq(calls.id, applications.callId))
    .where(and(
      eq(applications.regionCode, handed.regionCode), ne(applications.id, handed.id), ne(applications.callId, handed.callId),
      inArray(applications.status, ['submitted', 'returned', 'complete', 'in-review']),
    ))
    .limit(5);
  const code = handed.content.answers['applicant-code'];
  const codes = typeof code !== 'string' || code === '' ? [] : await ctx.db
    .select({ number: applications.number })
    .from(submissions)
    .innerJoin(applications, eq(applications.id, submissions.applicationId))
    .where(and(
      sql`${submissions.content} -> 'answers' ->> 'applicant-code' = ${code}`, isNull(submissions.withdrawnAt),
      ne(applications.applicantCode, handed.applicantCode), ne(applications.status, 'draft'),
    ))
    .limit(5);
  return [...units.map(({ number }) => ({ number, why: 'unit' as const })), ...codes.map(({ number }) => ({ number, why: 'code' as const }))];
}

/** 核验记录 of one round. */
export function listVerdicts(ctx: Ctx, applicationId: string, round: number) {
  return ctx.db
    .select({ item: checkItems.item, verdict: checkItems.verdict, reason: checkItems.reason, checkedBy: checkItems.checkedBy, checkedAt: checkItems.checkedAt })
    .from(checkItems)
    .where(and(eq(checkItems.applicationId, applicationId), eq(checkItems.round, round)));
}
