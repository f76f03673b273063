import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { config } from '#app/platform/config.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { findOwnFile, type StoredFile } from './read.ts';
import { storeFile } from './store-file.ts';

/** 未完成的上传: pieces wait here until they are whole, and go after a day. */
export function uploadsFolder(): string {
  return join(config().FILES_DIR, 'uploads');
}

/** How long an unfinished upload waits after its last piece came. */
export const uploadsWaitMs = 86_400_000;

/** Each may be as large as a file may be; nobody fills the disk with beginnings. */
export const mostUnfinished = 20;

/** The name of a new upload: whose it is, then 128 random bits that become the id of the file. */
export function newUploadName(ctx: Ctx): string {
  return `${ownerTag(ctx)}${randomUUID().replaceAll('-', '')}`;
}

/** Whether this upload belongs to this person. */
export function isOwnUpload(ctx: Ctx, name: string): boolean {
  return /^[0-9a-f]{48}$/.test(name) && name.startsWith(ownerTag(ctx));
}

function ownerTag(ctx: Ctx): string {
  return createHash('sha256').update(ctx.actor.id).digest('hex').slice(0, 16);
}

/** The id that the file of an upload has or will have. */
export function fileIdOf(name: string): string {
  const hex = name.slice(16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** 收尾: stores an upload that is whole; done before or twice it gives the same file. */
export async function finishUpload(ctx: Ctx, fileId: string): Promise<StoredFile> {
  const known = await findOwnFile(ctx, fileId);
  if (known) return known;
  const path = join(uploadsFolder(), `${ownerTag(ctx)}${fileId.replaceAll('-', '').toLowerCase()}`);
  if (!isOwnUpload(ctx, path.slice(-48))) throw new Refusal('file-not-found', 404);
  const about = await readFile(`${path}.json`, 'utf8').then(JSON.parse, () => undefined);
  const content = about ? await readFile(path).catch(() => undefined) : undefined;
  if (!content || content.length !== about.size) throw new Refusal('file-not-found', 404);
  let isWaste = true;
  try {
    return await storeFile(ctx, { id: fileId, name: String(about.metadata?.filename ?? ''), content });
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) isWaste = false; // our trouble, not the file's: it may be tried again
    throw error;
  } finally {
    if (isWaste) for (const piece of [path, `${path}.json`]) await rm(piece, { force: true });
  }
}

/** 未完成过多: refuses another upload while many of this person's are not finished. */
export async function notTooMany(ctx: Ctx): Promise<void> {
  const names = await readdir(uploadsFolder()).catch(() => []);
  if (names.filter((name) => isOwnUpload(ctx, name)).length >= mostUnfinished) throw new Refusal('file-unfinished', 429);
}

/** 清理: removes an upload, its pieces and its description together, when nobody has added to it for a day. */
export async function clearUploads(now: Date): Promise<number> {
  await mkdir(uploadsFolder(), { recursive: true });
  const lastPiece = new Map<string, number>();
  for (const file of await readdir(uploadsFolder())) {
    const found = await stat(join(uploadsFolder(), file)).catch(() => undefined);
    const name = file.replace(/\.json$/, '');
    if (found) lastPiece.set(name, Math.max(found.mtimeMs, lastPiece.get(name) ?? 0));
  }
  const over = [...lastPiece].filter(([, at]) => now.getTime() - at >= uploadsWaitMs).map(([name]) => name);
  for (const name of over) for (const file of [name, `${name}.json`]) await rm(join(uploadsFolder(), file), { force: true });
  return over.length;
}
