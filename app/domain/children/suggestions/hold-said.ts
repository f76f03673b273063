import { and, eq } from 'drizzle-orm';
import { type Change, change } from '#app/platform/change.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Matter } from './hold-matter.ts';
import { readTicket } from './plate.ts';
import { suggestionMatters, suggestions } from './tables.server.ts';

export type Suggestion = typeof suggestions.$inferSelect;

/** The row of one child's words in its county. */
export const ofSaid = (said: { countyCode: number; id: string }) => and(eq(suggestions.countyCode, said.countyCode), eq(suggestions.id, said.id));

/** 孩子自己办: a change by whoever holds the ticket; its record names nobody, not even the request. */
export function changeBySpeaker<T>(ctx: Ctx, ticket: string, run: (tx: Change, said: Suggestion, matter: Matter) => Promise<T>): Promise<T> {
  const { id, county } = readTicket(ctx, ticket);
  return change({ ...ctx, actor: visitor, requestId: '' }, async (tx) => {
    const [said] = await tx.db.select().from(suggestions).where(ofSaid({ countyCode: county, id }));
    if (!said) throw new Refusal('suggestion-not-found', 404);
    const [matter] = await tx.db.select().from(suggestionMatters).where(and(eq(suggestionMatters.countyCode, county), eq(suggestionMatters.id, said.matterId))).for('update');
    return run(tx, said, matter!);
  });
}
