import { CallInput } from '#app/domain/pilot/calls/input.ts';
import { closeCalls } from '#app/domain/pilot/calls/close-call.ts';
import { extendCall } from '#app/domain/pilot/calls/extend-call.ts';
import { openCall } from '#app/domain/pilot/calls/open-call.ts';
import { publishCall } from '#app/domain/pilot/calls/publish-call.ts';
import { by, dayOf, type Stage } from './stage.ts';

/** 批次 of the story, its days counted from today. */
export type DemoCall = { nth: string; nthEn: string; opens: number; closes: number; places: number; reviews: number };

const about = [
  '面向全国征集儿童友好社区建设试点。街道、乡镇及以上政府可以申报，也可以为所辖社区申报；社会组织可以推荐社区。',
  '不要求事先达到全部细则，重要的是参与的积极性和办实事的决心。本批次不涉及项目配套资金。',
  '本批次及其中的申报、意见、评分和公示均为演示用的虚构内容。',
].join('\n\n');

function inputOf(stage: Stage, editionId: string, call: DemoCall): CallInput {
  return CallInput.parse({
    title: `儿童友好社区建设试点${call.nth}申报（示例）`, titleEn: `Child-friendly community pilots, ${call.nthEn} call (example)`, about, regionCode: '*',
    editionId, questionSetId: 'pilot-1', places: call.places, applicantLevels: ['township', 'district', 'city'],
    opensOn: dayOf(stage, call.opens), closesOn: dayOf(stage, call.closes), checkDays: 10, returnDays: 10,
    reviewsPerApplication: call.reviews, scoreFrom: 0, scoreTo: 100, noticeDays: 7, answerDays: 10, rescueMinutes: 5,
  });
}

/** 拟定批次: stays a draft that only the office sees. */
export function draftCall(stage: Stage, editionId: string, call: DemoCall, day: number): Promise<string> {
  return openCall(by(stage, 'office', { day, at: '10:05' }), inputOf(stage, editionId, call));
}

/** 发布批次 two days before it opens. */
export async function announceCall(stage: Stage, editionId: string, call: DemoCall): Promise<string> {
  const id = await draftCall(stage, editionId, call, call.opens - 6);
  await publishCall(by(stage, 'office', { day: call.opens - 2, at: '09:00' }), id);
  return id;
}

/** 延期, with the reason that everybody with a draft is told. */
export function prolongCall(stage: Stage, id: string, day: number, closes: number): Promise<void> {
  return extendCall(by(stage, 'office', { day, at: '16:40' }), id, { closesOn: dayOf(stage, closes), reason: '部分地区汛期延误了盖章，截止日顺延。（示例）' });
}

/** 截止: what the clock does on the day after the last day. */
export async function closeOver(stage: Stage, day: number): Promise<void> {
  await closeCalls(by(stage, 'system', { day, at: '00:01' }));
}
