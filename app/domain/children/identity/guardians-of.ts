import { inArray } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { within } from './inside-identity.ts';
import { guardianships } from './tables.server.ts';

/** 监护人 of these children, as accounts to tell something to; never who is whose. */
export async function guardiansOf(ctx: Ctx, childIds: readonly string[]): Promise<string[]> {
  if (childIds.length === 0) return [];
  const rows = await within(ctx.db, (db) => db.selectDistinct({ userId: guardianships.userId }).from(guardianships).where(inArray(guardianships.childId, [...childIds])));
  return rows.map(({ userId }) => userId);
}
