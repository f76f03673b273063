import { and, asc, eq, inArray, or } from 'drizzle-orm';
import { findHazard } from '#app/domain/service/hazards/find-hazard.ts';
import { openStates } from '#app/domain/service/hazards/model.ts';
import { openHazard, type Opened } from '#app/domain/service/hazards/open-hazard.ts';
import { hazards } from '#app/domain/service/hazards/tables.server.ts';
import type { LngLat } from '#app/domain/service/spaces/model.ts';
import { routeSegments, spaces } from '#app/domain/service/spaces/tables.server.ts';
import { childWalksWords } from '#app/i18n/child-walks.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdWalk, type Walk } from './hold-walk.ts';
import type { TicketInput } from './input.ts';
import { type PointId, pointsOf } from './model.ts';
import { type Stand, standOf } from './stand-of.ts';
import { walkTickets } from './tables.server.ts';

/** 来源 of a ticket: a point that somebody found not good at a spot, or a picture. */
export const pointSource = (point: PointId, spot: string | null) => `point:${point}:${spot ?? ''}`;
export const photoSource = (id: string) => `photo:${id}`;

/** 转工单, with one tap: a point that is not good or a picture becomes a hazard, once; or it is the same as one that is open. */
export function openTicket(ctx: Ctx, place: string, id: string, input: TicketInput): Promise<string> {
  return change(ctx, async (tx) => {
    const walk = await holdWalk(tx, place, id);
    if (walk.state === 'planned' || walk.state === 'called-off') throw new Refusal('walk-nothing-said');
    const opened = await whatIsWrong(tx, walk, await standOf(tx, walk), input);
    const [known] = await tx.db.select({ hazardId: walkTickets.hazardId }).from(walkTickets).where(and(eq(walkTickets.countyCode, walk.countyCode), eq(walkTickets.walkId, id), eq(walkTickets.source, input.source)));
    if (known) throw new Refusal('walk-ticket-there');
    const hazardId = input.same === '' ? (await openHazard(tx, opened)).id : await sameAs(tx, walk, input.same);
    await tx.db.insert(walkTickets).values({ countyCode: walk.countyCode, walkId: id, source: input.source, hazardId, byName: tx.actor.name, at: tx.now });
    await tx.record('walk.ticket-opened', walk, { place: walk.place, hazardId, isSame: input.same !== '' });
    return hazardId;
  });
}

/** 问题写成隐患: the sentence of the point, the pictures of it there, the place; no child's word but the note of a picture, which a moderator reads. */
async function whatIsWrong(ctx: Ctx, walk: Walk, { taps, photos }: Stand, { source, kind, danger }: TicketInput): Promise<Opened> {
  const [what, id, at = ''] = source.split(':') as ['point' | 'photo', string, string?];
  const photo = what === 'photo' ? photos.find((one) => one.id === id) : undefined;
  const pointId = what === 'photo' ? photo?.point : (id as PointId);
  const spot = what === 'photo' ? (photo?.spot ?? null) : at || null;
  const isBad = taps.some((tap) => tap.point === pointId && (tap.spot ?? '') === at && tap.answer === 'bad');
  if (what === 'photo' ? !photo : !isBad) throw new Refusal('walk-source-unknown', 404);
  const point = pointsOf(walk.setting, walk.checklistVersion).find((one) => one.id === pointId);
  const { points, spots } = childWalksWords['zh-CN'];
  const said = point ? `孩子走查时说不好：“${points[point.id]}”` : '孩子走查时拍下的问题';
  const spotName = spot === null ? '' : (walk.parts.find((part) => part.id === spot)?.name ?? spots[spot as keyof typeof spots] ?? '');
  const beforeFileIds = photo ? [photo.fileId] : photos.filter((one) => one.point === pointId && (one.spot ?? '') === at).map(({ fileId }) => fileId);
  return {
    regionCode: walk.regionCode, kind: kind ?? point?.hazard ?? 'other', danger: danger ?? point?.danger ?? 2, text: [said, photo?.note].filter(Boolean).join('。'), placeText: [walk.place, spotName].filter(Boolean).join(' · ').slice(0, 80),
    source: 'walk', sourceId: walk.id, spaceId: walk.spaceId, ...(await whereIs(ctx, walk, spot)), reporterId: ctx.actor.id, beforeFileIds: beforeFileIds.slice(0, 6),
  };
}

/** 在哪一段、在哪里: the part of the way and its middle, or the place. */
async function whereIs(ctx: Ctx, { setting, segmentId, spaceId }: Walk, spot: string | null): Promise<{ segmentId: string | null; at: LngLat | null }> {
  const part = setting === 'route' ? (spot ?? segmentId) : null;
  if (part) {
    const [segment] = await ctx.db.select({ points: routeSegments.points }).from(routeSegments).where(eq(routeSegments.id, part));
    return { segmentId: segment ? part : null, at: segment?.points[Math.floor(segment.points.length / 2)] ?? null };
  }
  const [space] = spaceId ? await ctx.db.select({ lng: spaces.lng, lat: spaces.lat }).from(spaces).where(eq(spaces.id, spaceId)) : [];
  return { segmentId: null, at: space && space.lng !== null && space.lat !== null ? [space.lng, space.lat] : null };
}

async function sameAs(ctx: Ctx, walk: Walk, id: string): Promise<string> {
  const hazard = await findHazard(ctx, walk.regionCode, id);
  if (!hazard || hazard.regionCode !== walk.regionCode || hazard.state === 'duplicate') throw new Refusal('hazard-not-the-same');
  return hazard.id;
}

/** 这里没修好的: open hazards of the place or the parts that were walked; perhaps the same. */
export function openHere(ctx: Ctx, walk: Walk) {
  const parts = walk.parts.map(({ id }) => id);
  return ctx.db
    .select({ id: hazards.id, kind: hazards.kind, placeText: hazards.placeText, state: hazards.state })
    .from(hazards)
    .where(and(
      eq(hazards.countyCode, walk.countyCode), eq(hazards.regionCode, walk.regionCode), inArray(hazards.state, [...openStates]),
      or(walk.spaceId ? eq(hazards.spaceId, walk.spaceId) : undefined, parts.length > 0 ? inArray(hazards.segmentId, parts) : undefined),
    ))
    .orderBy(asc(hazards.id))
    .limit(30);
}
