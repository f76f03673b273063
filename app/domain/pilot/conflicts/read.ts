import { and, desc, eq, inArray } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { organisations } from '#app/domain/base/organisations/tables.server.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { conflictsOf } from './conflicts-of.ts';
import { conflicts } from './tables.server.ts';

/** 回避关系 of one expert, those that stand first, for themselves or for the office that keeps them. */
export async function listTies(ctx: Ctx, expert: { id: string; regionCode: string }) {
  if (ctx.actor.id !== expert.id) allow(ctx, 'conflict.record', expert);
  const rows = await ctx.db
    .select({ tie: conflicts, organisation: organisations.name, number: applications.number })
    .from(conflicts)
    .leftJoin(organisations, eq(organisations.id, conflicts.organisationId))
    .leftJoin(applications, eq(applications.id, conflicts.applicationId))
    .where(eq(conflicts.expertId, expert.id))
    .orderBy(desc(conflicts.id))
    .limit(200);
  const name = await placeNames(ctx, rows.flatMap(({ tie }) => tie.regionCode ?? tie.communityCode ?? []));
  return rows
    .map(({ tie, organisation, number }) => {
      const place = tie.regionCode ?? tie.communityCode;
      return { ...tie, tiedTo: organisation ?? tie.organisationName ?? number ?? (place === null ? '' : name(place)) };
    })
    .toSorted((a, b) => Number(a.liftedAt !== null) - Number(b.liftedAt !== null));
}

/** 正在评审中应当回避的申报: what of the applications under review this expert is kept from, with the reason; the office sees those of its regions. */
export async function listKeptFrom(ctx: Ctx, expert: { id: string; regionCode: string }) {
  allow(ctx, 'conflict.record', expert);
  const open = await ctx.db
    .select({ id: applications.id, number: applications.number, unitName: nameThenAndNow(ctx, applications.regionCode, applications.createdAt) })
    .from(applications)
    .innerJoin(regions, eq(regions.code, applications.regionCode))
    .where(and(inArray(applications.status, ['complete', 'in-review']), within(ctx, 'review.assign', applications.regionCode)))
    .orderBy(desc(applications.id))
    .limit(2000);
  const ties = await conflictsOf(ctx, open.map(({ id }) => id), [expert.id]);
  return open.flatMap((application) => {
    const kinds = [...new Set(ties.filter(({ applicationId }) => applicationId === application.id).map(({ kind }) => kind))];
    return kinds.length === 0 ? [] : [{ ...application, kinds }];
  });
}
