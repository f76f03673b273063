import { and, eq } from 'drizzle-orm';
import { allow, allowAnywhere, may, type Verb } from '#app/domain/base/accounts/access.ts';
import { isRegionCode, levelOf } from '#app/domain/base/regions/model.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { isOpen, type Row } from './model.ts';
import { selfAssessmentRows, selfAssessments } from './tables.server.ts';

/** 哪一份: one assessment is named by its community and its year. */
export type Which = { regionCode: string; year: number };

export type Held = typeof selfAssessments.$inferSelect;

/** Where the assessment of a community and a year lies: always inside one county. */
export const here = ({ regionCode, year }: Which) =>
  and(eq(selfAssessments.countyCode, countyCode(regionCode)), eq(selfAssessments.regionCode, regionCode), eq(selfAssessments.year, year));

/** The rows of one assessment. */
export const rowsHere = ({ countyCode: county, id }: Pick<Held, 'countyCode' | 'id'>) =>
  and(eq(selfAssessmentRows.countyCode, county), eq(selfAssessmentRows.assessmentId, id));

/** 自评 of a community and year for those who work for it; for all others it does not exist. */
export async function findAssessment(ctx: Ctx, which: Which): Promise<Held | undefined> {
  allowAnywhere(ctx, 'assessment.read');
  if (!isRegionCode(which.regionCode) || !Number.isInteger(which.year) || !may(ctx.actor, 'assessment.read', which)) return undefined;
  const [row] = await ctx.db.select().from(selfAssessments).where(here(which)).limit(1);
  return row;
}

export async function getHeld(ctx: Ctx, which: Which): Promise<Held> {
  const held = await findAssessment(ctx, which);
  if (!held) throw new Refusal('assessment-not-found', 404);
  return held;
}

/** 占住自评 for one change; a second change of the same one waits until this one is done. */
export async function hold(tx: Change, which: Which, verb: Verb): Promise<Held> {
  await getHeld(tx, which);
  allow(tx, verb, which);
  const [held] = await tx.db.select().from(selfAssessments).where(here(which)).for('no key update');
  return held!;
}

/** The same, still open to be written in. */
export async function holdOpen(tx: Change, which: Which, verb: Verb = 'assessment.fill'): Promise<Held> {
  const held = await hold(tx, which, verb);
  if (!isOpen(held.status)) throw new Refusal('assessment-already-submitted');
  return held;
}

/** The community stands: a street or committee that still exists. */
export async function standingUnit(ctx: Ctx, code: string): Promise<void> {
  if (!isRegionCode(code) || levelOf(code) < 4) throw new Refusal('work-place-not-found', 404);
  const [region] = await ctx.db.select().from(regions).where(eq(regions.code, code));
  if (!region || region.isSynthetic || region.isVirtual) throw new Refusal('work-place-not-found', 404);
  if (region.isEnded) throw new Refusal('community-ended');
}

/** 各条 of an assessment, by rule. */
export async function rowsOf(ctx: Ctx, held: Pick<Held, 'countyCode' | 'id'>): Promise<Map<string, Row & { savedByName: string; savedAt: Date }>> {
  const rows = await ctx.db
    .select({ ruleId: selfAssessmentRows.ruleId, said: selfAssessmentRows.said, copiedFrom: selfAssessmentRows.copiedFrom, savedByName: selfAssessmentRows.savedByName, savedAt: selfAssessmentRows.savedAt })
    .from(selfAssessmentRows)
    .where(rowsHere(held))
    .limit(500);
  return new Map(rows.map((row) => [row.ruleId, row]));
}
