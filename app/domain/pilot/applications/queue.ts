import { and, eq, inArray, isNotNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import { inside, insideToday } from '#app/domain/base/regions/inside.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { searchRegions } from '#app/domain/base/regions/search.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow, placeAbove } from '#app/domain/base/regions/then.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { type Cursor, keyset, pageOf } from '#app/platform/keyset.ts';
import { questionOf } from './checklist.ts';
import { type Status, statuses } from './model.ts';
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
export async function askedOf(ctx: Ctx, filter: QueueFilter): Promise<(tab?: QueueTab) => SQL | undefined> {
  const today = beijingDay(ctx.now);
  const due = filter.due && addDays(today, filter.due === 'today' ? 0 : 7);
  const others = and(
    within(ctx, 'application.queue', applications.regionCode),
    filter.callId ? eq(applications.callId, filter.callId) : undefined,
    await insideToday(ctx, applications.regionCode, filter.region),
    due ? and(eq(applications.status, 'submitted'), sql`${applications.checkDueOn} <= ${due}`) : undefined,
    filter.query ? await named(ctx, filter.query) : undefined,
  );
  return (tab) => and(tab && inTab(tab, today), others);
}

type Stored = {
  id: string; number: string; status: Status; round: number; unitName: string; callTitle: string; checkDueOn: string | null; answerDueOn: string | null;
};
type Found = Stored & { place: string; questionSetId: string; submittedAt: string | null; returned: string[] };
export type QueueRow = Stored & { place: string; submittedAt: Date | null; parts: number; returnedParts: number[] };

/** 申报队列: what governments handed in, where the officer works, newest first, and what stands above the list. */
export async function listQueue(ctx: Ctx, filter: QueueFilter = {}, size = 50) {
  const asked = await askedOf(ctx, filter);
  const [found, head, path] = await Promise.all([findRows(ctx, asked(filter.tab ?? 'all'), filter, size), headOf(ctx, asked), regionPath(ctx, filter.region ?? '')]);
  const parts = await partsOf(ctx, found.map((row) => row.questionSetId));
  const rows = found.map(({ returned, questionSetId, submittedAt, ...row }): QueueRow => ({
    ...row,
    submittedAt: submittedAt === null ? null : new Date(submittedAt),
    parts: parts.get(questionSetId)!.length,
    returnedParts: returned.length === 0 ? [] : parts.get(questionSetId)!.flatMap((part, i) => (returned.some((item) => part.includes(questionOf(item))) ? [i] : [])),
  }));
  return { page: pageOf(rows, filter, (row) => row.id, size), path, ...head };
}

/** The page is chosen from an index of applications alone; only its fifty rows meet anything else. */
async function findRows(ctx: Ctx, asked: SQL | undefined, filter: Cursor, size: number): Promise<Found[]> {
  const { where, order, limit } = keyset(applications.id, filter, size);
  const { rows } = await ctx.db.execute<Found>(sql`/* one plan */
    select ${applications.id}, number, ${applications.status}, round, ${placeAbove(ctx, applications.regionCode)} as place, ${nameThenAndNow(ctx, applications.regionCode, applications.createdAt)} as "unitName",
           title as "callTitle", question_set_id as "questionSetId", submitted_at as "submittedAt", check_due_on as "checkDueOn", answer_due_on as "answerDueOn",
           array(select item from ${checkItems} where ${checkItems.applicationId} = ${applications.id} and ${checkItems.round} = ${applications.round} and verdict = 'return') as returned
      from (select * from ${applications} where ${and(asked, where)} order by ${order} limit ${limit}) ${applications}
      join ${regions} on ${regions.code} = ${applications.regionCode} join ${calls} on ${calls.id} = ${applications.callId} order by ${order}`);
  return rows;
}

/** The questions of each part of these forms. */
async function partsOf(ctx: Ctx, questionSetIds: readonly string[]): Promise<Map<string, string[][]>> {
  const parts = new Map<string, string[][]>();
  for (const id of new Set(questionSetIds)) {
    const { sections } = await getQuestionSet(ctx, id);
    parts.set(id, sections.map((section) => section.questions.map((question) => question.id)));
  }
  return parts;
}

/** A tab that holds more than this says so and counts no further. */
export const mostCounted = 99;
const handedIn = statuses.filter((status) => status !== 'draft');

type Head = { next: string | null; calls: { id: string; title: string; titleEn: string }[] };
type Counted = Head & { states: Record<Exclude<Status, 'draft'>, number>; resubmitted: number; overdue: number };

/** How many each tab holds, counted no further than 99; the next to check; the calls to choose from. One question to the database. */
async function headOf(ctx: Ctx, asked: (tab?: QueueTab) => SQL | undefined): Promise<Head & { counts: Record<QueueTab, number> }> {
  const few = (where: SQL | undefined) => sql`(select count(*)::int from (select 1 from ${applications} where ${where} limit ${sql.raw(String(mostCounted + 1))}) few)`;
  const offered = sql`select ${calls.id}, ${calls.title}, ${calls.titleEn} as "titleEn" from ${calls} where ${ne(calls.state, 'draft')} order by ${calls.id} desc limit 100`;
  const { rows } = await ctx.db.execute<Counted>(sql`/* one plan */
    select (select json_object_agg(state.name, ${few(and(sql`${applications.status} = state.name`, asked()))}) from unnest(${sql.param(handedIn)}::text[]) state (name)) as states,
           ${few(asked('resubmitted'))} as resubmitted, ${few(asked('overdue'))} as overdue,
           (${nextToCheck(ctx)}) as next, (select coalesce(json_agg(call), '[]') from (${offered}) call) as calls`);
  const { states, resubmitted, overdue, ...head } = rows[0]!;
  const { submitted, ...others } = states;
  const all = Object.values(states).reduce((sum, n) => sum + n, 0);
  return { counts: { all, 'to-check': submitted, resubmitted, overdue, ...others }, ...head };
}

/** The one whose check is due first, other than this. */
function nextToCheck(ctx: Ctx, exceptId?: string): SQL {
  const where = and(
    eq(applications.status, 'submitted'), isNotNull(applications.checkDueOn), within(ctx, 'application.queue', applications.regionCode),
    exceptId ? ne(applications.id, exceptId) : undefined,
  );
  return sql`select ${applications.id} from ${applications} where ${where} order by ${applications.checkDueOn}, ${applications.id} limit 1`;
}

/** 下一份 to check after this. */
export async function findNextToCheck(ctx: Ctx, exceptId: string): Promise<string | undefined> {
  const { rows } = await ctx.db.execute<{ id: string }>(nextToCheck(ctx, exceptId));
  return rows[0]?.id;
}
