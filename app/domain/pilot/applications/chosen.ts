import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { applications } from './tables.server.ts';

/** 选中的申报: those of these that the officer may see in the queue, newest first. */
export function listChosen(ctx: Ctx, ids: readonly string[]) {
  return ctx.db
    .select({ id: applications.id, number: applications.number, status: applications.status, round: applications.round, unitName: nameThenAndNow(ctx, applications.regionCode, applications.createdAt) })
    .from(applications)
    .innerJoin(regions, eq(regions.code, applications.regionCode))
    .where(and(inArray(applications.id, [...ids]), ne(applications.status, 'draft'), within(ctx, 'application.queue', applications.regionCode)))
    .orderBy(desc(applications.id));
}
