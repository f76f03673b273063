import type { Level } from '#app/domain/base/rule-results/model.ts';
import { concludeEvaluation } from '#app/domain/pilot/evaluation/conclude.ts';
import { addIndicator, addVoice } from '#app/domain/pilot/evaluation/enter.ts';
import { firstSettings } from '#app/domain/pilot/evaluation/first-settings.ts';
import { commentOn, sendForComment } from '#app/domain/pilot/evaluation/hear.ts';
import { SaveDraftInput, StartEvaluationInput } from '#app/domain/pilot/evaluation/input.ts';
import type { EvaluationKind } from '#app/domain/pilot/evaluation/model.ts';
import { getEvaluation } from '#app/domain/pilot/evaluation/read.ts';
import { watchReassessments } from '#app/domain/pilot/evaluation/reassess.ts';
import { saveDraft } from '#app/domain/pilot/evaluation/save-draft.ts';
import { saveEvaluationSettings } from '#app/domain/pilot/evaluation/settings.ts';
import { drawSpotCheck, enterSpotFinding, publishSpotCheck } from '#app/domain/pilot/evaluation/spot-check.ts';
import { getSpotCheck } from '#app/domain/pilot/evaluation/spot-check-read.ts';
import { startEvaluation } from '#app/domain/pilot/evaluation/start.ts';
import { by, dayOf, type Stage } from './stage.ts';

const nanjing = '320102008001';
const fangxing = '340111401';
const chengdu = '510107005011';

/** 评估: settings of the office; one whole evaluation concluded, one with its community, one being drafted; one of the process, one of a service; who is due again; a spot check. */
export async function evaluateSome(stage: Stage): Promise<void> {
  await saveEvaluationSettings(by(stage, 'office', { day: -200, at: '14:00' }), { ...firstSettings, reassessYears: { pilot: 1, certified: 3, demonstration: 2 }, effectiveFrom: dayOf(stage, -200) });
  await whole(stage, fangxing, 'expert-rights', -70, 'fangxing');
  await brief(stage, nanjing, 'process', '', 'expert-law', -60, 'hongshan');
  await brief(stage, nanjing, 'service', '四点半课堂（示例）', 'expert-law', -55, 'hongshan');
  const commented = await begin(stage, nanjing, 'whole', 'expert-rights', -14);
  await enter(stage, nanjing, commented, 'expert-rights', -12);
  await judge(stage, nanjing, commented, 'expert-rights', -6, { summary: '制度和服务扎实，儿童议事会运转正常；周末场地和婴幼儿设施不足。（示例）', strengths: '议事会的建议都有答复，能查到办理结果。（示例）', advice: '把学校周末开放固定下来，儿童之家增设婴幼儿角。（示例）' });
  await sendForComment(by(stage, 'expert-rights', { day: -5, at: '11:00' }), nanjing, commented);
  const drafted = await begin(stage, chengdu, 'whole', 'expert', -8);
  await enter(stage, chengdu, drafted, 'expert', -4);
  await watchReassessments(by(stage, 'system', { day: -1, at: '09:35' }));
  await spotCheck(stage);
}

async function begin(stage: Stage, regionCode: string, kind: EvaluationKind, evaluator: string, day: number, subject = ''): Promise<string> {
  const year = dayOf(stage, day).slice(0, 4);
  return startEvaluation(by(stage, 'office', { day, at: '10:00' }), StartEvaluationInput.parse({ regionCode, kind, year, subject, evaluatorId: by(stage, evaluator, { day }).actor.id }));
}

/** 意见和指标 entered with their source; one group is so small that its answers are not shown. */
async function enter(stage: Stage, regionCode: string, id: string, evaluator: string, day: number): Promise<void> {
  const ctx = by(stage, evaluator, { day, at: '19:30' });
  const gatheredOn = dayOf(stage, day - 5);
  await addVoice(ctx, regionCode, id, { voice: 'children', ageBand: '7-12', question: '社区里有你喜欢去玩的地方吗（示例）', ruleId: 'C1.1', yes: 86, partly: 34, no: 21, source: '学校课后问卷（示例）', gatheredOn });
  await addVoice(ctx, regionCode, id, { voice: 'children', ageBand: '13-18', question: '你提过的建议有人答复吗（示例）', ruleId: 'A1.1', yes: 41, partly: 12, no: 6, source: '儿童议事会问卷（示例）', gatheredOn });
  await addVoice(ctx, regionCode, id, { voice: 'carers', ageBand: '0-3', question: '带小孩出门有地方歇脚、换尿布吗（示例）', ruleId: 'C1.2', yes: 22, partly: 31, no: 47, source: '家长群问卷（示例）', gatheredOn });
  await addIndicator(ctx, regionCode, id, { ruleId: 'E1.1', name: '专职儿童工作者（示例）', value: '3', unit: '人', level: 'met', source: '街道人员名册（示例）', asOf: gatheredOn });
  await addIndicator(ctx, regionCode, id, { ruleId: 'C1.1', name: '每百名儿童室内活动面积（示例）', value: '18', unit: '平方米', level: 'partly', source: '街道测量（示例）', asOf: gatheredOn });
}

