import { and, asc, eq, ilike, isNull, like, or, type SQL, sql } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { inside } from '#app/domain/base/regions/inside.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, keyset, type Page, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { together } from '#app/platform/together.ts';
import type { OrganisationKind, Verification } from './model.ts';
import { organisationAgents, organisations } from './tables.server.ts';

export type Asked = Cursor & { q?: string | undefined; kind?: OrganisationKind | undefined; verification?: Verification | undefined; region?: string | undefined };

const shown = {
  id: organisations.id,
  kind: organisations.kind,
  name: organisations.name,
  creditCode: organisations.creditCode,
  regionCode: organisations.regionCode,
  verification: organisations.verification,
  createdAt: organisations.createdAt,
};

/** 机构名册: what lies in one's own regions. */
export async function listOrganisations(ctx: Ctx, asked: Asked = {}, size = 50): Promise<Page<Pick<Organisation, keyof typeof shown>>> {
  const { where, order, limit } = keyset(organisations.id, asked, size);
  const found = await ctx.db
    .select(shown)
    .from(organisations)
    .where(
      and(
        within(ctx, 'organisation.list', organisations.regionCode),
        asked.q ? matches(asked.q) : undefined,
        asked.kind ? eq(organisations.kind, asked.kind) : undefined,
        asked.verification ? eq(organisations.verification, asked.verification) : undefined,
        inside(organisations.regionCode, asked.region),
        where,
      ),
    )
    .orderBy(order)
    .limit(limit);
  return pageOf(found, asked, (row) => row.id, size);
}

function matches(q: string): SQL | undefined {
  return or(ilike(organisations.name, anywhere(q)), like(organisations.creditCode, anywhere(q.toUpperCase()).slice(1)));
}

/** 机构: for those whose region it lies in, and for its own agents. */
export async function getOrganisation(ctx: Ctx, id: string): Promise<Organisation> {
  if (!isId(id)) throw new Refusal('organisation-not-found', 404);
  const mine = sql`exists (select 1 from ${organisationAgents} a where a.organisation_id = ${organisations.id}
    and a.user_id = ${ctx.actor.id} and a.until is null)`;
  const [organisation] = await ctx.db
    .select()
    .from(organisations)
    .where(and(eq(organisations.id, id), or(within(ctx, 'organisation.list', organisations.regionCode), mine)));
  if (!organisation) throw new Refusal('organisation-not-found', 404);
  return organisation;
}
export type Organisation = typeof organisations.$inferSelect;

/** 我的机构: those that I act for now. */
export function listMyOrganisations(ctx: Ctx): Promise<Organisation[]> {
  const mine = sql`${organisations.id} in (select organisation_id from ${organisationAgents} a
    where a.user_id = ${ctx.actor.id} and a.until is null)`;
  return ctx.db.select().from(organisations).where(mine).orderBy(asc(organisations.id)).limit(50);
}

/** 经办人: who acts or acted for it; the page has asked for the organisation first. */
export function listAgents(ctx: Ctx, organisationId: string) {
  return ctx.db
    .select({ userId: users.id, name: users.name, since: organisationAgents.since, until: organisationAgents.until })
    .from(organisationAgents)
    .innerJoin(users, eq(users.id, organisationAgents.userId))
    .where(eq(organisationAgents.organisationId, organisationId))
    .orderBy(asc(organisationAgents.since))
    .limit(100);
}

/** 是否经办人: whether this person acts for it now. */
export async function isAgent(ctx: Ctx, organisationId: string, userId = ctx.actor.id): Promise<boolean> {
  const [found] = await ctx.db
    .select({ userId: organisationAgents.userId })
    .from(organisationAgents)
    .where(and(eq(organisationAgents.organisationId, organisationId), eq(organisationAgents.userId, userId), isNull(organisationAgents.until)));
  return found !== undefined;
}

/** 待核实数 in one's own regions, no further than a hundred. */
export async function countUnverified(ctx: Ctx): Promise<number> {
  const few = await together(ctx, ctx.db
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(within(ctx, 'organisation.verify', organisations.regionCode), eq(organisations.verification, 'unverified')))
    .limit(100));
  return few.length;
}
