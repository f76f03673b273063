import { and, desc, eq, inArray, or } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { impactAssessments, impactVersions } from './tables.server.ts';

/** 看得到的评估: those of one's own regions, and the nation's, which everybody may cite. */
export const isSeen = (ctx: Ctx) => or(within(ctx, 'privacy.read', impactAssessments.regionCode), eq(impactAssessments.regionCode, '*'));

/** 一项评估 with its newest version, held until the change is over; whoever may not see it hears that there is none. */
export async function holdAssessment(tx: Change, id: string) {
  const [row] = isId(id)
    ? await tx.db.select({ assessment: impactAssessments, version: impactVersions }).from(impactAssessments)
        .innerJoin(impactVersions, eq(impactVersions.assessmentId, impactAssessments.id))
        .where(and(eq(impactAssessments.id, id), isSeen(tx))).orderBy(desc(impactVersions.version)).limit(1).for('update')
    : [];
  if (!row) throw new Refusal('impact-not-found', 404);
  return row;
}

/** The newest version of a held assessment that was approved, also while a newer one is being written; none once it was withdrawn. */
export async function approvedVersion(tx: Change, assessmentId: string) {
  const [last] = await tx.db.select().from(impactVersions)
    .where(and(eq(impactVersions.assessmentId, assessmentId), inArray(impactVersions.state, ['approved', 'withdrawn']))).orderBy(desc(impactVersions.version)).limit(1).for('update');
  return last?.state === 'approved' ? last : undefined;
}

/** The row of one version. */
export const ofVersion = ({ assessmentId, version }: { assessmentId: string; version: number }) => and(eq(impactVersions.assessmentId, assessmentId), eq(impactVersions.version, version));
