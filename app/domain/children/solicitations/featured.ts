import { and, desc, eq, ne, or } from 'drizzle-orm';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { isFeaturable } from '#app/domain/children/moderation/is-approved.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { onShow } from './exhibition.ts';
import { isLicensed } from './licence.ts';
import type { Kind } from './model.ts';
import { asShown } from './read.ts';
import { solicitations, solicitationWorks } from './tables.server.ts';

/** 摆在前面的作品 of all exhibitions: what received a prize or children chose, the newest first; never one that carries one of the four labels. */
export async function featuredWorks(ctx: Ctx, kind?: Kind, many = 6) {
  const rows = await ctx.db
    .select({
      id: solicitationWorks.id, number: solicitationWorks.number, layer: solicitationWorks.layer, prize: solicitationWorks.prize, isChildrensChoice: solicitationWorks.isChildrensChoice,
      exhibition: solicitations.id, exhibitionTitle: solicitations.title, place: nameIn(ctx),
    })
    .from(solicitationWorks)
    .innerJoin(solicitations, and(eq(solicitations.countyCode, solicitationWorks.countyCode), eq(solicitations.id, solicitationWorks.solicitationId)))
    .innerJoin(regions, eq(regions.code, solicitations.regionCode))
    .where(and(onShow(ctx), kind ? eq(solicitations.kind, kind) : undefined, or(ne(solicitationWorks.prize, ''), eq(solicitationWorks.isChildrensChoice, true)), isFeaturable('work', solicitationWorks.id), isLicensed()))
    .orderBy(desc(solicitations.decidedAt), desc(solicitationWorks.id))
    .limit(many);
  return asShown(ctx, rows);
}
