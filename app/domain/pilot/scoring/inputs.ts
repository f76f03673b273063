import { createHash } from 'node:crypto';
import { rubricOfCall } from '#app/domain/pilot/rubrics/in-force.ts';
import { pseudonym } from '#app/domain/pilot/review/pseudonym.ts';
import { readMarks } from '#app/domain/pilot/review/read-marks.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type CalibrateOptions, leastReviewers, type Mark, methodVersion } from './model.ts';

type Call = { id: string; places: number; rubricId: string | null; editionId: string };
const isPseudonym = /^r-[0-9a-f]{16}$/;

/** 计分的输入: the marks that count, each reviewer under a pseudonym of the call, and the settings of its rubric. */
export async function inputsOf(ctx: Ctx, call: Call, round: number): Promise<{ marks: Mark[]; settings: CalibrateOptions; hash: string }> {
  const [rows, rubric] = [await readMarks(ctx, { callId: call.id, round }), await rubricOfCall(ctx, call)];
  const marks = rows.map(({ applicationId, expertId, itemId, points, weight, submittedAt }): Mark => ({
    application: applicationId, reviewer: isPseudonym.test(expertId) ? expertId : pseudonym(call.id, expertId), item: itemId, points, weight, at: submittedAt.toISOString(),
  }));
  const settings: CalibrateOptions = {
    minimum: { applications: rubric.minimumSample, reviewers: leastReviewers }, passMark: rubric.passMark, places: call.places, band: rubric.borderline,
  };
  return { marks, settings, hash: hashOf(marks, settings) };
}

/** 输入的指纹: the same marks and settings, in whatever order, have the same one. */
function hashOf(marks: readonly Mark[], settings: CalibrateOptions): string {
  const lines = marks.map(canonicalJson).toSorted();
  return createHash('sha256').update(canonicalJson({ method: methodVersion, settings, lines })).digest('hex');
}
