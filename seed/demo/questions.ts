import { answerQuestion } from '#app/domain/pilot/questions/answer.ts';
import { askApplicant } from '#app/domain/pilot/questions/ask.ts';
import { forwardQuestion } from '#app/domain/pilot/questions/handle.ts';
import { by, dayOf, type Stage } from './stage.ts';

/** 评审询问: one answered, one that waits for its answer, one that waits for the office. */
export async function askAround(stage: Stage, applicationId: string, assignmentId: string, government: string): Promise<void> {
  const asks = (day: number, text: string) => askApplicant(by(stage, 'expert', { day, at: '19:50' }), assignmentId, { text });
  const passesOn = (id: string, day: number, text: string, dueOn: number) => forwardQuestion(by(stage, 'office', { day, at: '10:10' }), applicationId, id, { text, dueOn: dayOf(stage, dueOn) });
  const first = await asks(-13, '行动计划第 4 页说图书角“全年开放”，寒暑假和周末也开吗？由谁值守？（示例）');
  await passesOn(first, -12, '请说明图书角寒暑假和周末的开放时间、由谁值守。（示例）', -5);
  await answerQuestion(by(stage, government, { day: -10, at: '16:30' }), applicationId, { questionId: first, text: '全年开放。平日 15:30 至 18:00 由社工值守，周末和寒暑假 9:00 至 17:00 由志愿者轮值，排班表每月公示。（示例）', fileIds: [] });
  await passesOn(await asks(-4, '“儿童议事会每季度一次”，最近一次议了什么，结果怎样反馈给孩子？（示例）'), -3, '请补充最近一次儿童议事会的议题和反馈情况。（示例）', 6);
  await asks(-1, '户外场地改造的资金是否已经落实？（示例）');
}
