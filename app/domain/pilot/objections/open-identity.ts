import { eq, ne, or, sql } from 'drizzle-orm';
import { seal, unseal } from '#app/domain/base/accounts/sealed.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdObjection } from './hold-objection.ts';
import type { ReasonInput } from './input.ts';
import { objections } from './tables.server.ts';

export type Identity = { name: string; contact: string };

/** 启封身份: only for somebody who handles it, with a reason that stays in the records; who wrote without a name cannot be named. */
export function openIdentity(ctx: Ctx, id: string, { reason }: ReasonInput): Promise<Identity> {
  return change(ctx, async (tx) => {
    const { objection, regionCode } = await holdObjection(tx, id);
    if (objection.isAnonymous || (!objection.identity && !objection.plainName)) throw new Refusal('objection-anonymous');
    await tx.record('objection.identity-opened', { id, regionCode }, { reason });
    return objection.identity ? (JSON.parse(unseal(objection.identity, 'objectors')) as Identity) : { name: objection.plainName, contact: objection.plainContact };
  });
}

/** 密封旧身份: what came in before identities were sealed. */
export async function sealPlainIdentities(ctx: Ctx): Promise<number> {
  const [some] = await ctx.db.select({ id: objections.id }).from(objections).where(isPlain).limit(1);
  if (!some) return 0;
  return change(ctx, async (tx) => {
    const rows = await tx.db.select().from(objections).where(isPlain).for('update');
    for (const { id, plainName, plainContact } of rows) {
      await tx.db.update(objections).set({ identity: sealed({ name: plainName, contact: plainContact }), plainName: '', plainContact: '' }).where(eq(objections.id, id));
    }
    await recordSealing(tx, rows.length);
    return rows.length;
  });
}

const isPlain = or(ne(objections.plainName, ''), ne(objections.plainContact, ''));
const sealed = (identity: Identity) => seal(JSON.stringify(identity), 'objectors');
const recordSealing = (tx: Change, count: number) => tx.record('objection.identities-sealed', { id: 'objections', regionCode: '*' }, { count });

/** 换钥: seals every identity with the present AUTH_SECRET, so that the earlier one can be thrown away. */
export function resealIdentities(ctx: Ctx): Promise<number> {
  return change(ctx, async (tx) => {
    const rows = await tx.db.select({ id: objections.id, identity: objections.identity }).from(objections).where(sql`${objections.identity} <> ''`).for('update');
    for (const { id, identity } of rows) await tx.db.update(objections).set({ identity: seal(unseal(identity, 'objectors'), 'objectors') }).where(eq(objections.id, id));
    await recordSealing(tx, rows.length);
    return rows.length;
  });
}
