import { eq } from 'drizzle-orm';
import { allow, type Verb } from '#app/domain/base/accounts/access.ts';
import type { Change } from '#app/platform/change.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { cases } from './tables.server.ts';

/** 锁定案例 for a change, for those who may do this with it; to others it does not exist. */
export async function holdCase(tx: Change, id: string, verb: Verb) {
  const [row] = isId(id) ? await tx.db.select().from(cases).where(eq(cases.id, id)).for('update') : [];
  if (!row) throw new Refusal(tx.actor.id === '' ? 'sign-in-needed' : 'case-not-found', tx.actor.id === '' ? 401 : 404);
  allow(tx, verb, row);
  return row;
}
export type HeldCase = Awaited<ReturnType<typeof holdCase>>;
