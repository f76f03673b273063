import { createHash } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { allowAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { most } from './model.ts';
import { figureFiles } from './tables.server.ts';

/** 上传数值表: kept until it is settled, checked in the queue; nothing stands by it. */
export async function bringFigures(ctx: Ctx, { name, content }: { name: string; content: Uint8Array }): Promise<string> {
  allowAnywhere(ctx, 'value.record');
  if (content.byteLength === 0) throw new Refusal('document-missing', 400);
  if (content.byteLength > most.bytes) throw new Refusal('figure-file-too-big', 413);
  if (content[0] !== 0x50 || content[1] !== 0x4b) throw new Refusal('figure-file-kind', 400);
  await limit(ctx, `figures:${ctx.actor.id}`, 30, 3600);
  return change(ctx, async (tx) => {
    const busy = await tx.db.$count(figureFiles, and(eq(figureFiles.ownerId, tx.actor.id), inArray(figureFiles.state, ['checking', 'writing'])));
    if (busy > 0) throw new Refusal('figure-file-busy');
    const fileName = [...name.replace(/^.*[/\\]/, '').replace(/\p{C}/gu, '')].slice(0, 100).join('');
    const hash = createHash('sha256').update(content).digest('hex');
    const [made] = await tx.db.insert(figureFiles).values({ ownerId: tx.actor.id, fileName, hash, content, locale: tx.locale, createdAt: tx.now }).returning({ id: figureFiles.id });
    await tx.record('figure-file.brought', { id: made!.id, regionCode: regionsFor(tx.actor, 'value.record')[0] ?? '*' }, { name: fileName, hash });
    return made!.id;
  });
}
