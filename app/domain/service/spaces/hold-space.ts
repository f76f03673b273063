import { and, eq } from 'drizzle-orm';
import { allow, type Verb } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import type { Change } from '#app/platform/change.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { spaces } from './tables.server.ts';

/** 取空间 for a change, in the scope of whoever asks; of other places it does not exist. */
export async function holdSpace(tx: Change, id: string, verb: Verb): Promise<typeof spaces.$inferSelect> {
  const [space] = isId(id) ? await tx.db.select().from(spaces).where(and(eq(spaces.id, id), within(tx, verb, spaces.regionCode))).for('update') : [];
  if (!space) throw new Refusal('space-not-found', 404);
  allow(tx, verb, space);
  return space;
}
