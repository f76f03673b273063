import { and, asc, eq, lt, ne } from 'drizzle-orm';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { change, type Change } from '#app/platform/change.ts';
import { config } from '#app/platform/config.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { StoredFile } from './read.ts';
import { findMalware } from './scanner.ts';
import { readWhole } from './storage.ts';
import { files } from './tables.server.ts';

/** 查毒: asks the scanner about one stored file. Without a scanner it stays as not scanned; a scanner that is away is asked again later. */
export async function scanFile(ctx: Ctx, id: string): Promise<string> {
  const address = config().CLAMAV_ADDRESS;
  if (!address) return '';
  const [file] = await ctx.db.select().from(files).where(and(eq(files.id, id), eq(files.scan, 'waiting')));
  if (!file) return '';
  const finding = (await malwareIn(address, file.originalKey)) ?? (await malwareIn(address, file.sha256));
  await change(ctx, (tx) => (finding ? quarantine(tx, file.sha256, finding) : pass(tx, file)));
  return finding ?? 'clean';
}

async function pass(tx: Change, { id, name, sha256, ownerId }: StoredFile): Promise<void> {
  const passed = await tx.db
    .update(files)
    .set({ scan: 'clean', scannedAt: tx.now })
    .where(and(eq(files.id, id), eq(files.scan, 'waiting')))
    .returning({ id: files.id });
  if (passed.length === 0) throw new Refusal('changed-meanwhile');
  await tx.record('file.scanned', { id, regionCode: await homeOf(tx, ownerId) }, { name, sha256 });
}

/** 隔离: this content, whoever brought it and however often; nobody opens it any more. */
async function quarantine(tx: Change, sha256: string, finding: string): Promise<void> {
  const held = await tx.db
    .update(files)
    .set({ scan: 'infected', state: 'quarantined', finding, scannedAt: tx.now })
    .where(and(eq(files.sha256, sha256), ne(files.scan, 'infected')))
    .returning({ id: files.id, name: files.name, ownerId: files.ownerId });
  if (held.length === 0) throw new Refusal('changed-meanwhile');
  for (const { id, name, ownerId } of held) {
    await tx.record('file.quarantined', { id, regionCode: await homeOf(tx, ownerId) }, { name, sha256, reason: finding });
  }
}

async function homeOf(tx: Change, userId: string): Promise<string> {
  const [owner] = await tx.db.select({ regionCode: users.regionCode }).from(users).where(eq(users.id, userId));
  return owner?.regionCode ?? '*';
}

async function malwareIn(address: string, key: string | null): Promise<string | undefined> {
  return key ? findMalware(address, await readWhole(key)) : undefined;
}

const oneRun = 500;

/** 补查: what came while the scanner was away or not yet set up, the oldest first, so many a run. */
export async function scanWaiting(ctx: Ctx): Promise<string> {
  if (!config().CLAMAV_ADDRESS) return '';
  const tenMinutesAgo = new Date(ctx.now.getTime() - 600_000);
  const waiting = await ctx.db
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.scan, 'waiting'), lt(files.createdAt, tenMinutesAgo)))
    .orderBy(asc(files.id))
    .limit(oneRun);
  for (const { id } of waiting) await scanFile(ctx, id);
  return String(waiting.length);
}
