import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { parentCandidates } from '#app/domain/base/regions/model.ts';
import { needChild } from '#app/domain/children/identity/here.ts';
import { lockedAmong, shownOf } from '#app/domain/children/moderation/shown.ts';
import { dropItem } from '#app/domain/children/moderation/drop-item.ts';
import { openByPlate, readTicket } from '#app/domain/children/suggestions/plate.ts';
import { change } from '#app/platform/change.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { dropWork } from './drop-work.ts';
import { findSolicitation } from './find.ts';
import { phaseOn } from './model.ts';
import { solicitations, solicitationWorks } from './tables.server.ts';

/** 给孩子的征集: of their place and of what it lies in; those that are open first. */
export async function solicitationsForChild(ctx: Ctx) {
  const child = needChild(ctx);
  const places = [child.regionCode, ...parentCandidates(child.regionCode)];
  const rows = await ctx.db
    .select()
    .from(solicitations)
    .where(and(inArray(solicitations.regionCode, places), ne(solicitations.state, 'draft'), sql`${child.layer} = any(${solicitations.layers})`))
    .orderBy(desc(solicitations.closesOn), asc(solicitations.id))
    .limit(40);
  return rows.map((row) => ({ ...row, phase: phaseOn(row, beijingDay(ctx.now)) }));
}

/** 一个征集 as everybody may read it once it is published. */
export async function publishedSolicitation(ctx: Ctx, id: string) {
  const row = await findSolicitation(ctx, id);
  if (row.state === 'draft') throw new Refusal('solicitation-not-found', 404);
  return { ...row, phase: phaseOn(row, beijingDay(ctx.now)) };
}

const own = { id: solicitationWorks.id, countyCode: solicitationWorks.countyCode, regionCode: solicitationWorks.regionCode, number: solicitationWorks.number, title: solicitationWorks.title, fileId: solicitationWorks.fileId, prize: solicitationWorks.prize, solicitationId: solicitationWorks.solicitationId };

/** 我的作品 of a child with an account. */
export async function ownWorks(ctx: Ctx, solicitationId: string) {
  if (!ctx.child?.childId) return [];
  const rows = await ctx.db.select(own).from(solicitationWorks).where(and(eq(solicitationWorks.childId, ctx.child.childId), eq(solicitationWorks.solicitationId, solicitationId))).orderBy(asc(solicitationWorks.number));
  return withState(ctx, rows);
}

/** 按小牌子找作品: the plate is all that leads to it. */
export async function workByPlate(ctx: Ctx, typed: string) {
  const row = await openByPlate(ctx, typed, (plateOf) => ctx.db.select(own).from(solicitationWorks).where(inArray(solicitationWorks.plateSign, [...plateOf.keys()])));
  return (await withState(ctx, [row]))[0]!;
}

async function withState<R extends { id: string }>(ctx: Ctx, rows: R[]) {
  const shown = await shownOf(ctx, 'work', rows.map(({ id }) => id));
  return rows.map((row) => ({ ...row, seen: shown.get(row.id)?.state ?? ('reading' as const) }));
}

/** 打开自己的作品: by the ticket that a plate gave, or by its id from the account that handed it in. */
export async function openWork(ctx: Ctx, given: string) {
  const isOwn = isId(given);
  const { childId } = isOwn ? needChild(ctx) : { childId: null };
  const which = isOwn ? and(eq(solicitationWorks.id, given), childId ? eq(solicitationWorks.childId, childId) : sql`false`) : of(readTicket(ctx, given));
  const [row] = await withState(ctx, await ctx.db.select(own).from(solicitationWorks).where(which));
  if (!row) throw new Refusal('work-not-found', 404);
  return row;
}

const of = ({ id, county }: { id: string; county: number }) => and(eq(solicitationWorks.countyCode, county), eq(solicitationWorks.id, id));

/** 收回作品: the work and its picture are gone; what is locked to protect a child stays. */
export async function takeBackWork(ctx: Ctx, given: string): Promise<void> {
  const work = await openWork(ctx, given);
  if ((await lockedAmong(ctx, 'work', [work.id])).size > 0) throw new Refusal('moderation-locked', 423);
  await change({ ...ctx, actor: visitor, requestId: '' }, async (tx) => {
    await dropItem(tx, { kind: 'work', subjectId: work.id, regionCode: work.regionCode });
    await dropWork(tx, work);
    await tx.record('work.taken-back', work, { number: work.number });
  });
}
