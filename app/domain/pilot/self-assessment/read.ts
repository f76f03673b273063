import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { allow, allowAnywhere, may } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { factsOf } from '#app/domain/base/communities/facts.ts';
import { type Cited, citationsOf } from '#app/domain/base/evidence/citations.ts';
import { unmetMusts } from '#app/domain/base/rule-results/model.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { regionLineage } from '#app/domain/base/regions/tables.server.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { delegationsOf } from './delegate.ts';
import { getHeld, rowsOf, type Which } from './held.ts';
import { isOpen, levelsOf, sectionScores, unfinished } from './model.ts';
import { type CitedFigure, proposalsFor } from './proposals.ts';
import { submissionsOf } from './submissions.ts';
import { selfAssessments } from './tables.server.ts';
import { assessingRule } from './threshold-facts.ts';

/** 自评全文: everything a page of one assessment shows, for those who work for the community. */
export async function getAssessment(ctx: Ctx, which: Which) {
  const held = await getHeld(ctx, which);
  const [edition, rows, cited, delegations, submissions, facts, years] = await Promise.all([
    getEdition(ctx, held.editionId), rowsOf(ctx, held), citationsOf(ctx, held.regionCode, 'rule-answer', held.id), delegationsOf(ctx, held),
    submissionsOf(ctx, held), factsOf(ctx, held.regionCode), assessmentYears(ctx, held.regionCode),
  ]);
  const rules = rulesOf(edition);
  const levels = levelsOf(rows.values());
  const handedIn = years.filter((one) => one.round > 0);
  return {
    held, edition, rows, cited, delegations, submissions, levels,
    proposals: proposalsFor(rules, { facts, cited: figuresIn(cited), counted: handedIn.length > 0 ? { [assessingRule]: handedIn.filter((one) => one.year >= held.year - 1).length } : {} }),
    sections: sectionScores(edition.sections, levels),
    lacks: unfinished(rules.map(({ id }) => id), rows, countCited(cited)),
    musts: unmetMusts(rules, levels),
    canFill: isOpen(held.status) && may(ctx.actor, 'assessment.fill', held),
    canSubmit: may(ctx.actor, 'assessment.submit', held),
    earlier: handedIn.filter((one) => one.year < held.year).map((one) => one.year),
  };
}
export type Assessment = Awaited<ReturnType<typeof getAssessment>>;

/** 进度: what the page beside the form shows after each save, in two questions. */
export async function standingOf(ctx: Ctx, which: Which) {
  const held = await getHeld(ctx, which);
  const [edition, rows, cited] = await Promise.all([getEdition(ctx, held.editionId), rowsOf(ctx, held), citationsOf(ctx, held.regionCode, 'rule-answer', held.id)]);
  const rules = rulesOf(edition);
  const levels = levelsOf(rows.values());
  return {
    edition, levels, sections: sectionScores(edition.sections, levels), musts: unmetMusts(rules, levels),
    lacks: unfinished(rules.map(({ id }) => id), rows, countCited(cited)), rules: rules.length,
  };
}

export function countCited(cited: readonly { ruleId: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { ruleId } of cited) counts[ruleId] = (counts[ruleId] ?? 0) + 1;
  return counts;
}

const figuresIn = (cited: readonly Cited[]): CitedFigure[] =>
  cited.flatMap(({ ruleId, title, number, unit }) => (number === null ? [] : [{ ruleId, title, number, unit }]));

/** 历年自评 of a community, newest year first; what it did under an earlier code is its own. */
export async function assessmentYears(ctx: Ctx, regionCode: string) {
  allow(ctx, 'assessment.read', { regionCode });
  const former = await ctx.db
    .select({ code: regionLineage.oldCode })
    .from(regionLineage)
    .where(and(eq(regionLineage.presentCode, regionCode), eq(regionLineage.isPrincipal, true), eq(regionLineage.isReused, false)))
    .limit(20);
  const codes = [regionCode, ...former.map(({ code }) => code)];
  return ctx.db
    .select()
    .from(selfAssessments)
    .where(and(sql`${selfAssessments.countyCode} = any(${sql.param([...new Set(codes.map(countyCode))])}::int[])`, inArray(selfAssessments.regionCode, codes)))
    .orderBy(desc(selfAssessments.year), desc(selfAssessments.id))
    .limit(60);
}

/** 在办的社区: those of one's regions that have begun to assess themselves, the latest first. */
export async function assessedCommunities(ctx: Ctx): Promise<string[]> {
  allowAnywhere(ctx, 'assessment.read');
  const rows = await ctx.db
    .selectDistinct({ code: selfAssessments.regionCode })
    .from(selfAssessments)
    .where(within(ctx, 'assessment.read', selfAssessments.regionCode))
    .limit(500);
  return rows.map(({ code }) => code);
}
