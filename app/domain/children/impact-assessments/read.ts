import { and, arrayContains, asc, desc, eq, gte, ilike, lt, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { allowAnywhere, may } from '#app/domain/base/accounts/access.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { isSeen } from './hold.ts';
import type { AssessmentFilter } from './input.ts';
import type { Covered } from './need-assessment.ts';
import { impactAssessments, impactVersions } from './tables.server.ts';

/** 快到期: so many days before its day an assessment asks to be written anew. */
const soonDays = 60;

/** 评估登记, the newest first: each with its newest version, by words of its title or number, state and end. */
export async function listAssessments(ctx: Ctx, { q, state, ending, ...asked }: Cursor & AssessmentFilter, size = 50) {
  allowAnywhere(ctx, 'privacy.read');
  const today = beijingDay(ctx.now);
  const cursor = cursorOf(asked);
  const page = keyset(impactAssessments.id, cursor, size);
  const ends = ending === 'over' ? and(eq(impactVersions.state, 'approved'), lt(impactVersions.validUntil, today)) : and(eq(impactVersions.state, 'approved'), gte(impactVersions.validUntil, today), lt(impactVersions.validUntil, addDays(today, soonDays)));
  const rows = await ctx.db
    .select({
      id: impactAssessments.id, number: impactAssessments.number, regionCode: impactAssessments.regionCode, origin: impactAssessments.origin,
      version: impactVersions.version, state: impactVersions.state, title: impactVersions.title, purposes: impactVersions.purposes, triggers: impactVersions.triggers,
      validUntil: impactVersions.validUntil, writtenByName: impactVersions.writtenByName, decidedByName: impactVersions.decidedByName,
    })
    .from(impactAssessments)
    .innerJoin(impactVersions, and(eq(impactVersions.assessmentId, impactAssessments.id), isNewest()))
    .where(and(isSeen(ctx), page.where, state ? eq(impactVersions.state, state) : undefined, ending ? ends : undefined, q ? or(ilike(impactVersions.title, anywhere(q)), ilike(impactAssessments.number, anywhere(q))) : undefined))
    .orderBy(page.order)
    .limit(page.limit);
  return pageOf(rows, cursor, (row) => row.id, size);
}

const isNewest = () => {
  const other = alias(impactVersions, 'other');
  return sql`not exists (select from ${impactVersions} as other where ${other.assessmentId} = ${impactAssessments.id} and ${other.version} > ${impactVersions.version})`;
};

/** A version before one that was withdrawn does not count again. */
const isNotWithdrawn = () => {
  const other = alias(impactVersions, 'other');
  return sql`not exists (select from ${impactVersions} as other where ${other.assessmentId} = ${impactAssessments.id} and ${other.version} > ${impactVersions.version} and ${other.state} = 'withdrawn')`;
};

/** 一项评估 with all its versions, the newest first, and what this person may do with it. */
export async function getAssessment(ctx: Ctx, id: string) {
  allowAnywhere(ctx, 'privacy.read');
  const rows = isId(id)
    ? await ctx.db.select({ assessment: impactAssessments, version: impactVersions }).from(impactAssessments)
        .innerJoin(impactVersions, eq(impactVersions.assessmentId, impactAssessments.id)).where(and(eq(impactAssessments.id, id), isSeen(ctx))).orderBy(desc(impactVersions.version))
    : [];
  if (!rows[0]) throw new Refusal('impact-not-found', 404);
  const { assessment, version: newest } = rows[0];
  const mayDecide = may(ctx.actor, 'impact.approve', assessment);
  const approved = rows.find(({ version }) => version.state === 'approved' || version.state === 'withdrawn')?.version;
  return {
    ...assessment,
    versions: rows.map(({ version }) => version),
    mayWrite: may(ctx.actor, 'impact.write', assessment) && newest.state !== 'submitted',
    mayDecide: mayDecide && newest.state === 'submitted' && newest.writtenBy !== ctx.actor.id,
    /** The version a withdrawal would concern: the last approved one, also while the next is being written. */
    withdrawable: mayDecide && approved?.state === 'approved' ? approved.version : null,
  };
}

/** 可引用的评估: approved, not expired, and covering what is to be begun; for a choice in a form. */
export async function citable(ctx: Ctx, covered: Covered) {
  allowAnywhere(ctx, 'privacy.read');
  const covers = 'purpose' in covered ? arrayContains(impactVersions.purposes, [covered.purpose]) : arrayContains(impactVersions.triggers, [covered.trigger]);
  return ctx.db
    .selectDistinctOn([impactAssessments.number], { id: impactAssessments.id, number: impactAssessments.number, regionCode: impactAssessments.regionCode, title: impactVersions.title, validUntil: impactVersions.validUntil })
    .from(impactAssessments)
    .innerJoin(impactVersions, eq(impactVersions.assessmentId, impactAssessments.id))
    .where(and(isSeen(ctx), eq(impactVersions.state, 'approved'), gte(impactVersions.validUntil, beijingDay(ctx.now)), covers, isNotWithdrawn()))
    .orderBy(asc(impactAssessments.number), desc(impactVersions.version))
    .limit(100);
}
