import { and, asc, eq, ilike, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { allowAnywhere, may, mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { nameHas, nameIn } from '#app/domain/base/regions/name-in.ts';
import { regionPath, regionPaths } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { together } from '#app/platform/together.ts';
import { standOf } from './hold.ts';
import { isOver, type VisitNotice, type VisitState } from './model.ts';
import { visitEntries, visitExperts, visits } from './tables.server.ts';

/** 到访分栏: what is to come, what is out there, what waits for signatures or the office, and what is over. */
export const visitTabs = { planned: ['planned'], open: ['under-way'], waiting: ['synced', 'signed'], over: ['concluded', 'called-off'] } as const satisfies Record<string, readonly VisitState[]>;
export type VisitTab = keyof typeof visitTabs;
export type VisitFilter = Cursor & { tab?: VisitTab | undefined; notice?: VisitNotice | undefined; region?: string | undefined; q?: string | undefined };

/** The office sees the visits of its regions, an expert those they were sent to; they do not exist for anybody else. */
function seen(ctx: Ctx): SQL {
  if (!mayAnywhere(ctx.actor, 'visit.plan')) allowAnywhere(ctx, 'visit.carry-out');
  const mine = sql`exists (select from ${visitExperts} mine where mine.visit_id = ${visits.id} and mine.expert_id = ${ctx.actor.id} and mine.set_aside_at is null)`;
  return or(within(ctx, 'visit.plan', visits.regionCode), mine)!;
}

/** 到访名单 at the desk, newest first, by keyset. */
export async function listVisits(ctx: Ctx, { tab, notice, region, q, ...filter }: VisitFilter = {}, size = 50) {
  const cursor = cursorOf(filter);
  const page = keyset(visits.id, cursor, size);
  const words = q && anywhere(q);
  const rows = await ctx.db
    .select({
      id: visits.id, number: visits.number, regionCode: visits.regionCode, community: nameIn(ctx), state: visits.state, notice: visits.notice, reason: visits.reason, fromOn: visits.fromOn, toOn: visits.toOn, score: visits.score,
      experts: sql<string[]>`array(select u.name from ${visitExperts} e join ${users} u on u.id = e.expert_id where e.visit_id = ${visits.id} and e.set_aside_at is null order by e.slot)`,
    })
    .from(visits)
    .innerJoin(regions, eq(regions.code, visits.regionCode))
    .where(and(
      seen(ctx), tab ? inArray(visits.state, [...visitTabs[tab]]) : undefined, notice ? eq(visits.notice, notice) : undefined, await insideToday(ctx, visits.regionCode, region),
      words ? or(nameHas(ctx, words), ilike(visits.number, words)) : undefined, page.where,
    ))
    .orderBy(page.order)
    .limit(page.limit);
  const found = pageOf(rows, cursor, (row) => row.id, size);
  const paths = await regionPaths(ctx, found.rows.map(({ regionCode }) => regionCode));
  return { ...found, rows: found.rows.map((row) => ({ ...row, place: (paths.get(row.regionCode) ?? []).slice(0, -1).map((step) => step.name).join(' ') })) };
}

/** 一次到访 at the desk: the record, what it lacks, where each phone is, and what came late. */
export async function visitAtDesk(ctx: Ctx, id: string) {
  const [visit] = isId(id) ? await ctx.db.select().from(visits).where(and(eq(visits.id, id), seen(ctx))) : [];
  if (!visit) throw new Refusal(ctx.actor.id === '' ? 'sign-in-needed' : 'visit-not-found', ctx.actor.id === '' ? 401 : 404);
  const { fields, attachments, takings, experts, contentHash, lacks } = await standOf(ctx, visit);
  const path = await regionPath(ctx, visit.regionCode);
  const everybody = await ctx.db
    .select({ id: visitExperts.expertId, name: users.name, slot: visitExperts.slot, setAsideAt: visitExperts.setAsideAt })
    .from(visitExperts)
    .innerJoin(users, eq(users.id, visitExperts.expertId))
    .where(eq(visitExperts.visitId, id))
    .orderBy(asc(visitExperts.slot), asc(visitExperts.assignedAt));
  const late = await ctx.db
    .select({ deviceId: visitEntries.deviceId, seq: visitEntries.seq, path: visitEntries.path, value: visitEntries.value, byName: visitEntries.byName, deviceAt: visitEntries.deviceAt, serverAt: visitEntries.serverAt })
    .from(visitEntries)
    .where(and(eq(visitEntries.countyCode, countyCode(visit.regionCode)), eq(visitEntries.visitId, id), visitEntries.isLate))
    .orderBy(asc(visitEntries.serverAt), asc(visitEntries.seq))
    .limit(500);
  const isMine = experts.some(({ expertId }) => expertId === ctx.actor.id);
  return {
    visit, community: path.at(-1)?.name ?? visit.regionCode, place: path.slice(0, -1).map((step) => step.name).join(' '), fields, attachments, takings, contentHash, lacks: isOver(visit.state) ? [] : lacks, experts: everybody, late,
    canPlan: may(ctx.actor, 'visit.plan', visit) && !isOver(visit.state), canConclude: may(ctx.actor, 'visit.conclude', visit) && !isOver(visit.state) && !isMine, canSettle: isMine && !isOver(visit.state),
  };
}

/** 等办公室处理的到访: signed and not concluded, in the reader's regions. */
export async function countVisitsToConclude(ctx: Ctx): Promise<number> {
  const rows = await together(ctx, ctx.db.select({ id: visits.id }).from(visits).where(and(eq(visits.state, 'signed'), within(ctx, 'visit.conclude', visits.regionCode))).limit(100));
  return rows.length;
}

/** 我要去的到访, by their first day, that nobody has begun. */
export function myVisitsDue(ctx: Ctx): Promise<string[]> {
  return together(ctx, ctx.db
    .select({ day: visits.fromOn })
    .from(visitExperts)
    .innerJoin(visits, eq(visits.id, visitExperts.visitId))
    .where(and(eq(visitExperts.expertId, ctx.actor.id), isNull(visitExperts.setAsideAt), inArray(visits.state, ['planned', 'under-way'])))
    .orderBy(asc(visits.fromOn))
    .limit(100));
}
