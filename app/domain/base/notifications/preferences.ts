import { eq, inArray } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Preferences, usual } from './model.ts';
import { notificationPreferences } from './tables.server.ts';

/** 各人的偏好, of many at once; who never chose has the usual ones. */
export async function preferencesOf(ctx: Ctx, userIds: readonly string[]): Promise<(userId: string) => Preferences> {
  const rows = userIds.length === 0 ? [] : await ctx.db.select().from(notificationPreferences).where(inArray(notificationPreferences.userId, [...new Set(userIds)]));
  const known = new Map(rows.map(({ userId, choices, ...rest }) => [userId, { ...rest, choices: choices as Preferences['choices'] }]));
  return (userId) => known.get(userId) ?? usual;
}

/** 我的偏好. */
export async function ownPreferences(ctx: Ctx): Promise<Preferences> {
  const [row] = await ctx.db.select().from(notificationPreferences).where(eq(notificationPreferences.userId, ctx.actor.id));
  if (!row) return usual;
  const { locale, digest, quietFrom, quietTo, choices } = row;
  return { locale, digest, quietFrom, quietTo, choices: choices as Preferences['choices'] };
}

/** 保存通知偏好: one's own. */
export function savePreferences(ctx: Ctx, preferences: Preferences): Promise<void> {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  return change(ctx, async (tx) => {
    const row = { ...preferences, updatedAt: tx.now };
    await tx.db.insert(notificationPreferences).values({ userId: tx.actor.id, ...row }).onConflictDoUpdate({ target: notificationPreferences.userId, set: row });
    await tx.record('notification.preferences-saved', { id: tx.actor.id, regionCode: '*' }, { digest: preferences.digest, choices: preferences.choices });
  });
}
