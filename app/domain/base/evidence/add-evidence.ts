import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { rememberFacts } from '#app/domain/base/communities/facts.ts';
import { ownFile } from '#app/domain/base/files/read.ts';
import { findRegion } from '#app/domain/base/regions/read.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { contentOf, hashOf, wordsOf } from './content.ts';
import type { EvidenceInput } from './input.ts';
import { type Content, type EvidenceFile, shortestPlace } from './model.ts';
import { hasIdentityNumber, isSealedProof, lackOf } from './proof.ts';
import { evidence } from './tables.server.ts';

/** Where a piece is kept, and whether it was there before. */
export type Entered = { id: string; isKnown: boolean };

/** 录入佐证: once. The same content, or files that are all there already, give the piece that stands. */
export function addEvidence(ctx: Ctx, regionCode: string, input: EvidenceInput): Promise<Entered> {
  return change(ctx, async (tx) => {
    allow(tx, 'evidence.add', { regionCode });
    return enterEvidence(tx, regionCode, contentOf(input, await filesOf(tx, input.fileIds)));
  });
}

/** 记为佐证: part of another change whose verb has proved the right to it, such as a visit that saw something. */
export async function enterEvidence(tx: Change, regionCode: string, content: Content): Promise<Entered> {
  if (regionCode.length < shortestPlace || !(await findRegion(tx, regionCode))) throw new Refusal('region-not-found', 400);
  refuseUnfit(tx, content);
  const hash = hashOf(content);
  // Two who enter at one moment come one after the other, so that the second finds what the first has entered.
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`evidence ${regionCode}`}, 0))`);
  const known = await standing(tx, regionCode, content, hash);
  if (known) {
    await tx.record('evidence.known', { id: known, regionCode }, { hash });
    return { id: known, isKnown: true };
  }
  const row = { ...content, countyCode: countyCode(regionCode), regionCode, hash, addedBy: tx.actor.id, addedByName: tx.actor.name, addedAt: tx.now, changedAt: tx.now };
  const [added] = await tx.db.insert(evidence).values(row).returning({ id: evidence.id });
  await settleFact(tx, regionCode, content);
  const { kind, title, confidentiality, validTo } = content;
  await tx.record('evidence.added', { id: added!.id, regionCode }, { kind, title: confidentiality === 'sealed' ? '' : title, confidentiality, validTo, hash });
  return { id: added!.id, isKnown: false };
}

/** Refuses what is no proof, what says too much, what lacks its thing and what is over already. */
export function refuseUnfit(ctx: Ctx, content: Content): void {
  const words = wordsOf(content);
  if (isSealedProof(content.kind, [content.title, ...content.files.map(({ name }) => name)])) throw new Refusal('evidence-sealed-proof', 422);
  if (hasIdentityNumber(words)) throw new Refusal('evidence-identity-number', 422);
  const lack = lackOf(content);
  if (lack) throw new Refusal(lack, 422);
  if (content.validTo !== null && content.validTo < beijingDay(ctx.now)) throw new Refusal('evidence-over-already', 422);
}

/** 已知项: a number that settles a fact fills every later form. */
export async function settleFact(tx: Change, regionCode: string, { factKey, number }: Content): Promise<void> {
  if (factKey !== '' && number !== null) await rememberFacts(tx, [{ regionCode, facts: { [factKey]: String(number) } }]);
}

/** Files this person uploaded, or that the piece has already. */
export async function filesOf(ctx: Ctx, ids: readonly string[], had: readonly EvidenceFile[] = []): Promise<EvidenceFile[]> {
  const found: EvidenceFile[] = [];
  for (const id of new Set(ids)) {
    const kept = had.find((one) => one.id === id);
    if (kept) found.push(kept);
    else {
      const { sha256, name, mediaType, size, thumbnailKey } = await ownFile(ctx, id);
      found.push({ id, sha256, name, mediaType, size, hasThumbnail: thumbnailKey !== null });
    }
  }
  return found;
}

async function standing(ctx: Ctx, regionCode: string, { kind, files }: Content, hash: string): Promise<string | undefined> {
  const same = JSON.stringify(files.map(({ sha256 }) => ({ sha256 })));
  const [row] = await ctx.db
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(
      eq(evidence.countyCode, countyCode(regionCode)), eq(evidence.regionCode, regionCode), isNull(evidence.withdrawnAt),
      or(eq(evidence.hash, hash), files.length > 0 ? and(eq(evidence.kind, kind), sql`${evidence.files} @> ${same}::jsonb`) : undefined),
    ))
    .limit(1);
  return row?.id;
}
