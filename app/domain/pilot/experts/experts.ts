import { and, eq, ilike, isNull, or, type SQL, sql } from 'drizzle-orm';
import { allowAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { findByLogin } from '#app/domain/base/accounts/people.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { nameIfAny } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { type Cursor, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type ExpertField, type Standing, standingOf } from './model.ts';
import { expertAbsences, expertAgreements, experts } from './tables.server.ts';

export type ExpertFilter = Cursor & { query?: string | undefined; field?: ExpertField | undefined; standing?: Standing | undefined };

const isHeld = sql<boolean>`(${users.disabledAt} is null and exists (select from ${roleGrants} held where held.user_id = ${experts.userId} and held.role = 'expert'))`;
const shownTo = (ctx: Ctx) => ({
  id: experts.userId, name: users.name, fields: experts.fields, languages: experts.languages, regionCode: experts.regionCode, regionName: nameIfAny(ctx),
  organisationId: experts.organisationId, organisationName: experts.organisationName, maxLoad: experts.maxLoad, standing: experts.standing,
  standingReason: experts.standingReason, standingAt: experts.standingAt, termFrom: experts.termFrom, termUntil: experts.termUntil,
  trainedOn: experts.trainedOn, training: experts.training, createdAt: experts.createdAt,
  load: sql<number>`expert_load(${experts.userId})`, isExpert: isHeld,
  agreedYears: sql<number[]>`array(select year from ${expertAgreements} signed where signed.expert_id = ${experts.userId} order by year)`,
  absences: sql<{ fromOn: string; untilOn: string }[]>`coalesce((select json_agg(json_build_object('fromOn', away.from_on, 'untilOn', away.until_on) order by away.from_on)
    from ${expertAbsences} away where away.expert_id = ${experts.userId}), '[]'::json)`,
});

/** What a list of experts is asked for, as a condition. */
export function asked({ query, field, standing }: ExpertFilter): SQL | undefined {
  const words = query && anywhere(query);
  return and(
    words ? or(ilike(users.name, words), ilike(experts.organisationName, words)) : undefined,
    field ? sql`${experts.fields} ? ${field}` : undefined,
    standing ? eq(experts.standing, standing) : undefined,
  );
}

/** 在办数 as somebody sees it: of the applications in the regions where they assign reviews, as if there were no others. */
export function loadFor(ctx: Ctx): SQL<number> {
  const regionCodes = regionsFor(ctx.actor, 'review.assign');
  const near = regionCodes.includes('*') ? sql`true` : (or(...regionCodes.map((code) => sql`about.region_code like ${`${code}%`}`)) ?? sql`false`);
  return sql<number>`(select count(*)::int from assignments given join applications about on about.id = given.application_id
    where given.expert_id = ${experts.userId} and given.state in ('assigned', 'accepted') and given.set_aside_at is null and (given.expert_id = ${ctx.actor.id} or ${near}))`;
}

/** What is shown of an expert: the load as it is seen, not as it counts for the limit. */
export const asSeen = <R extends { load: number; seenLoad: number }>({ seenLoad, ...row }: R) => ({ ...row, load: seenLoad });

/** 专家及其可否分配: the experts of a condition as they stand today; who may ask is for the caller to say, and what of the load is shown. */
export async function readExperts(ctx: Ctx, where: SQL | undefined, order: SQL[], most: number) {
  const rows = await ctx.db
    .select({ ...shownTo(ctx), seenLoad: loadFor(ctx) })
    .from(experts)
    .innerJoin(users, eq(users.id, experts.userId))
    .leftJoin(regions, eq(regions.code, experts.regionCode))
    .where(where)
    .orderBy(...order)
    .limit(most);
  const today = beijingDay(ctx.now);
  return rows.map((row) => ({ ...row, ...standingOf(row, today) }));
}

export type ExpertRow = Awaited<ReturnType<typeof readExperts>>[number];

/** 专家名单: for those who assign reviews. */
export async function listExperts(ctx: Ctx, filter: ExpertFilter = {}) {
  allowAnywhere(ctx, 'review.assign');
  const { where, order, limit } = keyset(experts.userId, filter);
  const rows = await readExperts(ctx, and(asked(filter), where), [order], limit);
  return pageOf(rows.map(asSeen), filter, (row) => row.id);
}

/** 一位专家 as they stand today, if they are on the list. */
export async function findExpert(ctx: Ctx, userId: string): Promise<ExpertRow | undefined> {
  const [expert] = await readExperts(ctx, eq(experts.userId, userId), [], 1);
  return expert && { ...expert, load: expert.seenLoad };
}

/** The account that somebody names by user name, e-mail or phone number, if it holds the expert role. */
export async function findExpertAccount(ctx: Ctx, account: string) {
  const user = await findByLogin(ctx, account);
  if (!user) throw new Refusal('expert-not-found', 404);
  if (!(await isExpert(ctx, user.id))) throw new Refusal('expert-role-missing');
  return user;
}

/** Whether an account that is not disabled holds the expert role today. */
export async function isExpert(ctx: Ctx, userId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: users.id })
    .from(users)
    .innerJoin(roleGrants, and(eq(roleGrants.userId, users.id), eq(roleGrants.role, 'expert')))
    .where(and(eq(users.id, userId), isNull(users.disabledAt)))
    .limit(1);
  return rows.length > 0;
}