/** Every item as the streams propose, or by turns where they say nothing. */
async function judge(stage: Stage, regionCode: string, id: string, evaluator: string, day: number, said: Record<string, string>): Promise<void> {
  const ctx = by(stage, evaluator, { day, at: '20:40' });
  const { content, revision } = await getEvaluation(ctx, regionCode, id);
  const turns: readonly Level[] = ['met', 'met', 'partly', 'met', 'not-met'];
  const fields = content.items.flatMap((item, place) => [
    [`level.${item.id}`, item.proposed ?? turns[place % turns.length]!],
    [`note.${item.id}`, content.conflicts.includes(item.id) ? '自评与现场不一致，以现场所见为准。（示例）' : ''],
  ]);
  await saveDraft(ctx, regionCode, id, SaveDraftInput.parse({ revision, ...said, ...Object.fromEntries(fields) }));
}

async function whole(stage: Stage, regionCode: string, evaluator: string, day: number, community: string): Promise<void> {
  const id = await begin(stage, regionCode, 'whole', evaluator, day);
  await enter(stage, regionCode, id, evaluator, day + 4);
  await judge(stage, regionCode, id, evaluator, day + 9, { summary: '起步稳，空间改造见效快；人员培训和儿童参与还要加力。（示例）', strengths: '三处闲置用房改成了儿童之家，开放时间公开。（示例）', advice: '建立儿童议事会章程，补齐志愿者准入和培训记录。（示例）' });
  await sendForComment(by(stage, evaluator, { day: day + 10, at: '09:00' }), regionCode, id);
  await commentOn(by(stage, community, { day: day + 14, at: '15:30' }), regionCode, id, '儿童议事会章程已在本月通过，附在佐证里，请核对。（示例）');
  const answering = by(stage, evaluator, { day: day + 16, at: '20:00' });
  const { revision } = await getEvaluation(answering, regionCode, id);
  await saveDraft(answering, regionCode, id, SaveDraftInput.parse({ revision, reply: '已核对章程，相应细则按现状评价，建议保留。（示例）' }));
  await conclude(stage, regionCode, id, day + 18);
}

/** 过程、服务的评估: points of the settings, nobody objects, concluded when the days are over. */
async function brief(stage: Stage, regionCode: string, kind: 'process' | 'service', subject: string, evaluator: string, day: number, community: string): Promise<void> {
  const id = await begin(stage, regionCode, kind, evaluator, day, subject);
  await judge(stage, regionCode, id, evaluator, day + 3, { summary: kind === 'process' ? '组织有力，分工清楚；进展公开还不够经常。（示例）' : '孩子愿意来，家长放心；结果还缺数据。（示例）' });
  await sendForComment(by(stage, evaluator, { day: day + 4, at: '09:20' }), regionCode, id);
  await commentOn(by(stage, community, { day: day + 6, at: '10:00' }), regionCode, id, '没有意见。（示例）');
  const answering = by(stage, evaluator, { day: day + 7, at: '19:00' });
  const { revision } = await getEvaluation(answering, regionCode, id);
  await saveDraft(answering, regionCode, id, SaveDraftInput.parse({ revision, reply: '谢谢。（示例）' }));
  await conclude(stage, regionCode, id, day + 8);
}

async function conclude(stage: Stage, regionCode: string, id: string, day: number): Promise<void> {
  const office = by(stage, 'office-check', { day, at: '16:10' });
  await concludeEvaluation(office, regionCode, id, (await getEvaluation(office, regionCode, id)).revision);
}

/** 抽查: drawn with a public number, two of three found as they said, published. */
async function spotCheck(stage: Stage): Promise<void> {
  const id = await drawSpotCheck(by(stage, 'office', { day: -28, at: '10:00' }), { title: '秋季抽查（示例）', regionCode: '*', size: 4, digits: 2, seed: '示例种子 3 1 7 4 0', seedSource: '示例：当日公开开奖号码' });
  const office = by(stage, 'office-check', { day: -18, at: '17:20' });
  const { picks } = await getSpotCheck(office, id);
  const notes = [['kept', '儿童之家按公示时间开放，现场有二十多名儿童。（示例）'], ['partly-kept', '场地开放，议事会上季度没有开会。（示例）'], ['kept', '安全巡查记录齐全，与报告一致。（示例）']] as const;
  for (const [turn, [outcome, note]] of notes.entries()) await enterSpotFinding(office, id, { regionCode: picks[turn]!.regionCode, outcome, note, foundOn: dayOf(stage, -19 - turn) });
  await publishSpotCheck(by(stage, 'office', { day: -16, at: '09:10' }), id);
}
