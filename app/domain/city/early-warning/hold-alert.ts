import { and, eq } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { StepKind } from './model.ts';
import { alerts, alertSteps } from './tables.server.ts';

export type Alert = typeof alerts.$inferSelect;

/** 一条预警 for a verb, held until the change is over. */
export async function holdAlert(tx: Ctx, id: string): Promise<Alert> {
  const [found] = isId(id) ? await tx.db.select().from(alerts).where(eq(alerts.id, id)).for('update') : [];
  if (!found) throw new Refusal('alert-not-found', 404);
  return found;
}

/** 经手过的: whoever ever owned or answered it does not judge it, also after somebody else has taken it over. */
export const hasHandled = ({ handledBy }: Pick<Alert, 'handledBy'>, userId: string): boolean => handledBy.includes(userId);

/** 经手人 with one more. */
export const handledAlso = ({ handledBy }: Pick<Alert, 'handledBy'>, userId: string): string[] => [...new Set([...handledBy, userId])];

/** 走一步: what changes on the alert, and the line of its history. */
export async function takeStep(tx: Change, alert: Alert, kind: StepKind, set: Partial<Alert>, words = ''): Promise<void> {
  if (Object.keys(set).length > 0) await tx.db.update(alerts).set(set).where(and(eq(alerts.countyCode, alert.countyCode), eq(alerts.id, alert.id)));
  await tx.db.insert(alertSteps).values({ countyCode: alert.countyCode, alertId: alert.id, kind, level: alert.level, words, byName: tx.actor.id === 'system' ? '' : tx.actor.name, at: tx.now });
}
