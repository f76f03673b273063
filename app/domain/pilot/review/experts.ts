import { and, asc, eq, exists, ilike, inArray, isNull, or, sql } from 'drizzle-orm';
import { allow, allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { findByLogin } from '#app/domain/base/accounts/people.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { organisations } from '#app/domain/base/organisations/tables.server.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { getHanded } from '#app/domain/pilot/applications/submitted.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import { type Cursor, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { blockOf, type ExpertField } from './model.ts';
import { assignments, experts } from './tables.server.ts';

export type ExpertFilter = Cursor & { query?: string | undefined; field?: ExpertField | undefined };

const load = sql<number>`(select count(*)::int from ${assignments} open where open.expert_id = ${experts.userId} and open.state in ('assigned', 'accepted'))`;
const shown = {
  id: experts.userId, name: users.name, fields: experts.fields, regionCode: experts.regionCode, regionName: regions.name,
  organisationId: experts.organisationId, organisationName: experts.organisationName, load,
};

function asked({ query, field }: ExpertFilter) {
  const words = query && anywhere(query);
  return and(
    words ? or(ilike(users.name, words), ilike(experts.organisationName, words)) : undefined,
    field ? sql`${experts.fields} ? ${field}` : undefined,
  );
}

/** 专家名单: for those who assign reviews. */
export async function listExperts(ctx: Ctx, filter: ExpertFilter = {}) {
  allowAnywhere(ctx, 'review.assign');
  const { where, order, limit } = keyset(experts.userId, filter);
  const rows = await ctx.db
    .select(shown)
    .from(experts)
    .innerJoin(users, eq(users.id, experts.userId))
    .leftJoin(regions, eq(regions.code, experts.regionCode))
    .where(and(asked(filter), where))
    .orderBy(order)
    .limit(limit);
  return pageOf(rows, filter, (row) => row.id);
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

/** 申报一方: what of an application decides whether an expert must stay away. */
export async function sidesOf(ctx: Ctx, applicationId: string) {
  const handed = await getHanded(ctx, applicationId);
  const said = handed.content.answers['applicant-name'];
  const [organisation] = handed.organisationId
    ? await ctx.db.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, handed.organisationId))
    : [];
  const organisationNames = [organisation?.name ?? '', typeof said === 'string' ? said : ''].filter((name) => name !== '');
  return { organisationId: handed.organisationId, organisationNames, regionCode: handed.regionCode, applicantCode: handed.applicantCode };
}

/** 可选专家: found by name or organisation, the least burdened first, each with the reason why not if there is one. */
export async function listCandidates(ctx: Ctx, applicationId: string, query?: string) {
  const application = await sidesOf(ctx, applicationId);
  allow(ctx, 'review.assign', application);
  const rows = await ctx.db
    .select(shown)
    .from(experts)
    .innerJoin(users, eq(users.id, experts.userId))
    .leftJoin(regions, eq(regions.code, experts.regionCode))
    .where(and(
      asked({ query }), isNull(users.disabledAt),
      exists(ctx.db.select({ id: roleGrants.id }).from(roleGrants).where(and(eq(roleGrants.userId, users.id), eq(roleGrants.role, 'expert')))),
    ))
    .orderBy(asc(load), asc(users.name))
    .limit(40);
  const known = rows.length === 0 ? [] : await ctx.db
    .select({ expertId: assignments.expertId, state: assignments.state })
    .from(assignments)
    .where(and(eq(assignments.applicationId, applicationId), inArray(assignments.expertId, rows.map((row) => row.id))));
  return rows.map(({ organisationId, ...row }) => {
    const state = known.find(({ expertId }) => expertId === row.id)?.state;
    const held = state === 'conflict' ? ('declared-conflict' as const) : state && state !== 'withdrawn' ? ('already-assigned' as const) : undefined;
    return { ...row, whyNot: held ?? blockOf({ ...row, organisationId }, application) ?? null };
  });
}
