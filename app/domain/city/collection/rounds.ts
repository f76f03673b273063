import { and, desc, eq, exists, inArray, isNull, or, sql } from 'drizzle-orm';
import { allowAnywhere, may, regionsFor } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { contains, levelOf, levels, parentCandidates } from '#app/domain/base/regions/model.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { cityPlans } from '#app/domain/city/city-plans/tables.server.ts';
import { indicators, indicatorVersions } from '#app/domain/city/indicators/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { getRound } from './get-round.ts';
import { type AskedLevel, askedLevels, type SheetState } from './model.ts';
import { collectionItems, collectionRounds, collectionSheets } from './tables.server.ts';

const [r, s] = [collectionRounds, collectionSheets];
const mine = (ctx: Ctx): string[] => [...new Set(regionsFor(ctx.actor, 'collection.fill'))];
const handedIn = sql<number>`(count(*) filter (where ${s.state} in ('reported', 'accepted', 'locked')))::int`;
const accepted = sql<number>`(count(*) filter (where ${s.state} in ('accepted', 'locked')))::int`;
const late = (today: string) => sql<number>`(count(*) filter (where ${s.state} in ('open', 'returned') and ${s.dueOn} < ${today}))::int`;

/** 能开始填报的人: whoever may for a county or above; nobody below one asks others. */
export const mayOpenRounds = (ctx: Ctx): boolean => regionsFor(ctx.actor, 'collection.open').some((code) => levelOf(code) <= levels.county);

/** 填报批次 at the desk: those of one's own regions, and of the places above them those that ask something here, newest first, each with how far its sheets are. */
export async function listRounds(ctx: Ctx, filter: Cursor = {}) {
  allowAnywhere(ctx, 'collection.fill');
  const { where, order, limit } = keyset(r.id, filter);
  const above = [...new Set(['*', ...mine(ctx).flatMap(parentCandidates)])];
  const asksHere = ctx.db.select({ one: sql`1` }).from(s).where(and(eq(s.roundId, r.id), within(ctx, 'collection.fill', s.regionCode)));
  const rows = await ctx.db.select({ id: r.id, zh: r.zh, en: r.en, regionCode: r.regionCode, period: r.period, state: r.state, openedAt: r.openedAt }).from(r)
    .where(and(where, or(within(ctx, 'collection.fill', r.regionCode), and(inArray(r.regionCode, above), exists(asksHere))))).orderBy(order).limit(limit);
  const counts = rows.length === 0 ? [] : await ctx.db.select({ roundId: s.roundId, sheets: sql<number>`count(*)::int`, handedIn, accepted, late: late(beijingDay(ctx.now)) }).from(s)
    .where(and(inArray(s.roundId, rows.map(({ id }) => id)), within(ctx, 'collection.fill', s.regionCode))).groupBy(s.roundId);
  const place = await placeNames(ctx, rows.map(({ regionCode }) => regionCode));
  const none = { sheets: 0, handedIn: 0, accepted: 0, late: 0 };
  return pageOf(rows.map((row) => ({ ...row, place: place(row.regionCode), ...(counts.find(({ roundId }) => roundId === row.id) ?? none) })), filter, ({ id }) => id);
}

const listed = { id: s.id, regionCode: s.regionCode, level: s.level, department: s.department, period: s.period, dueOn: s.dueOn, state: s.state, isLate: s.isLate, turn: s.turn, reportedAt: s.reportedAt, reportedByName: s.reportedByName, enteredFor: s.enteredFor };

type SheetFilter = Cursor & { state?: SheetState | 'late' | undefined; level?: AskedLevel | undefined };

/** 一个批次 at the desk: how far each level is, and the sheets of one's own regions, a page at a time. */
export async function roundAtDesk(ctx: Ctx, id: string, filter: SheetFilter = {}) {
  allowAnywhere(ctx, 'collection.fill');
  const round = await getRound(ctx, id);
  const own = mine(ctx);
  if (!own.some((code) => contains(code, round.regionCode) || contains(round.regionCode, code))) throw new Refusal('round-not-found', 404);
  const today = beijingDay(ctx.now);
  const here = and(eq(s.roundId, id), within(ctx, 'collection.fill', s.regionCode));
  const levels = await ctx.db.select({ level: s.level, sheets: sql<number>`count(*)::int`, handedIn, accepted, late: late(today) }).from(s).where(here).groupBy(s.level);
  const asks = await ctx.db.select({ code: indicators.code, level: collectionItems.level, dimension: collectionItems.dimension, zh: sql<string>`${indicatorVersions.definition}->>'zh'`, en: sql<string>`${indicatorVersions.definition}->>'en'` }).from(collectionItems)
    .innerJoin(indicators, eq(indicators.id, collectionItems.indicatorId)).innerJoin(indicatorVersions, and(eq(indicatorVersions.indicatorId, indicators.id), eq(indicatorVersions.version, indicators.version))).where(eq(collectionItems.roundId, id)).orderBy(indicators.code);
  const { where, order, limit } = keyset(s.id, filter);
  const wanted = filter.state === 'late' ? and(inArray(s.state, ['open', 'returned']), sql`${s.dueOn} < ${today}`) : filter.state ? eq(s.state, filter.state) : undefined;
  const rows = await ctx.db.select(listed).from(s).where(and(here, where, wanted, filter.level ? eq(s.level, filter.level) : undefined)).orderBy(order).limit(limit);
  const plan = round.planId === null ? undefined : (await ctx.db.select({ id: cityPlans.id, zh: cityPlans.zh, en: cityPlans.en }).from(cityPlans).where(eq(cityPlans.id, round.planId)))[0];
  const place = await placeNames(ctx, [round.regionCode, ...rows.map(({ regionCode }) => regionCode)]);
  return {
    round, plan, asks, today, place: place(round.regionCode), mayClose: round.state === 'open' && may(ctx.actor, 'collection.open', { regionCode: round.regionCode }),
    levels: askedLevels.flatMap((level) => levels.find((each) => each.level === level) ?? []), page: pageOf(rows.map((row) => ({ ...row, place: place(row.regionCode) })), filter, (row) => row.id),
  };
}

/** 可选的计划 for a round or a workbook: the newest of one's own regions that are not over, first the one that is asked for; each with its place. */
export async function plansToAsk(ctx: Ctx, asked?: string | null) {
  allowAnywhere(ctx, 'collection.open');
  const first = asked && isId(asked) ? [desc(eq(cityPlans.id, asked))] : [];
  const plans = await ctx.db.select({ id: cityPlans.id, zh: cityPlans.zh, en: cityPlans.en, regionCode: cityPlans.regionCode }).from(cityPlans)
    .where(and(within(ctx, 'collection.open', cityPlans.regionCode), isNull(cityPlans.closedAt))).orderBy(...first, desc(cityPlans.id)).limit(100);
  const place = await placeNames(ctx, plans.map(({ regionCode }) => regionCode));
  return plans.map((plan) => ({ ...plan, place: place(plan.regionCode) }));
}
