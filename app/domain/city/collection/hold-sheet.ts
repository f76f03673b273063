import { and, eq, sql } from 'drizzle-orm';
import { may, regionsFor, type Verb } from '#app/domain/base/accounts/access.ts';
import { contains, parentCandidates } from '#app/domain/base/regions/model.ts';
import { regionLineage } from '#app/domain/base/regions/tables.server.ts';
import type { Change } from '#app/platform/change.ts';
import type { Actor, Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { CollectionRound } from './get-round.ts';
import { collectionRounds, collectionSheets } from './tables.server.ts';

export type Sheet = typeof collectionSheets.$inferSelect;
/** A sheet with its round; `heir` is the unit that its own, which ended, has become, and `isAlone` whether nothing else went into it. */
export type Found = { sheet: Sheet; round: CollectionRound; heir: string | null; isAlone: boolean };

/** 审核的地方: whoever checks sits one step above the unit; what the collecting place asks of itself is checked there, by a second person. */
export function checkedAt(sheet: Pick<Sheet, 'regionCode'>, round: Pick<CollectionRound, 'regionCode'>): string {
  if (sheet.regionCode === round.regionCode) return round.regionCode;
  const above = parentCandidates(sheet.regionCode)[0] ?? '*';
  return contains(round.regionCode, above) ? above : round.regionCode;
}

/** 自己说的: what the collecting place told of itself, or entered for a unit; a place with one officer needs somebody above it for these. */
const isToldByPlace = (sheet: Pick<Sheet, 'regionCode' | 'enteredFor'>, round: Pick<CollectionRound, 'regionCode'>): boolean => sheet.regionCode === round.regionCode || sheet.enteredFor !== '';

/** 能不能审核: from one step above the unit up to the collecting place; whoever sits above that leaves its round alone, but for what it told itself (`isForMe` in waiting.ts asks the same in the database). */
export const mayCheck = (actor: Actor, { sheet, round }: Pick<Found, 'sheet' | 'round'>): boolean =>
  regionsFor(actor, 'collection.check').some((own) => contains(own, checkedAt(sheet, round)) && (isToldByPlace(sheet, round) || contains(round.regionCode, own)));

const unitsOf = ({ sheet, heir }: Pick<Found, 'sheet' | 'heir'>): string[] => [sheet.regionCode, ...(heir ? [heir] : [])];

/** 能不能填: for the unit, or for what it became, by its own people or by those between it and the collecting place; whoever sits above that place fills in nothing of its round. */
export const mayFill = (actor: Actor, found: Pick<Found, 'sheet' | 'round' | 'heir'>): boolean =>
  regionsFor(actor, 'collection.fill').some((own) => unitsOf(found).some((unit) => own === unit || (contains(own, unit) && contains(found.round.regionCode, own))));

/** Whoever sits above a unit sees what it is asked, also in a round they leave alone. */
const maySee = (actor: Actor, found: Found): boolean => unitsOf(found).some((regionCode) => may(actor, 'collection.fill', { regionCode })) || mayCheck(actor, found);

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
  if (!(verb === 'collection.fill' ? mayFill : mayCheck)(tx.actor, seen)) throw new Refusal('not-allowed', 403);
  const [sheet] = await tx.db.select().from(collectionSheets).where(and(eq(collectionSheets.countyCode, countyCode), eq(collectionSheets.id, id))).for('update', verb === 'collection.fill' ? { noWait: true } : {});
  if (!sheet) throw new Refusal('changed-meanwhile');
  // Asked anew under the lock: whoever closes the round holds its sheets too.
  const [round] = await tx.db.select().from(collectionRounds).where(eq(collectionRounds.id, seen.round.id));
  return { ...seen, sheet, round: round! };
}

async function readSheet({ db }: Ctx, id: string): Promise<Found | undefined> {
  if (!isId(id)) return undefined;
  const [s, r, l] = [collectionSheets, collectionRounds, regionLineage];
  const isAlone = sql<boolean>`(select count(*) = 1 from region_lineage w where w.old_code = ${l.oldCode} and w.ended_at = ${l.endedAt})
    and not exists (select from region_lineage w where w.present_code = ${l.presentCode} group by w.ended_at having count(*) > 1)`;
  const [row] = await db.select({ sheet: s, round: r, heir: l.presentCode, isAlone }).from(s).innerJoin(r, eq(r.id, s.roundId))
    .leftJoin(l, and(eq(l.oldCode, s.regionCode), eq(l.isPrincipal, true), eq(l.isReused, false))).where(eq(s.id, id));
  return row && { ...row, heir: row.heir === row.sheet.regionCode ? null : row.heir };
}
