import { and, eq, inArray, ne } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { here, rowsHere } from './held.ts';
import { selfAssessmentDelegations, selfAssessmentRows, selfAssessments } from './tables.server.ts';

/**
 * 自评随区划变更: a draft goes on under the unit that alone took the place of its own, copied into its county. What was handed
 * in stays under the code of its day; a unit that was merged or parted begins anew.
 */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  const moves = new Map((await movesOf(ctx, changeId)).filter(({ isAlone }) => isAlone).map(({ from, to }) => [from, to]));
  if (moves.size === 0) return '0';
  const drafts = await ctx.db.select().from(selfAssessments).where(and(inArray(selfAssessments.regionCode, [...moves.keys()]), eq(selfAssessments.round, 0), ne(selfAssessments.status, 'submitted')));
  let moved = 0;
  for (const draft of drafts) moved += await moveDraft(ctx, draft, moves.get(draft.regionCode)!);
  return String(moved);
}

/** Inside one county only the code changes; into another one it is copied whole, and the old one goes. */
function moveDraft(ctx: Ctx, draft: typeof selfAssessments.$inferSelect, to: string): Promise<number> {
  return change(ctx, async (tx) => {
    const [there] = await tx.db.select({ id: selfAssessments.id }).from(selfAssessments).where(here({ regionCode: to, year: draft.year }));
    await tx.record('self-assessment.region-followed', { id: draft.id, regionCode: to }, { from: draft.regionCode, isMoved: !there });
    if (there) return 0; // somebody has begun under the new code already
    const place = { regionCode: to, countyCode: countyCode(to) };
    const own = and(eq(selfAssessments.countyCode, draft.countyCode), eq(selfAssessments.id, draft.id));
    const given = and(eq(selfAssessmentDelegations.countyCode, draft.countyCode), eq(selfAssessmentDelegations.assessmentId, draft.id));
    if (place.countyCode === draft.countyCode) {
      await tx.db.update(selfAssessments).set({ regionCode: to }).where(own);
      await tx.db.update(selfAssessmentRows).set({ regionCode: to }).where(rowsHere(draft));
      await tx.db.update(selfAssessmentDelegations).set({ regionCode: to }).where(given);
      return 1;
    }
    const rows = await tx.db.select().from(selfAssessmentRows).where(rowsHere(draft));
    const delegations = await tx.db.select().from(selfAssessmentDelegations).where(given);
    await tx.db.insert(selfAssessments).values({ ...draft, ...place });
    if (rows.length > 0) await tx.db.insert(selfAssessmentRows).values(rows.map((row) => ({ ...row, ...place })));
    if (delegations.length > 0) await tx.db.insert(selfAssessmentDelegations).values(delegations.map((row) => ({ ...row, ...place })));
    await tx.db.delete(selfAssessments).where(own);
    return 1;
  });
}
