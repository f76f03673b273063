import { and, eq } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { caseReach, cases, caseVersions } from './tables.server.ts';

/** 学用案例: part of the change that puts a case into a plan; counted once a plan. Answers the version that was taken over. */
export async function takeOverCase(tx: Change, caseId: string, to: { regionCode: string; planId: string }) {
  const [row] = isId(caseId)
    ? await tx.db
        .select({ id: cases.id, number: cases.number, homeCode: cases.regionCode, version: cases.version, content: caseVersions.content })
        .from(cases)
        .innerJoin(caseVersions, and(eq(caseVersions.caseId, cases.id), eq(caseVersions.version, cases.version)))
        .where(and(eq(cases.id, caseId), eq(cases.isShown, true)))
    : [];
  if (!row) throw new Refusal('case-not-found', 404);
  const { regionCode, planId } = to;
  // A community that goes on with what it did itself is not reached by it.
  const counted = row.homeCode === regionCode ? [] : await tx.db
    .insert(caseReach)
    .values({ caseId, version: row.version, regionCode, planId, takenByName: tx.actor.name, takenAt: tx.now })
    .onConflictDoNothing()
    .returning({ id: caseReach.id });
  if (counted.length > 0) await tx.record('case.taken-over', { id: caseId, regionCode }, { number: row.number, version: row.version, planId });
  return row;
}
