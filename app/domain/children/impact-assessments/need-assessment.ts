import { and, desc, eq, getTableColumns, inArray } from 'drizzle-orm';
import { contains } from '#app/domain/base/regions/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { isInForce, type Purpose, type Trigger } from './model.ts';
import { impactAssessments, impactVersions } from './tables.server.ts';

/** What the assessment must have looked at. */
export type Covered = { purpose: Purpose } | { trigger: Trigger };

/** 须有评估: refuses unless this assessment is approved, its day has not come, and it covers what is to be begun and where (个人信息保护法 55). */
export async function needAssessment(ctx: Ctx, id: string | null | undefined, covered: Covered, regionCode: string): Promise<void> {
  const [row] = isId(id ?? '')
    ? await ctx.db.select({ place: impactAssessments.regionCode, ...getTableColumns(impactVersions) }).from(impactVersions)
        .innerJoin(impactAssessments, eq(impactAssessments.id, impactVersions.assessmentId))
        .where(and(eq(impactVersions.assessmentId, id!), inArray(impactVersions.state, ['approved', 'withdrawn']))).orderBy(desc(impactVersions.version)).limit(1)
    : [];
  if (row?.state !== 'approved' || !contains(row.place, regionCode)) throw new Refusal('impact-needed', 422);
  if (!isInForce(row, beijingDay(ctx.now))) throw new Refusal('impact-expired', 422);
  const isCovered = 'purpose' in covered ? row.purposes.includes(covered.purpose) : row.triggers.includes(covered.trigger);
  if (!isCovered) throw new Refusal('impact-covers-other', 422);
}
