import { and, asc, eq, inArray, isNotNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import { inside, insideToday } from '#app/domain/base/regions/inside.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { searchRegions } from '#app/domain/base/regions/search.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { type Cursor, keyset, type Page, pageOf } from '#app/platform/keyset.ts';
import { questionOf } from './checklist.ts';
import type { Status } from './model.ts';
import { getQuestionSet } from '#app/domain/pilot/calls/question-sets.ts';
import { applications, checkItems } from './tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';

/** 队列分栏: the tabs of the office's list; drafts are nobody's business before they are handed in. */
export const queueTabs = ['all', 'to-check', 'resubmitted', 'overdue', 'returned', 'complete', 'in-review', 'accepted', 'declined'] as const;
export type QueueTab = (typeof queueTabs)[number];

export type QueueFilter = Cursor & {
  tab?: QueueTab | undefined; callId?: string | undefined; region?: string | undefined; due?: 'today' | 'week' | undefined; query?: string | undefined;
};

function inTab(tab: QueueTab, today: string): SQL | undefined {
  const submitted = eq(applications.status, 'submitted');
  if (tab === 'all') return ne(applications.status, 'draft');
  if (tab === 'to-check') return submitted;
  if (tab === 'resubmitted') return and(submitted, sql`${applications.round} > 1`);
  if (tab === 'overdue') return and(submitted, lt(applications.checkDueOn, today));
  return eq(applications.status, tab);
}

async function named(ctx: Ctx, query: string): Promise<SQL> {
  const found = await searchRegions(ctx, query, { levels: [2, 3, 4, 5], limit: 50 });
  const wide = found.filter((region) => region.level < 4).map((region) => inside(applications.regionCode, region.code));
  const units = found.filter((region) => region.level >= 4).flatMap((region) => [region.code, ...(region.was ? [region.was.code] : [])]);
  const number = query.normalize('NFKC').toUpperCase();
  const short = /^\d{1,6}$/.test(number) ? `TY-${beijingDay(ctx.now).slice(0, 4)}-${number.padStart(4, '0')}` : number;
  return or(inArray(applications.number, [number, short]), ...wide, units.length > 0 ? inArray(applications.regionCode, units) : undefined)!;
}

/** What the filter asks for beside its tab; a search by name is looked up once for all tabs. */
export async function askedOf(ctx: Ctx, filter: QueueFilter): Promise<(tab: QueueTab) => SQL | undefined> {
  const today = beijingDay(ctx.now);
  const due = filter.due && addDays(today, filter.due === 'today' ? 0 : 7);
  const others = and(
    within(ctx, 'application.queue', applications.regionCode),
    filter.callId ? eq(applications.callId, filter.callId) : undefined,
    insideToday(applications.regionCode, filter.region),
    due ? and(eq(applications.status, 'submitted'), sql`${applications.checkDueOn} <= ${due}`) : undefined,
    filter.query ? await named(ctx, filter.query) : undefined,
  );
  return (tab) => and(inTab(tab, today), others);
}

export type QueueRow = {
  id: string; number: string; status: Status; round: number; regionCode: string; unitName: string; callId: string; callTitle: string;
  submittedAt: Date | null; checkDueOn: string | null; answerDueOn: string | null;
};

/** 申报队列: what governments handed in, where the officer works; newest first. One question to the database. */
export async function listQueue(ctx: Ctx, filter: QueueFilter = {}, size = 50): Promise<Page<QueueRow>> {
  const { where, order, limit } = keyset(applications.id, filter, size);
  // The page is chosen from the index of applications alone; only its fifty rows meet the names.
  const asked = await askedOf(ctx, filter);
  const chosen = ctx.db.select({ id: applications.id }).from(applications).where(and(asked(filter.tab ?? 'all'), where)).orderBy(order).limit(limit);
  const rows = await ctx.db
    .select({
      id: applications.id, number: applications.number, status: applications.status, round: applications.round,
      regionCode: applications.regionCode, unitName: nameThenAndNow(ctx, applications.regionCode, applications.createdAt), callId: applications.callId, callTitle: calls.title,
      submittedAt: applications.submittedAt, checkDueOn: applications.checkDueOn, answerDueOn: applications.answerDueOn,
    })
    .from(applications)
    .innerJoin(regions, eq(regions.code, applications.regionCode))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .where(inArray(applications.id, chosen))
    .orderBy(order);
  return pageOf(rows, filter, (row) => row.id, size);
}

export const mostCounted = 99;

/** 各栏数量, counted no further than 99 each; the other filters apply. */
export async function queueCounts(ctx: Ctx, filter: QueueFilter = {}): Promise<Record<QueueTab, number>> {
  const asked = await askedOf(ctx, filter);
  const few = queueTabs.map((tab) => {
    const some = ctx.db.select({ one: sql`1` }).from(applications).where(asked(tab)).limit(mostCounted + 1);
    return [tab, sql`(select count(*)::int from ${some} few)`] as const;
  });
  const { rows } = await ctx.db.execute<Record<QueueTab, number>>(sql`select ${sql.join(few.map(([tab, count]) => sql`${count} as ${sql.identifier(tab)}`), sql`, `)}`);
  return rows[0]!;
}

/** What the rows of a page show beside their own columns: where they lie, and which parts of the form were returned. */
export async function queueDetails(ctx: Ctx, rows: readonly QueueRow[]) {
  const ids = rows.map((row) => row.id);
  const [paths, returned, asking] = await Promise.all([
    regionPaths(ctx, rows.map((row) => row.regionCode)),
    ids.length === 0 ? [] : ctx.db
      .select({ id: checkItems.applicationId, item: checkItems.item })
      .from(checkItems)
      .innerJoin(applications, and(eq(applications.id, checkItems.applicationId), eq(applications.round, checkItems.round)))
      .where(and(inArray(checkItems.applicationId, ids), eq(checkItems.verdict, 'return'))),
    ids.length === 0 ? [] : ctx.db.select({ callId: calls.id, questionSetId: calls.questionSetId }).from(calls).where(inArray(calls.id, rows.map((row) => row.callId))),
  ]);
  const parts = new Map<string, string[][]>();
  for (const { callId, questionSetId } of asking) {
    const { sections } = await getQuestionSet(ctx, questionSetId);
    parts.set(callId, sections.map((section) => section.questions.map((question) => question.id)));
  }
  return rows.map((row) => {
    const questions = returned.filter(({ id }) => id === row.id).map(({ item }) => questionOf(item));
    return {
      ...row,
      path: (paths.get(row.regionCode) ?? []).slice(0, -1).map((step) => step.name),
      parts: (parts.get(row.callId) ?? []).map((part) => !part.some((question) => questions.includes(question))),
    };
  });
}

/** 下一份: the one whose check is due first, other than this. */
export async function findNextToCheck(ctx: Ctx, exceptId?: string): Promise<string | undefined> {
  const [next] = await ctx.db
    .select({ id: applications.id })
    .from(applications)
    .where(and(
      eq(applications.status, 'submitted'), isNotNull(applications.checkDueOn), within(ctx, 'application.queue', applications.regionCode),
      exceptId ? ne(applications.id, exceptId) : undefined,
    ))
    .orderBy(asc(applications.checkDueOn), asc(applications.id))
    .limit(1);
  return next?.id;
}

/** 可选批次: for a filter, the calls that take or took applications. */
export function listQueueCalls(ctx: Ctx) {
  return ctx.db.select({ id: calls.id, title: calls.title, titleEn: calls.titleEn }).from(calls).where(ne(calls.state, 'draft')).orderBy(sql`${calls.id} desc`).limit(100);
}
