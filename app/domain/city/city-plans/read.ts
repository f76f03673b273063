import { and, desc, eq, exists, gt, ilike, like, ne, or, sql } from 'drizzle-orm';
import { allow, allowAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { nameHas } from '#app/domain/base/regions/name-in.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { together } from '#app/platform/together.ts';
import { cityPlanRevisions, cityPlans, cityTaskProgress } from './tables.server.ts';

export type Plan = typeof cityPlans.$inferSelect;
export type Revision = typeof cityPlanRevisions.$inferSelect;

/** 一个计划 as it is being written, for the verbs and the desk. */
export async function getPlan(ctx: Ctx, id: string): Promise<Plan> {
  const [plan] = isId(id) ? await ctx.db.select().from(cityPlans).where(eq(cityPlans.id, id)) : [];
  if (!plan) throw new Refusal('city-plan-not-found', 404);
  return plan;
}

export type OwnFilter = Cursor & { q?: string | undefined; region?: string | undefined; state?: Plan['state'] | undefined };

/** 我的计划 at the desk: those of the own regions, newest first; by words of their name or place, by region and state. */
export async function listOwnPlans(ctx: Ctx, filter: OwnFilter = {}) {
  allowAnywhere(ctx, 'city-plan.edit');
  const { where, order, limit } = keyset(cityPlans.id, filter);
  const said = anywhere(filter.q ?? '');
  const rows = await ctx.db.select({
    id: cityPlans.id, zh: cityPlans.zh, en: cityPlans.en, regionCode: cityPlans.regionCode, state: cityPlans.state, startsOn: cityPlans.startsOn, endsOn: cityPlans.endsOn, revision: cityPlans.revision,
    actions: sql<number>`jsonb_array_length(${cityPlans.content}->'actions')`, isExample: cityPlans.isExample,
  }).from(cityPlans).where(and(
    within(ctx, 'city-plan.edit', cityPlans.regionCode), where, filter.state && eq(cityPlans.state, filter.state), filter.region === undefined ? undefined : like(cityPlans.regionCode, `${filter.region}%`),
    filter.q === undefined ? undefined : or(ilike(cityPlans.zh, said), ilike(cityPlans.en, said), exists(ctx.db.select({ one: sql`1` }).from(regions).where(and(eq(regions.code, cityPlans.regionCode), nameHas(ctx, said))))),
  )).orderBy(order).limit(limit);
  const place = await placeNames(ctx, rows.map(({ regionCode }) => regionCode));
  return pageOf(rows.map((row) => ({ ...row, place: place(row.regionCode) })), filter, ({ id }) => id);
}

/** 计划 at the desk, with how its tasks stand and its revisions. */
export async function planAtDesk(ctx: Ctx, id: string) {
  allowAnywhere(ctx, 'city-plan.edit');
  const plan = await getPlan(ctx, id);
  allow(ctx, 'city-plan.edit', { regionCode: plan.regionCode });
  const revisions = await ctx.db.select({
    revision: cityPlanRevisions.revision, reason: cityPlanRevisions.reason, publishedAt: cityPlanRevisions.publishedAt, publishedByName: cityPlanRevisions.publishedByName, hash: cityPlanRevisions.hash,
  }).from(cityPlanRevisions).where(eq(cityPlanRevisions.planId, id)).orderBy(desc(cityPlanRevisions.revision)).limit(100);
  return { plan, place: (await placeNames(ctx, [plan.regionCode]))(plan.regionCode), revisions, progress: await progressOf(ctx, id) };
}

/** The regions a person may write plans for. */
export const planRegions = (ctx: Ctx): string[] => regionsFor(ctx.actor, 'city-plan.edit');

export type Progress = typeof cityTaskProgress.$inferSelect;

/** 任务进展 by the id of the task. */
export async function progressOf(ctx: Ctx, planId: string): Promise<Record<string, Progress>> {
  const p = cityTaskProgress;
  const whole = sql`jsonb_build_object('planId', ${p.planId}, 'taskId', ${p.taskId}, 'state', ${p.state}, 'doneOn', ${p.doneOn}, 'proof', ${p.proof}, 'proofUrl', ${p.proofUrl}, 'note', ${p.note}, 'markedByName', ${p.markedByName}, 'markedAt', ${p.markedAt})`;
  const rows = await together<Omit<Progress, 'markedAt'> & { markedAt: string }>(ctx, sql`select ${whole} from ${p} where ${eq(p.planId, planId)}`);
  return Object.fromEntries(rows.map((row) => [row.taskId, { ...row, markedAt: new Date(row.markedAt) }]));
}

const newest = and(eq(cityPlanRevisions.planId, cityPlans.id), eq(cityPlanRevisions.revision, cityPlans.revision));

export type Filter = Cursor & { region?: string | undefined; state?: 'published' | 'closed' | undefined };

/** 公布的计划 for everybody, newest first, in the words they were published with. */
export async function listPlans(ctx: Ctx, { region, state, ...cursor }: Filter = {}, size = 50) {
  const { where, order, limit } = keyset(cityPlans.id, cursor, size);
  const rows = await ctx.db.select({
    id: cityPlans.id, code: cityPlans.code, regionCode: cityPlans.regionCode, state: cityPlans.state, isExample: cityPlans.isExample, source: cityPlans.source, publishedAt: cityPlans.publishedAt, closedAt: cityPlans.closedAt,
    revision: cityPlanRevisions.revision, zh: cityPlanRevisions.zh, en: cityPlanRevisions.en, issuer: cityPlanRevisions.issuer, startsOn: cityPlanRevisions.startsOn, endsOn: cityPlanRevisions.endsOn,
    actions: sql<number>`jsonb_array_length(${cityPlanRevisions.content}->'actions')`,
    indicators: sql<number>`jsonb_array_length(jsonb_path_query_array(${cityPlanRevisions.content}, '$.actions[*].indicators[*]'))`,
  }).from(cityPlans).innerJoin(cityPlanRevisions, newest)
    .where(and(where, ne(cityPlans.state, 'draft'), state ? eq(cityPlans.state, state) : undefined, region ? or(like(cityPlans.regionCode, `${region}%`), eq(cityPlans.regionCode, '*')) : undefined))
    .orderBy(order).limit(limit);
  const place = await placeNames(ctx, rows.map(({ regionCode }) => regionCode));
  return pageOf(rows.map((row) => ({ ...row, place: place(row.regionCode) })), cursor, ({ id }) => id, size);
}

/** 一个公布的计划: what its newest revision says, or an earlier one that was asked for. */
export async function getPublished(ctx: Ctx, id: string, revision?: number) {
  const of = revision === undefined ? newest : and(eq(cityPlanRevisions.planId, cityPlans.id), eq(cityPlanRevisions.revision, revision));
  const [row] = isId(id) ? await ctx.db.select({ plan: cityPlans, said: cityPlanRevisions }).from(cityPlans).innerJoin(cityPlanRevisions, of).where(and(eq(cityPlans.id, id), ne(cityPlans.state, 'draft'), gt(cityPlans.revision, 0))) : [];
  if (!row) throw new Refusal('city-plan-not-found', 404);
  const place = (await placeNames(ctx, [row.plan.regionCode]))(row.plan.regionCode);
  return { ...row, place };
}

/** 历次发布 of one plan, without their words. */
export function listRevisions(ctx: Ctx, planId: string) {
  const r = cityPlanRevisions;
  return ctx.db.select({ revision: r.revision, reason: r.reason, publishedAt: r.publishedAt, hash: r.hash }).from(r).where(eq(r.planId, planId)).orderBy(desc(r.revision)).limit(100);
}

/** Whether the data file's plan is already there for a region. */
export async function knownPlan(ctx: Ctx, code: string, regionCode: string): Promise<string | undefined> {
  const [row] = await ctx.db.select({ id: cityPlans.id }).from(cityPlans).where(and(eq(cityPlans.code, code), eq(cityPlans.regionCode, regionCode)));
  return row?.id;
}
