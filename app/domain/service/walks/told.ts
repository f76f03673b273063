import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { leastFor } from '#app/domain/base/small-cells/model.ts';
import { isApproved } from '#app/domain/children/moderation/is-approved.ts';
import { shownOf } from '#app/domain/children/moderation/shown.ts';
import type { HazardState } from '#app/domain/service/hazards/model.ts';
import { isPublic } from '#app/domain/service/hazards/read.ts';
import { afterOf } from '#app/domain/service/hazards/repair-hazard.ts';
import { hazards } from '#app/domain/service/hazards/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { countOf, limits, type PointId } from './model.ts';
import { walkPhotos, walks, walkTickets } from './tables.server.ts';

const line = { id: walks.id, countyCode: walks.countyCode, regionCode: walks.regionCode, place: walks.place, setting: walks.setting, day: walks.day, spaceId: walks.spaceId, routeId: walks.routeId, parts: walks.parts, children: walks.children, endWords: walks.endWords, result: walks.result, isInvented: walks.isInvented };
type Line = Pick<typeof walks.$inferSelect, keyof typeof line>;

/** 公开的走查 of a community: closed ones, the newest first, with what was found, and of the repairs only those that were confirmed, before and after. */
export async function publicWalks(ctx: Ctx, region: string, most = 20) {
  const rows = await ctx.db.select(line).from(walks).where(and(eq(walks.state, 'closed'), await insideToday(ctx, walks.regionCode, region))).orderBy(desc(walks.day), desc(walks.id)).limit(most);
  const tickets = await ticketsOf(ctx, rows);
  return rows.map((row) => ({ ...seenBy(row), ...becameOf(tickets.filter(({ walkId }) => walkId === row.id)) }));
}
export type PublicWalk = Awaited<ReturnType<typeof publicWalks>>[number];

/** 给孩子看的一次走查: what was good, what was not, and of each ticket how far it is; closed ones only. */
export async function childWalk(ctx: Ctx, id: string) {
  const [row] = isId(id) ? await ctx.db.select(line).from(walks).where(and(eq(walks.id, id), eq(walks.state, 'closed'))) : [];
  if (!row) throw new Refusal('walk-not-found', 404);
  const [tickets, photos] = await Promise.all([ticketsOf(ctx, [row]), approvedPhotos(ctx, row)]);
  return { ...seenBy(row), ...becameOf(tickets), photos };
}

/** What everybody may know of a walk: no adult, no group, no code, and how many children only from enough of them on. */
function seenBy({ id, regionCode, place, setting, day, routeId, children, endWords, result, isInvented }: Line) {
  const many = countOf(children);
  return { id, regionCode, place, setting, day, routeId, endWords, isInvented, children: many < leastFor.public ? null : many, score: result?.score ?? null, norms: scoresOf(result?.norms), points: scoresOf(result?.points) };
}

const scoresOf = <Id extends string>(scored: readonly { id: Id; score: number | null }[] = []) => scored.map(({ id, score }) => ({ id, score }));

type Told = { walkId: string; point: PointId | null; kind: (typeof hazards.$inferSelect)['kind']; hazardId: string; state: HazardState; isPublic: boolean; before: string | undefined; after: string | undefined };

function becameOf(tickets: readonly Told[]) {
  const verified = tickets.filter(({ state }) => state === 'verified');
  return { tickets: [...tickets], repairs: verified.filter((ticket) => ticket.isPublic), counts: { all: tickets.length, verified: verified.length, declined: tickets.filter(({ state }) => state === 'declined').length } };
}

async function ticketsOf(ctx: Ctx, rows: readonly Line[]): Promise<Told[]> {
  if (rows.length === 0) return [];
  const found = await ctx.db
    .select({ walkId: walkTickets.walkId, source: walkTickets.source, photoPoint: walkPhotos.point, hazardId: hazards.id, kind: hazards.kind, state: hazards.state, isPublic: isPublic().mapWith(Boolean) })
    .from(walkTickets)
    .innerJoin(hazards, and(eq(hazards.countyCode, walkTickets.countyCode), eq(hazards.id, walkTickets.hazardId)))
    .leftJoin(walkPhotos, and(eq(walkPhotos.countyCode, walkTickets.countyCode), eq(walkPhotos.walkId, walkTickets.walkId), sql`${walkTickets.source} = 'photo:' || ${walkPhotos.id}::text`))
    .where(and(inArray(walkTickets.countyCode, [...new Set(rows.map(({ countyCode }) => countyCode))]), inArray(walkTickets.walkId, rows.map(({ id }) => id))))
    .orderBy(asc(walkTickets.at), asc(walkTickets.source))
    .limit(500);
  const ids = found.filter(({ state }) => state === 'verified').map(({ hazardId }) => hazardId);
  const shown = await shownOf(ctx, 'hazard', [...ids, ...ids.map(afterOf)]);
  const picture = (id: string) => shown.get(id)?.files.find(({ isPicture }) => isPicture)?.fileId;
  return found.map(({ source, photoPoint, ...ticket }) => ({ ...ticket, point: source.startsWith('point:') ? (source.split(':')[1] as PointId) : photoPoint, before: picture(ticket.hazardId), after: picture(afterOf(ticket.hazardId)) }));
}

/** 可公开的照片 of the walk itself, once a moderator has looked. */
async function approvedPhotos(ctx: Ctx, { countyCode, id }: Line) {
  const rows = await ctx.db.select({ id: walkPhotos.id, point: walkPhotos.point }).from(walkPhotos).where(and(eq(walkPhotos.countyCode, countyCode), eq(walkPhotos.walkId, id), eq(walkPhotos.isLate, false), isApproved('walk', walkPhotos.id))).orderBy(asc(walkPhotos.id)).limit(limits.photos);
  const shown = await shownOf(ctx, 'walk', rows.map((row) => row.id));
  return rows.flatMap((row) => (shown.get(row.id)?.files ?? []).slice(0, 1).map(({ fileId }) => ({ ...row, fileId })));
}
