import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { codeOf, isCode } from './contact-code.ts';
import type { NewContact } from './input.ts';
import { type Channel, codeMinutes } from './model.ts';
import { queueCode } from './queue.ts';
import { contactPoints } from './tables.server.ts';

export type Contact = { id: string; channel: Channel; address: string; isProven: boolean };

/** 我的联系方式: proven ones, and those that still wait for their code. */
export async function listContacts(ctx: Ctx): Promise<Contact[]> {
  const rows = await ctx.db.select().from(contactPoints).where(eq(contactPoints.userId, ctx.actor.id)).orderBy(contactPoints.channel, contactPoints.id);
  return rows.map(({ id, channel, address, verifiedAt }) => ({ id, channel, address, isProven: verifiedAt !== null }));
}

/**
 * 添加联系方式: sends a code there; until it comes back the old address goes on counting. Only people who hold a role have
 * contact points, so no child has one.
 */
export async function addContact(ctx: Ctx, { channel, address }: NewContact, open: readonly Channel[]): Promise<string> {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  if (ctx.actor.grants.length === 0) throw new Refusal('contact-role-needed', 403);
  if (!open.includes(channel)) throw new Refusal('channel-closed');
  await limit(ctx, `contact-add:${ctx.actor.id}`, 6, 3600);
  await limit(ctx, `contact-to:${channel}:${address}`, 3, 3600);
  return change(ctx, async (tx) => {
    await tx.db.delete(contactPoints).where(and(eq(contactPoints.userId, tx.actor.id), eq(contactPoints.channel, channel), isNull(contactPoints.verifiedAt)));
    const [made] = await tx.db.insert(contactPoints).values({ userId: tx.actor.id, channel, address, issuedAt: tx.now }).returning({ id: contactPoints.id });
    await queueCode(tx, { id: made!.id, userId: tx.actor.id, channel });
    await tx.record('contact.added', { id: tx.actor.id, regionCode: '*' }, { channel });
    return made!.id;
  });
}

/** 验证联系方式: the right code within its minutes makes it count and takes the place of the one before. */
export async function proveContact(ctx: Ctx, id: string, code: string): Promise<void> {
  await limit(ctx, `contact-code:${id}`, 5, codeMinutes * 60);
  return change(ctx, async (tx) => {
    const [waiting] = await tx.db.select().from(contactPoints)
      .where(and(eq(contactPoints.id, id), eq(contactPoints.userId, tx.actor.id), isNull(contactPoints.verifiedAt))).for('update');
    if (!waiting) throw new Refusal('contact-not-found', 404);
    const age = tx.now.getTime() - waiting.issuedAt.getTime();
    if (age > codeMinutes * 60_000 || !isCode(code, codeOf(waiting))) throw new Refusal('contact-code-wrong');
    await tx.db.delete(contactPoints).where(and(eq(contactPoints.userId, tx.actor.id), eq(contactPoints.channel, waiting.channel), isNotNull(contactPoints.verifiedAt)));
    await tx.db.update(contactPoints).set({ verifiedAt: tx.now }).where(eq(contactPoints.id, id));
    await tx.record('contact.verified', { id: tx.actor.id, regionCode: '*' }, { channel: waiting.channel });
  });
}

/** 移除联系方式: nothing more goes there. */
export function removeContact(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const [gone] = await tx.db.delete(contactPoints).where(and(eq(contactPoints.id, id), eq(contactPoints.userId, tx.actor.id))).returning({ channel: contactPoints.channel });
    if (!gone) throw new Refusal('contact-not-found', 404);
    await tx.record('contact.removed', { id: tx.actor.id, regionCode: '*' }, { channel: gone.channel });
  });
}
