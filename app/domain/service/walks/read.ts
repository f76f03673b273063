import { and, asc, desc, eq, ne, or, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { hazards } from '#app/domain/service/hazards/tables.server.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isOut } from './close-walk.ts';
import { findWalk, type Walk } from './hold-walk.ts';
import { countOf, isOver, limits, type PointId } from './model.ts';
import { openHere, photoSource, pointSource } from './open-ticket.ts';
import { compare, resultOf } from './score.ts';
import { scoresByLayer, type Stand, standOf } from './stand-of.ts';
import { walkPhones, walkPhotos, walks, walkTickets } from './tables.server.ts';

/** 本社区的走查, what is to come or open first, then the newest. */
export async function listWalks(ctx: Ctx, regionCode: string) {
  allow(ctx, 'walk.lead', { regionCode });
  const rows = await ctx.db
    .select({
      id: walks.id, place: walks.place, setting: walks.setting, day: walks.day, adults: walks.adults, groupName: walks.groupName, children: walks.children, state: walks.state, result: walks.result, isInvented: walks.isInvented,
      tickets: sql<number>`(select count(*) from ${walkTickets} t where t.county_code = ${walks.countyCode} and t.walk_id = ${walks.id})`.mapWith(Number),
    })
    .from(walks)
    .where(and(eq(walks.countyCode, countyCode(regionCode)), eq(walks.regionCode, regionCode), within(ctx, 'walk.lead', walks.regionCode)))
    .orderBy(sql`${walks.state} in ('closed', 'called-off')`, desc(walks.day), desc(walks.id))
    .limit(100);
  return rows.map(({ children, result, ...row }) => ({ ...row, children: countOf(children), score: result?.score ?? null }));
}

/** 一次走查 for those who lead it: what was said, how it scores, what may become a ticket, what became of it, and how it was before. */
export async function getWalk(ctx: Ctx, place: string, id: string, against?: string) {
  const walk = await findWalk(ctx, place, id);
  const [stand, phones, tickets, open, others] = await Promise.all([standOf(ctx, walk), phonesOf(ctx, walk), ticketsOf(ctx, walk), isOver(walk.state) && walk.state !== 'closed' ? [] : openHere(ctx, walk), othersOf(ctx, walk)]);
  const before = others.find((other) => other.id === against) ?? others.find(({ day }) => day <= walk.day);
  const { scores, photos } = stand;
  const spotNames = Object.fromEntries(walk.parts.map((part) => [part.id, part.name]));
  return {
    walk, spotNames, scores, taps: stand.taps.length, photos: photos.map((photo) => ({ ...photo, source: photoSource(photo.id), ticket: ticketFor(tickets, photoSource(photo.id)) })), waiting: stand.waiting, late: stand.late, papers: stand.papers,
    layers: scoresByLayer(walk, stand.taps), phones, phonesOut: phones.filter(isOut).length, wrong: wrongOf(stand, tickets), tickets, open, others: others.map(({ id: other, day }) => ({ id: other, day })),
    before: before ? { id: before.id, day: before.day, ...comparedWith(before, resultOf(scores)), photos: await photosOf(ctx, before) } : null,
  };
}
export type WalkRead = Awaited<ReturnType<typeof getWalk>>;

function comparedWith({ result }: Pick<Walk, 'result'>, now: ReturnType<typeof resultOf>) {
  return { score: result?.score ?? null, norms: compare(result?.norms ?? [], now.norms), points: compare<PointId>(result?.points ?? [], now.points) };
}

type Ticket = Awaited<ReturnType<typeof ticketsOf>>[number];
const ticketFor = (tickets: readonly Ticket[], source: string) => tickets.find((ticket) => ticket.source === source);

/** 说不好的: each point at each spot, what most children said first. */
function wrongOf({ taps, photos }: Stand, tickets: readonly Ticket[]) {
  const bad = Map.groupBy(taps.filter(({ answer }) => answer === 'bad'), ({ point, spot }) => pointSource(point, spot));
  return [...bad].map(([source, said]) => {
    const { point, spot } = said[0]!;
    const counted = taps.filter((tap) => tap.point === point && tap.spot === spot && ['good', 'middling', 'bad'].includes(tap.answer)).length;
    return { source, point, spot, bad: said.length, counted, photos: photos.filter((photo) => photo.point === point && photo.spot === spot).map((photo) => photo.id), ticket: ticketFor(tickets, source) };
  }).toSorted((a, b) => b.bad - a.bad);
}

function phonesOf(ctx: Ctx, { countyCode: county, id }: Walk) {
  return ctx.db.select().from(walkPhones).where(and(eq(walkPhones.countyCode, county), eq(walkPhones.walkId, id))).orderBy(asc(walkPhones.takenAt)).limit(50);
}

/** 工单进展: every ticket of the walk with the state it has now. */
function ticketsOf(ctx: Ctx, { countyCode: county, id }: Walk) {
  return ctx.db
    .select({ source: walkTickets.source, at: walkTickets.at, hazardId: hazards.id, kind: hazards.kind, state: hazards.state, placeText: hazards.placeText, dueOn: hazards.dueOn })
    .from(walkTickets)
    .innerJoin(hazards, and(eq(hazards.countyCode, walkTickets.countyCode), eq(hazards.id, walkTickets.hazardId)))
    .where(and(eq(walkTickets.countyCode, county), eq(walkTickets.walkId, id)))
    .orderBy(asc(walkTickets.at), asc(walkTickets.source))
    .limit(200);
}

/** 同一处的走查 that are closed, the newest first. */
function othersOf(ctx: Ctx, walk: Walk) {
  const same = walk.spaceId ? eq(walks.spaceId, walk.spaceId) : and(eq(walks.routeId, walk.routeId!), walk.segmentId ? or(eq(walks.segmentId, walk.segmentId), sql`${walks.segmentId} is null`) : sql`${walks.segmentId} is null`);
  return ctx.db
    .select({ id: walks.id, countyCode: walks.countyCode, day: walks.day, result: walks.result })
    .from(walks)
    .where(and(eq(walks.countyCode, walk.countyCode), eq(walks.regionCode, walk.regionCode), eq(walks.state, 'closed'), ne(walks.id, walk.id), same))
    .orderBy(desc(walks.day), desc(walks.id))
    .limit(20);
}

async function photosOf(ctx: Ctx, { countyCode: county, id }: Pick<Walk, 'countyCode' | 'id'>) {
  const rows = await ctx.db.select({ id: walkPhotos.id, point: walkPhotos.point, spot: walkPhotos.spot, fileId: walkPhotos.fileId }).from(walkPhotos).where(and(eq(walkPhotos.countyCode, county), eq(walkPhotos.walkId, id), eq(walkPhotos.isLate, false))).orderBy(asc(walkPhotos.id)).limit(limits.photos);
  return rows.filter(({ fileId }) => fileId !== null).map(({ fileId: _, ...photo }) => photo);
}
