import { gzipSync } from 'node:zlib';
import { and, asc, between, eq, ne } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { contexts } from './contexts.ts';
import { type Credential, listSize, placeIn, type Purpose, purposes, unsignedList } from './credential.ts';
import { houseAddress, signingKey } from './keys.ts';
import { signDocument } from './proof.ts';
import { certificates, statusLists } from './tables.server.ts';

/** 位串: a bit for every certificate, packed, as the standard writes it. */
function encode(set: readonly number[]): string {
  const bits = new Uint8Array(listSize / 8);
  for (const bit of set) bits[bit >> 3]! |= 128 >> (bit & 7);
  return `u${gzipSync(bits).toString('base64url')}`;
}

const listed: Record<Purpose, readonly string[]> = { revocation: ['withdrawn', 'replaced'], suspension: ['suspended'] };

/** 重签名单: both lists of a certificate say within the same change what it is now; changes at once come one after the other. */
export async function signLists(tx: Change, statusIndex: number): Promise<void> {
  const { list } = placeIn(statusIndex);
  const held = await tx.db.select({ purpose: statusLists.purpose }).from(statusLists).where(eq(statusLists.number, list)).orderBy(asc(statusLists.purpose)).for('update');
  const key = await signingKey(tx);
  const off = await tx.db
    .select({ index: certificates.statusIndex, state: certificates.state })
    .from(certificates)
    .where(and(between(certificates.statusIndex, list * listSize, (list + 1) * listSize - 1), ne(certificates.state, 'valid')));
  for (const purpose of purposes) {
    const bits = off.filter(({ state }) => listed[purpose].includes(state)).map(({ index }) => placeIn(index).bit);
    const credential: Credential = await signDocument(unsignedList(houseAddress(), key.controller, purpose, list, encode(bits), tx.now), key, tx.now.toISOString(), contexts);
    if (held.length === 0) await tx.db.insert(statusLists).values({ purpose, number: list, credential, signedAt: tx.now }).onConflictDoNothing();
    else await tx.db.update(statusLists).set({ credential, signedAt: tx.now }).where(and(eq(statusLists.purpose, purpose), eq(statusLists.number, list)));
  }
}

/** The lists of a new certificate's number are there before it is. */
export async function readyLists(tx: Change, statusIndex: number): Promise<void> {
  const { list } = placeIn(statusIndex);
  const known = await tx.db.select({ purpose: statusLists.purpose }).from(statusLists).where(eq(statusLists.number, list)).limit(1);
  if (known.length === 0) await signLists(tx, statusIndex);
}

/** 状态名单, as everybody fetches it: revocation-0.json. */
export async function getStatusList(ctx: Ctx, name: string): Promise<Credential> {
  const match = /^(revocation|suspension)-(\d{1,4})\.json$/.exec(name);
  const [row] = match
    ? await ctx.db.select().from(statusLists).where(and(eq(statusLists.purpose, match[1] as Purpose), eq(statusLists.number, Number(match[2]))))
    : [];
  if (!row) throw new Refusal('status-list-not-found', 404);
  return row.credential;
}

/** Every list there is: what an offline check takes along. */
export async function allStatusLists(ctx: Ctx): Promise<Credential[]> {
  const rows = await ctx.db.select({ credential: statusLists.credential }).from(statusLists).orderBy(asc(statusLists.number), asc(statusLists.purpose)).limit(200);
  return rows.map(({ credential }) => credential);
}
