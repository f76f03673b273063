import { and, desc, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { publicFile } from '#app/domain/children/moderation/files-of.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { findSolicitation } from './find.ts';
import { isShowable } from './licence.ts';
import type { Kind } from './model.ts';
import { shownWorks } from './read.ts';
import { solicitations, solicitationWorks } from './tables.server.ts';

/** 在展: decided, and its last day of showing has not passed. */
export const onShow = (ctx: Ctx) => and(eq(solicitations.state, 'decided'), or(isNull(solicitations.showUntil), gte(solicitations.showUntil, beijingDay(ctx.now))));

/** 展览列表: solicitations whose works are on show, the newest first. */
export async function listExhibitions(ctx: Ctx, { kind, ...asked }: Cursor & { kind?: Kind | undefined }, size = 24) {
  const cursor = cursorOf(asked);
  const page = keyset(solicitations.id, cursor, size);
  const works = sql<number>`(select count(*)::int from ${solicitationWorks} where ${solicitationWorks.countyCode} = ${solicitations.countyCode} and ${solicitationWorks.solicitationId} = ${solicitations.id} and ${isShowable()})`;
  const rows = await ctx.db
    .select({ id: solicitations.id, kind: solicitations.kind, title: solicitations.title, place: nameIn(ctx), decidedAt: solicitations.decidedAt, works })
    .from(solicitations)
    .innerJoin(regions, eq(regions.code, solicitations.regionCode))
    .where(and(onShow(ctx), page.where, kind ? eq(solicitations.kind, kind) : undefined))
    .orderBy(page.order)
    .limit(page.limit);
  return pageOf(rows, cursor, (row) => row.id, size);
}

/** 一个展览: what may be shown now; a licence that ended takes its work away at once. */
export async function getExhibition(ctx: Ctx, id: string) {
  const solicitation = await findSolicitation(ctx, id);
  const [[row]] = [await ctx.db.select({ place: nameIn(ctx) }).from(solicitations).innerJoin(regions, eq(regions.code, solicitations.regionCode)).where(and(eq(solicitations.id, id), onShow(ctx))).orderBy(desc(solicitations.id))];
  if (!row) throw new Refusal('solicitation-not-found', 404);
  const { kind, title, rules, decisionNote, prizes, decidedAt, regionCode } = solicitation;
  return { id, kind, title, rules, decisionNote, prizes, decidedAt, regionCode, place: row.place, works: await shownWorks(ctx, solicitation) };
}

/** 作品的图 for everybody who may see the work: on show, or while children choose and the jury judges. */
export async function workPicture(ctx: Ctx, workId: string, fileId: string) {
  const shown = inArray(solicitations.state, ['published', 'decided']);
  const [row] = isId(workId) && isId(fileId)
    ? await ctx.db
        .select({ id: solicitationWorks.id })
        .from(solicitationWorks)
        .innerJoin(solicitations, and(eq(solicitations.countyCode, solicitationWorks.countyCode), eq(solicitations.id, solicitationWorks.solicitationId)))
        .where(and(eq(solicitationWorks.id, workId), isShowable(), shown))
    : [];
  if (!row) throw new Refusal('not-found', 404);
  return publicFile(ctx, 'work', workId, fileId);
}
