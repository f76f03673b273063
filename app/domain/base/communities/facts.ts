import { and, eq, sql } from 'drizzle-orm';
import { communities } from './tables.server.ts';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 已知情况: counts and names known of a unit, to fill the next form with; nothing is known of most. */
export async function factsOf(ctx: Ctx, regionCode: string): Promise<Record<string, unknown>> {
  const [row] = await ctx.db.select({ facts: communities.facts }).from(communities).where(eq(communities.regionCode, regionCode));
  return row?.facts ?? {};
}

/** What became known of one unit. */
export type Known = { regionCode: string; facts: Record<string, unknown> };

/** 记入档案: of many units at once, part of another change; what is newly known joins what was known, and the newest word counts. */
export async function rememberFacts(tx: Change, known: readonly Known[], isInvented = false): Promise<void> {
  if (known.length === 0) return;
  await tx.db
    .insert(communities)
    .values(known.map((one) => ({ ...one, isInvented, updatedAt: tx.now })))
    .onConflictDoUpdate({
      target: communities.regionCode,
      set: { facts: sql`${communities.facts} || excluded.facts`, updatedAt: tx.now },
    });
  for (const { regionCode, facts } of known) await tx.record('community.facts-noted', { id: regionCode, regionCode }, { facts: Object.keys(facts) });
}

/** 忘记: a fact that was taken back, unless somebody has said another since; part of another change. */
export async function forgetFact(tx: Change, regionCode: string, key: string, value: string): Promise<void> {
  const gone = await tx.db
    .update(communities)
    .set({ facts: sql`${communities.facts} - ${key}::text`, updatedAt: tx.now })
    .where(and(eq(communities.regionCode, regionCode), sql`${communities.facts} ->> ${key}::text = ${value}`))
    .returning({ regionCode: communities.regionCode });
  if (gone.length > 0) await tx.record('community.fact-forgotten', { id: regionCode, regionCode }, { fact: key });
}
