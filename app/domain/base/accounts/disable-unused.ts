import { and, eq, exists, gt, inArray, isNull, lte, not, notExists, or, type SQL, sql } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { records } from '#app/platform/tables.server.ts';
import { staffRoles, unusedDays, unusedWarningDays } from './model.ts';
import { roleGrants, sessions, users } from './tables.server.ts';

const daysAgo = (ctx: Ctx, days: number) => new Date(ctx.now.getTime() - days * 86_400_000);
const lastRecord = (...events: string[]) =>
  sql`(select max(r.at) from ${records} r where r.subject_id = ${users.id} and r.event in (${sql.join(events.map((event) => sql`${event}`), sql`, `)}))`;
const asDate = (said: string | Date) => new Date(said);

/**
 * 停用久未使用的账号: of the staff, half a year after the last sign-in and never sooner than two weeks after a warning. Machines, and whoever
 * else `inUse` knows, stay; the system administrators of the nation are warned and stay too, or nobody could enable anybody.
 */
export async function disableUnused(ctx: Ctx, inUse: (since: Date) => SQL): Promise<string> {
  const quiet = daysAgo(ctx, unusedDays - unusedWarningDays);
  const grants = (condition: SQL) => exists(ctx.db.select({ id: roleGrants.id }).from(roleGrants).where(and(eq(roleGrants.userId, users.id), condition)));
  const lastUse = sql`greatest(${users.createdAt}, ${lastRecord('account.signed-in', 'account.enabled')})`;
  const isHere = ctx.db.select({ id: sessions.id }).from(sessions).where(and(eq(sessions.userId, users.id), gt(sessions.updatedAt, quiet)));
  const rows = await ctx.db
    .select({
      id: users.id, regionCode: users.regionCode, lastUse: sql<Date>`${lastUse}`.mapWith(asDate), warnedAt: sql<Date | null>`${lastRecord('account.unused-warned')}`.mapWith((said) => said && asDate(said)),
      stays: sql<boolean>`${grants(and(eq(roleGrants.role, 'system-admin'), eq(roleGrants.regionCode, '*'))!)}`,
    })
    .from(users)
    .where(and(
      isNull(users.disabledAt), lte(users.createdAt, quiet), or(isNull(users.username), not(sql`${users.username} ~ '^system-[0-9a-f]{10}$'`)),
      grants(inArray(roleGrants.role, staffRoles)), notExists(isHere), not(inUse(quiet)), sql`${lastUse} <= ${quiet.toISOString()}`,
    ))
    .orderBy(users.id)
    .limit(500);
  const over = rows.filter((row) => isOver(ctx, row) && !row.stays);
  const toWarn = rows.filter(({ warnedAt, lastUse: used }) => warnedAt === null || warnedAt < used);
  for (const row of toWarn) await change(ctx, (tx) => tx.record('account.unused-warned', row, { lastUsedOn: beijingDay(row.lastUse), on: addDays(beijingDay(tx.now), unusedWarningDays) }));
  for (const row of over) {
    await change(ctx, async (tx) => {
      await tx.db.update(users).set({ disabledAt: tx.now, updatedAt: tx.now }).where(eq(users.id, row.id));
      await tx.db.delete(sessions).where(eq(sessions.userId, row.id));
      await tx.record('account.disabled', row, { reason: `连续 ${unusedDays} 天没有登录，到期自动停用` });
    });
  }
  return `${toWarn.length} + ${over.length}`;
}

function isOver(ctx: Ctx, { lastUse, warnedAt }: { lastUse: Date; warnedAt: Date | null }): boolean {
  return warnedAt !== null && warnedAt >= lastUse && warnedAt <= daysAgo(ctx, unusedWarningDays) && lastUse <= daysAgo(ctx, unusedDays);
}
