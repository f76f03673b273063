import { acceptAssignment, declareConflict } from '#app/domain/pilot/review/answer-assignment.ts';
import { assignExpert } from '#app/domain/pilot/review/assign-expert.ts';
import { decide } from '#app/domain/pilot/review/decide.ts';
import { saveScores, submitReview } from '#app/domain/pilot/review/score.ts';
import type { Place } from './places.ts';
import { by, dayOf, type Stage } from './stage.ts';

/** 制度、文化、空间、服务、人员: the sections of the edition and what reviewers say of each. */
const sections = ['A', 'B', 'C', 'D', 'E'];
const comments = [
  '领导机制清楚，专班会商有记录，儿童列席的安排写得具体。（示例）',
  '宣传方式贴近家庭，儿童发声的渠道稳定。（示例）',
  '空间改造从孩子的实际路线出发，排查做得细；夜间照明还可加强。（示例）',
  '服务覆盖了不同年龄，困境儿童有专门安排，转介办法有待成文。（示例）',
  '人员准入和培训有制度，志愿者的继续培训要落到时间表上。（示例）',
];
const homes: Record<string, string> = {
  expert: '310104', 'expert-rights': '110105', 'expert-education': '420106', 'expert-planning': '320102', 'expert-policy': '440304', 'expert-social': '510107',
};

/** Scores around a level, a little different for every section and expert. */
function scoresAround(level: number, who: string, most = sections.length) {
  return sections.slice(0, most).map((sectionId, index) => ({
    itemId: sectionId, level: null, score: Math.min(98, level + (((who.length + index * 5) % 9) - 4)), note: comments[index]!, page: '',
  }));
}

/** 分配、接受: an expert gets the application and says that nothing binds them to it. */
export async function entrust(stage: Stage, applicationId: string, expert: string, day: number, isAccepted = true): Promise<string> {
  const expertId = by(stage, expert, { day }).actor.id;
  const id = await assignExpert(by(stage, 'office', { day, at: '14:10' }), applicationId, { expertId, dueOn: dayOf(stage, day + 14) });
  if (isAccepted) await acceptAssignment(by(stage, expert, { day: day + 1, at: '20:15' }), id);
  return id;
}

/** 提交评审 of all five sections. */
export function review(stage: Stage, assignmentId: string, expert: string, day: number, level: number): Promise<void> {
  const overall = level >= 75 ? '基础扎实，计划可行，建议列入试点。（示例）' : '方向正确，但机制和任务尚不具体，建议完善后再报。（示例）';
  return submitReview(by(stage, expert, { day, at: '21:05' }), assignmentId, { revision: 0, overall, marks: scoresAround(level, expert) });
}

/** 评到一半: two sections scored and saved, the rest to come. */
export async function beginReview(stage: Stage, assignmentId: string, expert: string, day: number): Promise<void> {
  await saveScores(by(stage, expert, { day, at: '19:30' }), assignmentId, { revision: 0, overall: '', marks: scoresAround(82, expert, 2) });
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

/** 评审到决定: two reviews, then the office decides with its reason. */
export async function reviewAndDecide(stage: Stage, place: Place, applicationId: string, turn: number, day: number, outcome: 'accepted' | 'declined'): Promise<void> {
  const level = outcome === 'accepted' ? 80 + (turn % 5) * 2 : 58;
  for (const [index, expert] of twoFor(place, turn).entries()) {
    const id = await entrust(stage, applicationId, expert, day);
    await review(stage, id, expert, day + 5 + index, level + index * 3);
  }
  const reason = outcome === 'accepted'
    ? '两位专家意见一致，材料真实完整，计划具体可行，同意列入公示名单。（示例）'
    : '两位专家均认为推进机制和任务尚不具体。本次不列入，欢迎完善后申报下一批次。（示例）';
  await decide(by(stage, 'office', { day: day + 10, at: '16:00' }), applicationId, { outcome, reason });
}
