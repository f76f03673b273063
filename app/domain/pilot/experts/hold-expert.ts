import { eq } from 'drizzle-orm';
import { allow, type Verb } from '#app/domain/base/accounts/access.ts';
import type { Change } from '#app/platform/change.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { experts } from './tables.server.ts';

/** One expert of the list, held for whoever may do this there; for anybody else nobody by that name is there. */
export async function holdExpert(tx: Change, userId: string, verb: Verb) {
  const [expert] = await tx.db.select().from(experts).where(eq(experts.userId, userId)).for('update');
  allow(tx, verb, expert ?? { regionCode: '*' });
  if (!expert) throw new Refusal('expert-not-found', 404);
  return expert;
}

/** 本人: the expert who asks, held. */
export async function holdMyself(tx: Change) {
  const [expert] = await tx.db.select().from(experts).where(eq(experts.userId, tx.actor.id)).for('update');
  allow(tx, 'expert.self', { regionCode: tx.actor.grants.find(({ role }) => role === 'expert')?.regionCode ?? '*' });
  if (!expert) throw new Refusal('expert-not-listed', 404);
  return expert;
}
