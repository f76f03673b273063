import { and, eq, gte, lt, ne, type SQL } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { nameHas } from '#app/domain/base/regions/name-in.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import { unmetMusts } from '#app/domain/base/rule-results/model.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Band, sectionScores } from './model.ts';
import { submissionsOf } from './submissions.ts';
import { selfAssessments } from './tables.server.ts';

const ends: Record<Band, [number, number]> = { high: [80, 101], middle: [60, 80], low: [0, 60] };

export type AssessmentFilter = Cursor & { year?: number | undefined; region?: string | undefined; band?: Band | undefined; state?: 'submitted' | 'correcting' | undefined; q?: string | undefined };

/** 已提交的自评 at the office: newest first, by keyset, in the reader's regions; drafts are nobody's but the community's. */
export async function listAssessments(ctx: Ctx, { year, region, band, state, q, ...filter }: AssessmentFilter, size = 50) {
  allowAnywhere(ctx, 'assessment.list');
  const cursor = cursorOf(filter);
  const page = keyset(selfAssessments.id, cursor, size);
  const found = await ctx.db
    .select({
      id: selfAssessments.id, regionCode: selfAssessments.regionCode, unit: nameThenAndNow(ctx, selfAssessments.regionCode, selfAssessments.createdAt), year: selfAssessments.year,
      editionId: selfAssessments.editionId, status: selfAssessments.status, round: selfAssessments.round, score: selfAssessments.score, submittedAt: selfAssessments.submittedAt,
    })
    .from(selfAssessments)
    .innerJoin(regions, eq(regions.code, selfAssessments.regionCode))
    .where(and(
      within(ctx, 'assessment.list', selfAssessments.regionCode), handedIn(), await insideToday(ctx, selfAssessments.regionCode, region), year ? eq(selfAssessments.year, year) : undefined,
      band ? and(gte(selfAssessments.score, ends[band][0]), lt(selfAssessments.score, ends[band][1])) : undefined, state ? eq(selfAssessments.status, state) : undefined,
      q ? nameHas(ctx, anywhere(q)) : undefined, page.where,
    ))
    .orderBy(page.order)
    .limit(page.limit);
  const listed = pageOf(found, cursor, (row) => row.id, size);
  const paths = await regionPaths(ctx, listed.rows.map((row) => row.regionCode));
  return { ...listed, rows: listed.rows.map((row) => ({ ...row, path: (paths.get(row.regionCode) ?? []).slice(0, -1).map((step) => step.name) })) };
}

const handedIn = (): SQL => ne(selfAssessments.round, 0);

/** 一份已提交的自评 at the office: what was handed in, every round of it, never the drafts. */
export async function getHandedInAssessment(ctx: Ctx, id: string, round?: number) {
  allowAnywhere(ctx, 'assessment.list');
  const [held] = isId(id)
    ? await ctx.db
        .select({ row: selfAssessments, unit: nameThenAndNow(ctx, selfAssessments.regionCode, selfAssessments.createdAt) })
        .from(selfAssessments)
        .innerJoin(regions, eq(regions.code, selfAssessments.regionCode))
        .where(and(eq(selfAssessments.id, id), handedIn(), within(ctx, 'assessment.list', selfAssessments.regionCode)))
    : [];
  if (!held) throw new Refusal('assessment-not-found', 404);
  const submissions = await submissionsOf(ctx, held.row);
  const shown = submissions.find((one) => one.round === round) ?? submissions[0]!;
  const edition = await getEdition(ctx, shown.editionId);
  const levels = Object.fromEntries(shown.rows.map((row) => [row.ruleId, row.level]));
  const { id: _, regionCode, year, status } = held.row;
  const paths = await regionPaths(ctx, [regionCode]);
  return {
    id, regionCode, year, status, unit: held.unit, path: (paths.get(regionCode) ?? []).slice(0, -1).map((step) => step.name), shown, edition, levels,
    sections: sectionScores(edition.sections, levels), musts: unmetMusts(rulesOf(edition), levels),
    rounds: submissions.map(({ round: number, submittedAt, submittedByName, score, reason, receiptCode }) => ({ round: number, submittedAt, submittedByName, score, reason, receiptCode })),
  };
}
