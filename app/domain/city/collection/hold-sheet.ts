import { and, eq } from 'drizzle-orm';
import { allow, may, type Verb } from '#app/domain/base/accounts/access.ts';
import { contains, parentCandidates } from '#app/domain/base/regions/model.ts';
import type { Change } from '#app/platform/change.ts';
import type { Actor, Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { CollectionRound } from './get-round.ts';
import { collectionRounds, collectionSheets } from './tables.server.ts';

export type Sheet = typeof collectionSheets.$inferSelect;

/** 审核的地方: whoever checks sits one step above the unit; what the collecting place asks of itself is checked there, by a second person. */
export function checkedAt(sheet: Pick<Sheet, 'regionCode'>, round: Pick<CollectionRound, 'regionCode'>): string {
  if (sheet.regionCode === round.regionCode) return round.regionCode;
  const above = parentCandidates(sheet.regionCode)[0] ?? '*';
  return contains(round.regionCode, above) ? above : round.regionCode;
}

/** 看得到的填报表: for those who fill it in and those who check it; for everybody else it does not exist. */
export async function findSheet(ctx: Ctx, id: string): Promise<{ sheet: Sheet; round: CollectionRound }> {
  const found = await readSheet(ctx, id);
  if (!found || !(may(ctx.actor, 'collection.fill', found.sheet) || mayCheck(ctx.actor, found))) throw new Refusal('sheet-not-found', 404);
  return found;
}

export const mayCheck = (actor: Actor, { sheet, round }: { sheet: Sheet; round: CollectionRound }): boolean => may(actor, 'collection.check', { regionCode: checkedAt(sheet, round) });

/** 锁住填报表 for a change by those who may; those who check must hold the right above the unit. */
export async function holdSheet(tx: Change, id: string, verb: Extract<Verb, 'collection.fill' | 'collection.check'>): Promise<{ sheet: Sheet; round: CollectionRound }> {
  const seen = await findSheet(tx, id);
  const { countyCode, regionCode } = seen.sheet;
  allow(tx, verb, { regionCode: verb === 'collection.fill' ? regionCode : checkedAt(seen.sheet, seen.round) });
  const [sheet] = await tx.db.select().from(collectionSheets).where(and(eq(collectionSheets.countyCode, countyCode), eq(collectionSheets.id, id))).for('update');
  // Asked anew under the lock: whoever closes the round holds its sheets too.
  const [round] = await tx.db.select().from(collectionRounds).where(eq(collectionRounds.id, seen.round.id));
  return { sheet: sheet!, round: round! };
}

async function readSheet({ db }: Ctx, id: string) {
  if (!isId(id)) return undefined;
  const [row] = await db.select({ sheet: collectionSheets, round: collectionRounds }).from(collectionSheets).innerJoin(collectionRounds, eq(collectionRounds.id, collectionSheets.roundId)).where(eq(collectionSheets.id, id));
  return row;
}
