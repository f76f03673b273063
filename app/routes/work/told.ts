import { pilotMoments } from '#app/domain/base/communities/work-place.ts';
import { byDay, type Due, type Moment } from '#app/domain/base/communities/due.ts';
import { councilsDue } from '#app/domain/children/councils/due.ts';
import { evidenceDue } from '#app/domain/base/evidence/due.ts';
import { dueComments, evaluationMoments } from '#app/domain/pilot/evaluation/read.ts';
import { dueReports, reportMoments } from '#app/domain/pilot/progress-reports/read.ts';
import { planDue, planMoments } from '#app/domain/pilot/consulting/due.ts';
import { surveysDue } from '#app/domain/children/surveys/due.ts';
import { assessmentMoments, assessmentsDue } from '#app/domain/pilot/self-assessment/due.ts';
import { visitMoments, visitsToSign } from '#app/domain/pilot/visits/for-community.ts';
import { suggestionsDue } from '#app/domain/children/suggestions/due.ts';
import { moderationDue } from '#app/domain/children/moderation/read.ts';
import { reportsDue } from '#app/domain/children/protection/counts.ts';
import { hazardsDue } from '#app/domain/service/hazards/due.ts';
import { spacesDue } from '#app/domain/service/spaces/due.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 待办的来源: each room that asks something of communities adds its read. */
const dueSources: readonly ((ctx: Ctx, codes: readonly string[]) => Promise<Due[]>)[] = [visitsToSign, evidenceDue, assessmentsDue, dueReports, dueComments, planDue, spacesDue, hazardsDue, suggestionsDue, councilsDue, moderationDue, surveysDue];

/** 大事的来源: each room that has something to tell of a community adds its read. */
const momentSources: readonly ((ctx: Ctx, code: string) => Promise<Moment[]>)[] = [visitMoments, pilotMoments, assessmentMoments, reportMoments, evaluationMoments, planMoments];

/** 待办 of these communities, the nearest day first. */
export async function dueOf(ctx: Ctx, codes: readonly string[]): Promise<Due[]> {
  if (codes.length === 0) return [];
  const open = await Promise.all(dueSources.map((source) => source(ctx, codes)));
  return [...open.flat(), ...(await reportsDue(ctx, codes))].toSorted(byDay); // the sealed room is asked alone: its role must not meet another's statement
}

/** 大事 of one community, the oldest first. */
export async function momentsOf(ctx: Ctx, code: string): Promise<Moment[]> {
  return (await Promise.all(momentSources.map((source) => source(ctx, code)))).flat().toSorted((a, b) => a.day.localeCompare(b.day));
}
