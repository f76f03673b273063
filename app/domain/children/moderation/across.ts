import { and, asc, count, desc, eq, inArray, min, sql } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { inside } from '#app/domain/base/regions/inside.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { type Cursor, cursorOf, pageOf } from '#app/platform/keyset.ts';
import { type ItemKind, openStates, type QueueShow } from './model.ts';
import { moderationItems as m } from './tables.server.ts';

export type AskedQueue = { region?: string | undefined; kind?: ItemKind | undefined; show?: QueueShow | undefined };

const isLate = (today: string) => and(inArray(m.state, ['waiting', 'second']), sql`${m.dueOn} < ${today}`);
const many = (when: ReturnType<typeof and>) => sql<number>`(count(*) filter (where ${when}))::int`;
const mostCommunities = 100;

/** 各社区的待审 where this person moderates: how many wait and since when, those with urgent or late ones first; no word of any of them. */
export async function waitingByCommunity(ctx: Ctx, { region, kind }: Omit<AskedQueue, 'show'>) {
  allowAnywhere(ctx, 'moderation.decide');
  const today = beijingDay(ctx.now);
  const [urgent, late] = [many(and(eq(m.severity, 'urgent'), inArray(m.state, ['waiting', 'second']))), many(isLate(today))];
  const rows = await ctx.db
    .select({ regionCode: m.regionCode, many: count(), urgent, late, held: many(eq(m.state, 'held')), second: many(eq(m.state, 'second')), since: min(m.receivedAt), dueOn: min(m.dueOn) })
    .from(m)
    .where(and(within(ctx, 'moderation.decide', m.regionCode), inside(m.regionCode, region), kind ? eq(m.kind, kind) : undefined, inArray(m.state, [...openStates])))
    .groupBy(m.regionCode)
    .orderBy(sql`${urgent} = 0`, sql`${late} = 0`, min(m.receivedAt), m.regionCode)
    .limit(mostCommunities);
  const nameOf = await placeNames(ctx, rows.map(({ regionCode }) => regionCode));
  return rows.map((row) => ({ ...row, place: nameOf(row.regionCode) }));
}

const order = [sql`${m.state} = 'held'`, sql`${m.severity} is distinct from 'urgent'`, m.dueOn, m.id] as const;
const standing = sql`(${sql.join([...order], sql`, `)})`;
const standingOf = (id: string) => sql`(select ${sql.join([...order], sql`, `)} from ${m} where ${m.id} = ${id})`;

/** 待审的每一条 of those places, page by page: urgent first, then by the day until which it should have been read. */
export async function itemsAcross(ctx: Ctx, { region, kind, show, ...asked }: AskedQueue & Cursor, size = 100) {
  allowAnywhere(ctx, 'moderation.decide');
  const today = beijingDay(ctx.now);
  const shows = { late: isLate(today), urgent: and(eq(m.severity, 'urgent'), inArray(m.state, ['waiting', 'second'])), second: eq(m.state, 'second'), held: eq(m.state, 'held') } as const;
  const { after, before } = cursorOf(asked);
  const here = before ? sql`${standing} < ${standingOf(before)}` : after ? sql`${standing} > ${standingOf(after)}` : undefined;
  const found = await ctx.db
    .select({ id: m.id, regionCode: m.regionCode, kind: m.kind, severity: m.severity, state: m.state, needsTwo: m.needsTwo, receivedAt: m.receivedAt, dueOn: m.dueOn, isOwnFirst: sql<boolean>`${m.state} = 'second' and ${m.firstBy} = ${ctx.actor.id}` })
    .from(m)
    .where(and(within(ctx, 'moderation.decide', m.regionCode), inside(m.regionCode, region), kind ? eq(m.kind, kind) : undefined, show ? shows[show] : inArray(m.state, [...openStates]), here))
    .orderBy(...order.map((one) => (before ? desc(one) : asc(one))))
    .limit(size + 1);
  const nameOf = await placeNames(ctx, found.map(({ regionCode }) => regionCode));
  return pageOf(found.map((row) => ({ ...row, place: nameOf(row.regionCode), isLate: row.state !== 'held' && row.dueOn < today })), { after, before }, ({ id }) => id, size);
}

/** 等人审的各条 for the desk's list of what waits: the day of each, the nearest first. */
export async function moderationWaiting(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.select({ dueOn: m.dueOn }).from(m)
    .where(and(within(ctx, 'moderation.decide', m.regionCode), inArray(m.state, ['waiting', 'second']), sql`${m.firstBy} is distinct from ${ctx.actor.id}`)).orderBy(asc(m.dueOn)).limit(100);
  return rows.map(({ dueOn }) => dueOn);
}
