import { byDay, type Due, type Moment } from '#app/domain/base/communities/due.ts';
import { askBoth, askDue, type Part } from '#app/domain/base/communities/told.ts';
import { pilotMoments } from '#app/domain/base/communities/work-place.ts';
import { evidenceDue } from '#app/domain/base/evidence/due.ts';
import { councilsDue } from '#app/domain/children/councils/due.ts';
import { moderationDue } from '#app/domain/children/moderation/due.ts';
import { reportsDue } from '#app/domain/children/protection/counts.ts';
import { suggestionsDue } from '#app/domain/children/suggestions/due.ts';
import { surveysDue } from '#app/domain/children/surveys/due.ts';
import { planDue, planMoments } from '#app/domain/pilot/consulting/due.ts';
import { figuresDue } from '#app/domain/city/collection/due.ts';
import { commentsDue, evaluationMoments } from '#app/domain/pilot/evaluation/due.ts';
import { progressReportsDue, reportMoments } from '#app/domain/pilot/progress-reports/due.ts';
import { assessmentMoments, assessmentsDue } from '#app/domain/pilot/self-assessment/due.ts';
import { visitMoments, visitsDue } from '#app/domain/pilot/visits/due.ts';
import { hazardsDue } from '#app/domain/service/hazards/due.ts';
import { spacesDue } from '#app/domain/service/spaces/due.ts';
import { walksDue } from '#app/domain/service/walks/due.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 待办的来源: each room that asks something of communities adds its part of the one question. */
const dueParts: readonly Part[] = [visitsDue, evidenceDue, assessmentsDue, progressReportsDue, commentsDue, planDue, spacesDue, hazardsDue, walksDue, suggestionsDue, councilsDue, moderationDue, surveysDue, figuresDue];

/** 大事的来源: each room that has something to tell of a community adds its part of the one question. */
const momentParts: readonly Part[] = [visitMoments, pilotMoments, assessmentMoments, reportMoments, evaluationMoments, planMoments];

/** 待办 of these communities, the nearest day first. */
export async function dueOf(ctx: Ctx, codes: readonly string[]): Promise<Due[]> {
  return withReports(ctx, codes, await askDue(ctx, dueParts, codes));
}

/** 待办和大事 of one community: the nearest day first, and the oldest first. */
export async function toldOf(ctx: Ctx, code: string): Promise<{ due: Due[]; moments: Moment[] }> {
  const { due, moments } = await askBoth(ctx, dueParts, momentParts, code);
  return { due: await withReports(ctx, [code], due), moments };
}

/** The sealed room is asked alone: its role must not meet another's statement. */
async function withReports(ctx: Ctx, codes: readonly string[], due: readonly Due[]): Promise<Due[]> {
  return [...due, ...(await reportsDue(ctx, codes))].toSorted(byDay);
}
