import { and, eq, isNull } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { evidence, evidenceCitations, evidenceRevisions } from './tables.server.ts';

type Piece = typeof evidence.$inferSelect;

/**
 * 佐证随区划变更: what a place that ended had entered goes on in its principal successor with all that rests on it. A count that
 * settled a fact of a merged or parted place stays as evidence but no longer fills forms. The county is part of the key, so rows
 * are copied to the new one and removed from the old.
 */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  const moves = await movesOf(ctx, changeId);
  const successors = new Map(moves.map(({ from, to }) => [from, to]));
  let moved = 0;
  for (const { from, to, isAlone } of moves) {
    const pieces = await ctx.db.select().from(evidence).where(and(eq(evidence.countyCode, countyCode(from)), eq(evidence.regionCode, from)));
    for (const piece of pieces) {
      await change(ctx, async (tx) => {
        await carry(tx, piece, { to, keepsFact: isAlone, successors });
        await tx.record('evidence.region-followed', { id: piece.id, regionCode: to }, { from });
      });
    }
    moved += pieces.length;
  }
  return String(moved);
}

async function carry(tx: Change, piece: Piece, { to, keepsFact, successors }: { to: string; keepsFact: boolean; successors: Map<string, string> }): Promise<void> {
  const [old, county] = [piece.countyCode, countyCode(to)];
  const ofPiece = (table: typeof evidenceCitations | typeof evidenceRevisions) => and(eq(table.countyCode, old), eq(table.evidenceId, piece.id));
  const citations = await tx.db.select().from(evidenceCitations).where(ofPiece(evidenceCitations));
  const revisions = await tx.db.select().from(evidenceRevisions).where(ofPiece(evidenceRevisions));
  await tx.db.delete(evidenceCitations).where(ofPiece(evidenceCitations));
  await tx.db.delete(evidenceRevisions).where(ofPiece(evidenceRevisions));
  await tx.db.delete(evidence).where(and(eq(evidence.countyCode, old), eq(evidence.id, piece.id)));

  const twin = await twinOf(tx, piece, to);
  const stands = twin ? { withdrawnAt: piece.withdrawnAt ?? tx.now } : {};
  await tx.db.insert(evidence).values({ ...piece, ...stands, countyCode: county, regionCode: to, factKey: keepsFact ? piece.factKey : '' });
  if (revisions.length > 0) await tx.db.insert(evidenceRevisions).values(revisions.map((row) => ({ ...row, countyCode: county, regionCode: to })));
  if (citations.length === 0) return;
  const placeOf = (regionCode: string) => {
    const place = successors.get(regionCode) ?? regionCode;
    return countyCode(place) === county ? place : to;
  };
  await tx.db
    .insert(evidenceCitations)
    .values(citations.map((row) => ({ ...row, countyCode: county, regionCode: placeOf(row.regionCode), evidenceId: twin ?? row.evidenceId })))
    .onConflictDoNothing();
}

/** The same piece, standing in the successor already: two places that become one may have entered the same paper. */
async function twinOf(tx: Change, piece: Piece, to: string): Promise<string | undefined> {
  if (piece.withdrawnAt) return undefined;
  const [row] = await tx.db
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(eq(evidence.countyCode, countyCode(to)), eq(evidence.regionCode, to), eq(evidence.hash, piece.hash), isNull(evidence.withdrawnAt)))
    .limit(1);
  return row?.id;
}
