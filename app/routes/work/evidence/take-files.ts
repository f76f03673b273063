import { isSealedProof } from '#app/domain/base/evidence/proof.ts';
import { findOwnFile } from '#app/domain/base/files/read.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';

const most = 10;

/** 表单里的文件: those sent before by the script are named, those in the form are stored now; all by their ids. */
export async function takeFiles(ctx: Ctx, form: FormData): Promise<string[]> {
  const ids = form.getAll('fileIds').filter((one): one is string => typeof one === 'string' && one !== '');
  const fresh = form.getAll('papers').filter((file) => typeof file !== 'string').filter((file) => file.size > 0);
  if (isSealedProof('statement', fresh.map(({ name }) => name))) throw new Refusal('evidence-sealed-proof', 422); // before anything of it is kept
  if (ids.length + fresh.length > most) throw new Refusal('papers-full');
  for (const file of fresh) ids.push((await storeFile(ctx, { name: file.name, content: Buffer.from(await file.arrayBuffer()) })).id);
  return ids;
}

/** Their names, so that a refused form still shows what arrived. */
export async function namesOf(ctx: Ctx, ids: readonly string[]): Promise<{ id: string; name: string; size: number }[]> {
  const found = await Promise.all(ids.map((id) => findOwnFile(ctx, id)));
  return found.flatMap((file) => (file ? [{ id: file.id, name: file.name, size: file.size }] : []));
}
