import { and, asc, count, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { allow, allowAnywhere, may } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { codesOf } from '#app/domain/base/regions/borne-by.ts';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { nameHas } from '#app/domain/base/regions/name-in.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { together } from '#app/platform/together.ts';
import { answersOf, findReport } from './hold.ts';
import type { AskedReports } from './input.ts';
import { isFillable, isLate, lackOf } from './model.ts';
import { progressReports, reportRemarks, reportSubmissions } from './tables.server.ts';

const shown = (ctx: Ctx) => ({
  id: progressReports.id, regionCode: progressReports.regionCode, name: nameThenAndNow(ctx, progressReports.regionCode, progressReports.openedAt), fromOn: progressReports.fromOn,
  untilOn: progressReports.untilOn, dueOn: progressReports.dueOn, state: progressReports.state, round: progressReports.round, handedInAt: progressReports.handedInAt,
});

/** 进展报告名单 of the office, newest first. */
export async function listReports(ctx: Ctx, asked: AskedReports & Cursor = {}, size = 50) {
  allowAnywhere(ctx, 'report.check');
  const cursor = cursorOf(asked);
  const { where, order, limit } = keyset(progressReports.id, cursor, size);
  const today = beijingDay(ctx.now);
  const rows = await ctx.db
    .select(shown(ctx))
    .from(progressReports)
    .innerJoin(regions, eq(regions.code, progressReports.regionCode))
    .where(and(
      within(ctx, 'report.check', progressReports.regionCode), await insideToday(ctx, progressReports.regionCode, asked.region),
      stateIs(asked.state, today), asked.q ? nameHas(ctx, anywhere(asked.q)) : undefined, where,
    ))
    .orderBy(order)
    .limit(limit);
  const page = pageOf(rows, cursor, ({ id }) => id, size);
  const paths = await regionPaths(ctx, page.rows.map(({ regionCode }) => regionCode));
  return { ...page, rows: page.rows.map((row) => ({ ...row, path: (paths.get(row.regionCode) ?? []).slice(0, -1), isLate: isLate(row, today) })) };
}

function stateIs(state: AskedReports['state'], today: string): SQL | undefined {
  if (state === 'late') return and(inArray(progressReports.state, ['open', 'returned']), lt(progressReports.dueOn, today));
  return state && eq(progressReports.state, state);
}

/** 待认定的报告数: for the menu and the first page of the desk. */
export async function countReportsToCheck(ctx: Ctx): Promise<number> {
  const [many] = await together<number>(ctx, ctx.db.select({ n: count() }).from(progressReports).where(and(eq(progressReports.state, 'handed-in'), within(ctx, 'report.check', progressReports.regionCode))));
  return many!;
}

/** 社区的报告, newest period first. */
export async function reportsOf(ctx: Ctx, code: string) {
  allow(ctx, 'report.fill', { regionCode: code });
  const rows = await ctx.db
    .select({ ...shown(ctx), name: sql<string>`''` })
    .from(progressReports)
    .where(await ofPlace(ctx, code))
    .orderBy(desc(progressReports.untilOn), desc(progressReports.id))
    .limit(100);
  return rows.map((row) => ({ ...row, isLate: isLate(row, beijingDay(ctx.now)) }));
}

async function ofPlace(ctx: Ctx, code: string): Promise<SQL> {
  return ofPlaces(await codesOf(ctx, code));
}

function ofPlaces(codes: readonly string[]): SQL {
  return and(inArray(progressReports.countyCode, codes.map(countyCode)), inArray(progressReports.regionCode, [...codes]))!;
}

/** 一份报告 as it stands: questions with answers, where they come from and what they lack; what was handed in and returned. */
export async function getReport(ctx: Ctx, code: string, id: string) {
  const report = await findReport(ctx, code, id);
  const key = { countyCode: report.countyCode, reportId: id };
  const [answers, rounds, remarks] = await Promise.all([
    answersOf(ctx, report),
    ctx.db.select().from(reportSubmissions).where(and(eq(reportSubmissions.countyCode, key.countyCode), eq(reportSubmissions.reportId, id))).orderBy(asc(reportSubmissions.round)),
    ctx.db.select().from(reportRemarks).where(and(eq(reportRemarks.countyCode, key.countyCode), eq(reportRemarks.reportId, id))).orderBy(asc(reportRemarks.round)),
  ]);
  const known = new Map(answers.map((row) => [row.questionId, row]));
  const isOpen = isFillable(report.state) && may(ctx.actor, 'report.fill', report);
  const isTheirs = may(ctx.actor, 'report.fill', report);
  const frozen = rounds.at(-1);
  const questions = report.form.questions.map((question) => {
    const row = known.get(question.id);
    const handed = frozen?.content.answers.find(({ id: one }) => one === question.id);
    // The office reads what was handed in; what is being written meanwhile is the community's.
    const value = isTheirs ? (row?.value ?? '') : (handed?.value ?? '');
    return {
      ...question, value, prefilled: row?.prefilled ?? null, isKept: row?.prefilled ? row.prefilled.value === value : false, revision: row?.revision ?? 0,
      savedByName: row?.savedByName ?? '', savedAt: row?.savedAt ?? null, rivals: isTheirs ? (row?.rivals ?? []) : [], lack: lackOf(question, value, row?.rivals.length ?? 0),
      remark: report.state === 'returned' ? remarks.filter((one) => one.round === report.round && one.questionId === question.id).at(-1)?.reason : undefined,
    };
  });
  const { form, ...about } = report;
  return {
    ...about, questions, isOpen, isLate: isLate(report, beijingDay(ctx.now)), canHandIn: isOpen && may(ctx.actor, 'report.submit', report), canCheck: report.state === 'handed-in' && may(ctx.actor, 'report.check', report),
    rounds: rounds.map(({ round, hash, receiptCode, isLate: wasLate, submittedByName, submittedAt }) => ({
      round, hash, receiptCode, wasLate, submittedByName, submittedAt, remarks: remarks.filter((one) => one.round === round).map(({ questionId, reason }) => ({ label: form.questions.find(({ id: one }) => one === questionId)?.label, reason })),
    })),
    lacking: questions.filter(({ lack }) => lack).length,
    prefilledCount: questions.filter(({ prefilled }) => prefilled).length,
  };
}

export type WholeReport = Awaited<ReturnType<typeof getReport>>;

/** 可公开的报告 of a community, by every code it ever bore: of accepted ones the answers that the form calls public, newest first. */
export async function publicReports(ctx: Ctx, codes: readonly string[]) {
  const rows = await ctx.db
    .select({ id: progressReports.id, fromOn: progressReports.fromOn, untilOn: progressReports.untilOn, form: progressReports.form, content: reportSubmissions.content })
    .from(progressReports)
    .innerJoin(reportSubmissions, and(eq(reportSubmissions.countyCode, progressReports.countyCode), eq(reportSubmissions.reportId, progressReports.id), eq(reportSubmissions.round, progressReports.round)))
    .where(and(ofPlaces(codes), eq(progressReports.state, 'accepted')))
    .orderBy(desc(progressReports.untilOn))
    .limit(6);
  return rows.map(({ form, content, ...row }) => ({
    ...row,
    answers: content.answers.filter(({ id, value }) => value !== '' && form.questions.some((question) => question.id === id && question.isPublic)).map(({ label, value }) => ({ label, value })),
  })).filter(({ answers }) => answers.length > 0);
}
