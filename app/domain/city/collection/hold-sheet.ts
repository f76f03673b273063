import { and, eq, sql } from 'drizzle-orm';
import { may, type Verb } from '#app/domain/base/accounts/access.ts';
import { contains, parentCandidates } from '#app/domain/base/regions/model.ts';
import { regionLineage } from '#app/domain/base/regions/tables.server.ts';
import type { Change } from '#app/platform/change.ts';
import type { Actor, Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { CollectionRound } from './get-round.ts';
import { collectionRounds, collectionSheets } from './tables.server.ts';
import { checkPlace, isOwn, isToldByPlace, mayCheck, mayFill } from './who-may.ts';

export type Sheet = typeof collectionSheets.$inferSelect;
/** A sheet with its round; `heir` is the unit that its own, which ended, has become, `isAlone` whether nothing else went into it, `checkPlace` where it is checked, and above it where `isToldByPlace`; and what the reader may do (`who-may.ts`). */
export type Found = { sheet: Sheet; round: CollectionRound; heir: string | null; isAlone: boolean; checkPlace: string; isToldByPlace: boolean; mayFill: boolean; mayCheck: boolean; isOwn: boolean };

/** 催办的地方: one step above the unit, where it is told that a sheet stays out. */
export function remindedAt(sheet: Pick<Sheet, 'regionCode'>, round: Pick<CollectionRound, 'regionCode'>): string {
  if (sheet.regionCode === round.regionCode) return round.regionCode;
  const above = parentCandidates(sheet.regionCode)[0] ?? '*';
  return contains(round.regionCode, above) ? above : round.regionCode;
}

const unitsOf = ({ sheet, heir }: Pick<Found, 'sheet' | 'heir'>): string[] => [sheet.regionCode, ...(heir ? [heir] : [])];

/** Whoever sits above a unit sees what it is asked, also in a round they leave alone. */
const maySee = (actor: Actor, found: Found): boolean => unitsOf(found).some((regionCode) => may(actor, 'collection.fill', { regionCode })) || found.mayCheck;

/** 看得到的填报表: for those who fill it in and those who sit above it; for everybody else it does not exist. */
export async function findSheet(ctx: Ctx, id: string): Promise<Found> {
  const found = await readSheet(ctx, id);
  if (!found || !maySee(ctx.actor, found)) throw new Refusal('sheet-not-found', 404);
  return found;
}

/** 锁住填报表 for a change by those who may; those who check must hold the right above the unit. Those who fill in do not queue for it: a queue would keep everybody else's connections. */
export async function holdSheet(tx: Change, id: string, verb: Extract<Verb, 'collection.fill' | 'collection.check'>): Promise<Found> {
  const seen = await findSheet(tx, id);
  const { countyCode } = seen.sheet;
  const isAllowed = verb === 'collection.fill' ? 'mayFill' : 'mayCheck';
  if (!seen[isAllowed]) throw new Refusal('not-allowed', 403);
  await tx.db.select({ id: collectionSheets.id }).from(collectionSheets).where(and(eq(collectionSheets.countyCode, countyCode), eq(collectionSheets.id, id))).for('update', verb === 'collection.fill' ? { noWait: true } : {});
  // Asked anew under the lock: whoever closes the round holds its sheets too.
  const held = await readSheet(tx, id);
  if (!held?.[isAllowed] || held.sheet.countyCode !== countyCode) throw new Refusal('changed-meanwhile');
  return held;
}

async function readSheet(ctx: Ctx, id: string): Promise<Found | undefined> {
  if (!isId(id)) return undefined;
  const [s, r, l] = [collectionSheets, collectionRounds, regionLineage];
  const isAlone = sql<boolean>`(select count(*) = 1 from region_lineage w where w.old_code = ${l.oldCode} and w.ended_at = ${l.endedAt})
    and not exists (select from region_lineage w where w.present_code = ${l.presentCode} group by w.ended_at having count(*) > 1)`;
  const [row] = await ctx.db.select({ sheet: s, round: r, heir: l.presentCode, isAlone, checkPlace, isToldByPlace, mayFill: mayFill(ctx), mayCheck: mayCheck(ctx), isOwn: isOwn(ctx) }).from(s).innerJoin(r, eq(r.id, s.roundId))
    .leftJoin(l, and(eq(l.oldCode, s.regionCode), eq(l.isPrincipal, true), eq(l.isReused, false))).where(eq(s.id, id));
  return row && { ...row, heir: row.heir === row.sheet.regionCode ? null : row.heir };
}
