import { and, eq, inArray } from 'drizzle-orm';
import { allow, may } from '#app/domain/base/accounts/access.ts';
import { findByLogin, namesOf } from '#app/domain/base/accounts/people.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { contains, parentCandidates } from '#app/domain/base/regions/model.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { protectionDuties } from './tables.server.ts';

const inOrAbove = (regionCode: string) => inArray(protectionDuties.regionCode, [regionCode, ...parentCandidates(regionCode)]);

/** 值守人 of a region: those named for it, else for the nearest above, else everybody who may read reports there. */
export async function onDuty(ctx: Ctx, regionCode: string): Promise<{ userId: string; name: string }[]> {
  const named = await ctx.db.select().from(protectionDuties).where(inOrAbove(regionCode));
  const nearest = Math.max(0, ...named.map((one) => one.regionCode.length));
  if (nearest > 0) return named.filter((one) => one.regionCode.length === nearest).map(({ userId, name }) => ({ userId, name }));
  const people = await whoMay(ctx, 'protection.read', regionCode);
  const names = await namesOf(ctx, people);
  return people.map((userId) => ({ userId, name: names.get(userId) ?? '' }));
}

/** 可看的地方: of these regions those whose reports this person may read: their role lets them, or they are on duty there; moderators may not. */
export async function reportPlaces(ctx: Ctx, regionCodes: readonly string[]): Promise<string[]> {
  const byRole = regionCodes.filter((regionCode) => may(ctx.actor, 'protection.read', { regionCode }));
  if (byRole.length === regionCodes.length || ctx.actor.id === '' || ctx.actor.isHeldBack || ctx.actor.token) return byRole;
  const duties = await ctx.db.select({ regionCode: protectionDuties.regionCode }).from(protectionDuties).where(eq(protectionDuties.userId, ctx.actor.id)).limit(100);
  return regionCodes.filter((code) => byRole.includes(code) || duties.some((duty) => contains(duty.regionCode, code)));
}

/** 可看报告 of one place. */
export async function mayReadReports(ctx: Ctx, regionCode: string): Promise<boolean> {
  return (await reportPlaces(ctx, [regionCode])).length > 0;
}

/** 各地的值守人 as they are named for exactly this region. */
export function listDuties(ctx: Ctx, regionCode: string) {
  allow(ctx, 'moderation.decide', { regionCode });
  return ctx.db.select({ userId: protectionDuties.userId, name: protectionDuties.name }).from(protectionDuties).where(eq(protectionDuties.regionCode, regionCode)).limit(50);
}

/** 指定值守人 by user name. */
export function nameDuty(ctx: Ctx, regionCode: string, login: string): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'protection.duty', { regionCode });
    const person = await findByLogin(tx, login);
    if (!person) throw new Refusal('protection-nobody', 422);
    await tx.db.insert(protectionDuties).values({ regionCode, userId: person.id, name: person.name, namedByName: tx.actor.name, namedAt: tx.now }).onConflictDoNothing();
    await tx.record('protection.duty-named', { id: person.id, regionCode }, { name: person.name });
  });
}

/** 撤去值守. */
export function endDuty(ctx: Ctx, regionCode: string, userId: string): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'protection.duty', { regionCode });
    const gone = await tx.db.delete(protectionDuties).where(and(eq(protectionDuties.regionCode, regionCode), eq(protectionDuties.userId, userId))).returning({ name: protectionDuties.name });
    if (gone.length === 0) throw new Refusal('protection-nobody', 404);
    await tx.record('protection.duty-ended', { id: userId, regionCode }, { name: gone[0]!.name });
  });
}
