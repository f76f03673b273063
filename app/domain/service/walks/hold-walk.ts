import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { tidyCode } from '#app/platform/spoken-code.ts';
import { walks } from './tables.server.ts';

export type Walk = typeof walks.$inferSelect;

/** The row of a walk, by the whole of its key. */
export function ofWalk({ countyCode: county, id }: Pick<Walk, 'countyCode' | 'id'>) {
  return and(eq(walks.countyCode, county), eq(walks.id, id));
}

/** 取走查 of a community, in the scope of whoever leads walks there. */
export async function findWalk(ctx: Ctx, place: string, id: string): Promise<Walk> {
  allow(ctx, 'walk.lead', { regionCode: place });
  const [walk] = isId(id) ? await ctx.db.select().from(walks).where(ownWalk(ctx, place, id)) : [];
  if (!walk) throw new Refusal('walk-not-found', 404);
  return walk;
}

/** The same for a change: whatever else concerns it waits. */
export async function holdWalk(tx: Change, place: string, id: string): Promise<Walk> {
  allow(tx, 'walk.lead', { regionCode: place });
  const [walk] = isId(id) ? await tx.db.select().from(walks).where(ownWalk(tx, place, id)).for('update') : [];
  if (!walk) throw new Refusal('walk-not-found', 404);
  return walk;
}

function ownWalk(ctx: Ctx, place: string, id: string) {
  return and(eq(walks.countyCode, countyCode(place)), eq(walks.regionCode, place), eq(walks.id, id), within(ctx, 'walk.lead', walks.regionCode));
}

/** 按走查码取: whoever holds the code walks along. */
export async function holdByCode(tx: Change, code: string): Promise<Walk> {
  const [walk] = await tx.db.select().from(walks).where(eq(walks.code, tidyCode(code))).for('update');
  if (!walk) throw new Refusal('walk-code-unknown', 404);
  return walk;
}
