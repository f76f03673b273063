import { and, desc, eq, isNull } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { newWordCode } from './code-words.ts';
import type { CodeInput } from './input.ts';
import { classCodes } from './tables.server.ts';

/** 发班级码、社区码: for a place, an age layer and some days; whoever comes with it is a child of that place and nobody in particular. */
export async function issueCode(ctx: Ctx, regionCode: string, input: CodeInput, code = newWordCode()): Promise<{ id: string; code: string }> {
  allow(ctx, 'class-code.issue', { regionCode });
  return change(ctx, async (tx) => {
    const [row] = await tx.db
      .insert(classCodes)
      .values({ ...input, mostUses: input.mostUses ?? null, purposes: ['participation'], code, regionCode, issuedBy: tx.actor.id, issuedByName: tx.actor.name, issuedAt: tx.now })
      .returning({ id: classCodes.id, code: classCodes.code });
    await tx.record('class-code.issued', { id: row!.id, regionCode }, { layer: input.layer, validTo: input.validTo });
    return row!;
  });
}

/** 收回: whoever came with it is out at once. */
export async function revokeCode(ctx: Ctx, regionCode: string, id: string): Promise<void> {
  allow(ctx, 'class-code.issue', { regionCode });
  return change(ctx, async (tx) => {
    const gone = await tx.db.update(classCodes).set({ revokedAt: tx.now }).where(and(eq(classCodes.id, id), eq(classCodes.regionCode, regionCode), isNull(classCodes.revokedAt))).returning({ id: classCodes.id });
    if (gone.length === 0) throw new Refusal('class-code-over', 410);
    await tx.record('class-code.revoked', { id, regionCode });
  });
}

/** 本地的码, the newest first. */
export function listCodes(ctx: Ctx, regionCode: string) {
  allow(ctx, 'class-code.issue', { regionCode });
  return ctx.db.select().from(classCodes).where(eq(classCodes.regionCode, regionCode)).orderBy(desc(classCodes.id)).limit(30);
}
