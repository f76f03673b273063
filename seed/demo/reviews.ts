import { statementVersion } from '#app/domain/pilot/conflicts/model.ts';
import { PlanInput } from '#app/domain/pilot/assigning/input.ts';
import { orderPlan } from '#app/domain/pilot/assigning/order-plan.ts';
import { acceptAssignment, declareConflict } from '#app/domain/pilot/review/answer-assignment.ts';
import { assignExpert } from '#app/domain/pilot/review/assign-expert.ts';
import { decideExplained } from '#app/domain/pilot/panels/decide-explained.ts';
import { saveScores, submitReview } from '#app/domain/pilot/review/score.ts';
import { getMyAssignment } from '#app/domain/pilot/review/my-reviews.ts';
import { rubricOfCall } from '#app/domain/pilot/rubrics/in-force.ts';
import type { RubricContent } from '#app/domain/pilot/rubrics/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { marksAround } from './marks.ts';
import type { Place } from './places.ts';
import { readAdvice } from './panels.ts';
import { by, dayOf, type Stage } from './stage.ts';

const homes: Record<string, string> = {
  expert: '310104', 'expert-rights': '110105', 'expert-education': '420106', 'expert-planning': '320102', 'expert-policy': '440304', 'expert-social': '510107',
};

/** 分配、接受: an expert gets the application and says that nothing binds them to it. */
export async function entrust(stage: Stage, applicationId: string, expert: string, day: number, isAccepted = true): Promise<string> {
  const expertId = by(stage, expert, { day }).actor.id;
  const id = await assignExpert(by(stage, 'office', { day, at: '14:10' }), applicationId, { expertId, dueOn: dayOf(stage, day + 14) });
  if (isAccepted) await acceptAssignment(by(stage, expert, { day: day + 1, at: '20:15' }), id, { attested: statementVersion });
  return id;
}

/** 提交评审 of the whole rubric. */
export async function review(stage: Stage, assignmentId: string, expert: string, day: number, level: number): Promise<void> {
  const overall = level >= 75 ? '基础扎实，计划可行，建议列入试点。（示例）' : '方向正确，但机制和任务尚不具体，建议完善后再报。（示例）';
  const ctx = by(stage, expert, { day, at: '21:05' });
  await submitReview(ctx, assignmentId, { revision: 0, overall, marks: marksAround(await rubricOf(ctx, assignmentId), level, expert) });
}

/** 评到一半: some items marked and saved, the rest to come. */
export async function beginReview(stage: Stage, assignmentId: string, expert: string, day: number): Promise<void> {
  const ctx = by(stage, expert, { day, at: '19:30' });
  await saveScores(ctx, assignmentId, { revision: 0, overall: '', marks: marksAround(await rubricOf(ctx, assignmentId), 82, expert).slice(0, 7) });
}

async function rubricOf(ctx: Ctx, assignmentId: string): Promise<RubricContent> {
  const { call } = await getMyAssignment(ctx, assignmentId);
  return rubricOfCall(ctx, call);
}

/** 分配方案: what the office would like for those that still lack experts; it lies open to be looked at. */
export function proposePlan(stage: Stage, callId: string, day: number): Promise<string> {
  const settings = PlanInput.parse({ reviewsPerApplication: '3', mostLoad: '6', seed: '2026', dueOn: dayOf(stage, day + 21) });
  return orderPlan(by(stage, 'office', { day, at: '15:40' }), callId, settings);
}

/** 回避. */
export function stayAway(stage: Stage, assignmentId: string, expert: string, day: number): Promise<void> {
  const reason = '本人去年为该街道做过付费培训，应当回避。（示例）';
  return declareConflict(by(stage, expert, { day, at: '09:20' }), assignmentId, { reason });
}

/** 两位专家 from other districts than the applicant's, in turn. */
function twoFor(place: Place, turn: number): [string, string] {
  const free = Object.keys(homes).filter((expert) => !place.government.startsWith(homes[expert]!));
  return [free[turn % free.length]!, free[(turn + 2) % free.length]!];
}

/** 评审到决定: two reviews, perhaps something in between, then the office decides with its reason. */
export async function reviewAndDecide(stage: Stage, place: Place, applicationId: string, turn: number, day: number, outcome: 'accepted' | 'declined', before: () => Promise<void> = async () => {}): Promise<void> {
  const level = outcome === 'accepted' ? 80 + (turn % 5) * 2 : 58;
  for (const [index, expert] of twoFor(place, turn).entries()) {
    const id = await entrust(stage, applicationId, expert, day);
    await review(stage, id, expert, day + 5 + index, level + index * 3);
  }
  await before();
  await readAdvice(stage, applicationId, day + 9);
  const reason = outcome === 'accepted'
    ? '两位专家意见一致，材料真实完整，计划具体可行，同意列入公示名单。（示例）'
    : '两位专家均认为推进机制和任务尚不具体。本次不列入，欢迎完善后申报下一批次。（示例）';
  await decideExplained(by(stage, 'office', { day: day + 10, at: '16:00' }), applicationId, { outcome, reason });
}
