import { and, eq, inArray, sql } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import type { Due, Moment } from '#app/domain/base/communities/due.ts';
import { pilots } from '#app/domain/base/communities/tables.server.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { assessmentYears } from './read.ts';
import { selfAssessmentDelegations, selfAssessmentRows, selfAssessments } from './tables.server.ts';

/** 自评待办: this year's, to be begun by pilots and gone on with by everybody who began; and sections given to this person. */
export async function assessmentsDue(ctx: Ctx, codes: readonly string[]): Promise<Due[]> {
  const mine = codes.filter((regionCode) => may(ctx.actor, 'assessment.fill', { regionCode }));
  if (mine.length === 0) return [];
  const year = Number(beijingDay(ctx.now).slice(0, 4));
  const inCounties = sql`any(${sql.param([...new Set(mine.map(countyCode))])}::int[])`;
  const filled = sql<number>`(select count(*)::int from ${selfAssessmentRows} r where r.county_code = ${selfAssessments.countyCode} and r.assessment_id = ${selfAssessments.id}
    and (r.copied_from is null or r.said ? 'confirm' or (r.said #>> '{level,current,revision}')::int > 1))`;
  const [there, given, pilotCodes] = await Promise.all([
    ctx.db
      .select({ regionCode: selfAssessments.regionCode, year: selfAssessments.year, status: selfAssessments.status, filled })
      .from(selfAssessments)
      .where(and(sql`${selfAssessments.countyCode} = ${inCounties}`, inArray(selfAssessments.regionCode, mine))),
    ctx.db
      .select({ regionCode: selfAssessments.regionCode, year: selfAssessments.year, sectionId: selfAssessmentDelegations.sectionId })
      .from(selfAssessmentDelegations)
      .innerJoin(selfAssessments, and(eq(selfAssessments.countyCode, selfAssessmentDelegations.countyCode), eq(selfAssessments.id, selfAssessmentDelegations.assessmentId)))
      .where(and(eq(selfAssessmentDelegations.toUser, ctx.actor.id), sql`${selfAssessments.countyCode} = ${inCounties}`, inArray(selfAssessments.regionCode, mine), sql`${selfAssessments.status} <> 'submitted'`))
      .orderBy(selfAssessmentDelegations.sectionId),
    ctx.db.select({ code: pilots.regionCode }).from(pilots).where(and(inArray(pilots.regionCode, mine), eq(pilots.state, 'pilot'))),
  ]);
  const lastDay = `${year}-12-31`;
  const begun = new Set(there.filter((one) => one.year === year).map((one) => one.regionCode));
  const sections = Map.groupBy(given, (one) => `${one.regionCode} ${one.year}`);
  return [
    ...[...new Set(pilotCodes.map(({ code }) => code))].filter((code) => !begun.has(code)).map((regionCode): Due => ({ regionCode, kind: 'assessment-start', dueOn: lastDay, path: 'self-assessment', figure: year })),
    ...there.filter((one) => one.status !== 'submitted').map((one): Due => ({ regionCode: one.regionCode, kind: 'assessment-go-on', dueOn: one.year === year ? lastDay : null, path: `self-assessment/${one.year}`, figure: one.filled })),
    ...[...sections.values()].map((some): Due => ({
      regionCode: some[0]!.regionCode, kind: 'assessment-delegated', dueOn: null, path: `self-assessment/${some[0]!.year}/sections/${some[0]!.sectionId}`, figure: some.map((one) => one.sectionId).join(' '),
    })),
  ];
}

/** 提交过的自评 as lines of the timeline. */
export async function assessmentMoments(ctx: Ctx, code: string): Promise<Moment[]> {
  return (await assessmentYears(ctx, code)).flatMap((one): Moment[] =>
    one.submittedAt ? [{ kind: 'assessment-submitted', day: beijingDay(one.submittedAt), path: `self-assessment/${one.year}`, figure: one.score?.toFixed(1) ?? '—' }] : [],
  );
}
