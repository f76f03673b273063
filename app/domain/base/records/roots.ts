import { and, asc, desc, eq, lt } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { recordDays, recordRoots } from './tables.server.ts';

const shown = {
  day: recordRoots.day, root: recordRoots.root, previous: recordRoots.previous, tree: recordRoots.tree, counties: recordRoots.counties,
  records: recordRoots.records, publishedAt: recordRoots.publishedAt,
};

/** 每日总封, newest first, for everybody; `before` begins an older page. */
export async function listRoots(ctx: Ctx, before?: string, size = 31) {
  const rows = await ctx.db
    .select(shown)
    .from(recordRoots)
    .where(before ? lt(recordRoots.day, before) : undefined)
    .orderBy(desc(recordRoots.day))
    .limit(size + 1);
  return { rows: rows.slice(0, size), older: rows.length > size ? rows[size - 1]!.day : null };
}

/** 一日总封 with what every county's chain gained: enough to work the root out anew. */
export async function getRoot(ctx: Ctx, day: string) {
  const [root] = /^\d{4}-\d{2}-\d{2}$/.test(day) ? await ctx.db.select(shown).from(recordRoots).where(and(eq(recordRoots.day, day))) : [];
  if (!root) throw new Refusal('root-not-found', 404);
  const counties = await ctx.db
    .select({ countyCode: recordDays.countyCode, first: recordDays.first, last: recordDays.last, head: recordDays.head, tree: recordDays.tree })
    .from(recordDays)
    .where(eq(recordDays.day, day))
    .orderBy(asc(recordDays.countyCode));
  return { ...root, days: counties };
}
