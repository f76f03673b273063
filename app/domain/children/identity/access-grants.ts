import { and, eq, isNull } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { AccessDecision, AccessInput } from './input.ts';
import { within } from './inside-identity.ts';
import { accessGrants, children } from './tables.server.ts';

/** 申请查阅: one child, for some hours, with the reason. */
export async function askAccess(ctx: Ctx, regionCode: string, { childId, reason, hours }: AccessInput): Promise<string> {
  allow(ctx, 'identity.ask', { regionCode });
  return change(ctx, async (tx) => {
    const [row] = await within(tx.db, async (db) => {
      const [child] = await db.select({ id: children.id }).from(children).where(and(eq(children.id, childId), eq(children.regionCode, regionCode)));
      if (!child) throw new Refusal('not-found', 404);
      return db.insert(accessGrants).values({ childId, regionCode, askedBy: tx.actor.id, askedByName: tx.actor.name, reason, hours, askedAt: tx.now }).returning({ id: accessGrants.id });
    });
    await tx.record('identity.asked', { id: row!.id, regionCode }, { hours });
    return row!.id;
  });
}

/** 审批: by another responsible person; the hours begin with the yes. */
export async function decideAccess(ctx: Ctx, regionCode: string, id: string, { isApproved, note }: AccessDecision): Promise<void> {
  allow(ctx, 'identity.decide', { regionCode });
  return change(ctx, async (tx) => {
    await within(tx.db, async (db) => {
      const [asked] = await db.select().from(accessGrants).where(and(eq(accessGrants.id, id), eq(accessGrants.regionCode, regionCode), isNull(accessGrants.decidedAt))).for('update');
      if (!asked) throw new Refusal('access-decided', 409);
      if (asked.askedBy === tx.actor.id) throw new Refusal('access-own', 403);
      const expiresAt = isApproved ? new Date(tx.now.getTime() + asked.hours * 3_600_000) : null;
      await db.update(accessGrants).set({ isApproved, decisionNote: note, decidedBy: tx.actor.id, decidedByName: tx.actor.name, decidedAt: tx.now, expiresAt }).where(eq(accessGrants.id, id));
    });
    await tx.record(isApproved ? 'identity.approved' : 'identity.refused', { id, regionCode });
  });
}
