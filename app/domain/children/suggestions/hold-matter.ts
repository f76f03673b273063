import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { calledBy, canMove, type MatterState, type StepKind } from './model.ts';
import { suggestionMatters, suggestionSteps } from './tables.server.ts';

export type Matter = typeof suggestionMatters.$inferSelect;

/** The row of a matter in its county. */
export const ofMatter = (matter: { countyCode: number; id: string }) => and(eq(suggestionMatters.countyCode, matter.countyCode), eq(suggestionMatters.id, matter.id));

/** 办理一件: the matter of this place, locked while it is changed, for those who may handle it. */
export async function holdMatter(tx: Change, regionCode: string, id: string): Promise<Matter> {
  allow(tx, 'suggestion.handle', { regionCode });
  const [matter] = isId(id)
    ? await tx.db.select().from(suggestionMatters).where(and(ofMatter({ countyCode: countyCode(regionCode), id }), eq(suggestionMatters.regionCode, regionCode))).for('update')
    : [];
  if (!matter) throw new Refusal('suggestion-not-found', 404);
  if (matter.state === 'protected') throw new Refusal('suggestion-protected', 423);
  return matter;
}

/** Refuses what cannot follow. */
export function mustMove(matter: Matter, to: MatterState): void {
  if (!canMove(matter.state, to)) throw new Refusal('suggestion-not-now');
}

type Told = Partial<Pick<typeof suggestionSteps.$inferInsert, 'text' | 'outcome' | 'reason' | 'owner' | 'dueOn'>>;

/** 记一步, with the adult who took it as children call them. */
export async function takeStep(tx: Change, matter: { countyCode: number; id: string }, kind: StepKind, told: Told = {}, called = ''): Promise<string> {
  const byAdult = tx.actor.id !== '' && tx.actor.id !== 'system';
  const [step] = await tx.db
    .insert(suggestionSteps)
    .values({
      countyCode: matter.countyCode, matterId: matter.id, kind, at: tx.now, by: tx.actor.id, called: byAdult ? called || calledBy(tx.actor.name) : '',
      role: byAdult ? (tx.actor.grants[0]?.role ?? '') : '', ...told,
    })
    .returning({ id: suggestionSteps.id });
  return step!.id;
}
