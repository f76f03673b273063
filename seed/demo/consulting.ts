import { concludeResults } from '#app/domain/base/rule-results/conclude-results.ts';
import type { Level } from '#app/domain/base/rule-results/model.ts';
import { type PlacedRule, rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { listCases } from '#app/domain/pilot/case-library/read.ts';
import { adoptPlan } from '#app/domain/pilot/consulting/adopt-plan.ts';
import { arrangeSession } from '#app/domain/pilot/consulting/arrange-session.ts';
import { askAdvice } from '#app/domain/pilot/consulting/ask-advice.ts';
import { addFinding, answerFinding, findingToTask, judgeFinding } from '#app/domain/pilot/consulting/findings.ts';
import { gapsOf } from '#app/domain/pilot/consulting/gaps.ts';
import { learnLessons } from '#app/domain/pilot/consulting/learn.ts';
import { getPlan, partsOf, type Task } from '#app/domain/pilot/consulting/read.ts';
import { saveTask } from '#app/domain/pilot/consulting/save-task.ts';
import { setTaskState } from '#app/domain/pilot/consulting/set-task-state.ts';
import { startPlan } from '#app/domain/pilot/consulting/start-plan.ts';
import { takeCase } from '#app/domain/pilot/consulting/take-case.ts';
import { writeMinutes } from '#app/domain/pilot/consulting/write-minutes.ts';
import { change } from '#app/platform/change.ts';
import { binhu } from './places.ts';
import { by, dayOf, follow, type Stage } from './stage.ts';

/** 街道 of the first call whose two years of results tell what streets like Binhu went on to meet. */
const streets = ['340111401', '340104002', '340111011', '320505002', '330106011', '430102001', '440305007'];

const how = ['街道发文明确分工，名单上墙。（示例）', '与小学、幼儿园和社工机构各定一名联系人。（示例）', '先在两个小区试做一个月，再铺开。（示例）', '请孩子们先走一遍、提意见，再定方案。（示例）'];
const owners = ['社区书记', '社区儿童主任', '社区规划师', '志愿者站站长'];

/** 建设计划、咨询和下一步建议: Binhu's plan at work, one session held, one finding closed and one late; then what can be learned. */
export async function planAndAdvise(stage: Stage): Promise<void> {
  const rules = rulesOf(await currentEdition(by(stage, 'visitor', { day: 0 })));
  await twoYearsOf(stage, rules);
  await binhuPlans(stage);
  await adviseBinhu(stage);
  await adviseElsewhere(stage);
  await follow(stage);
  await learnLessons(by(stage, 'system', { day: 0, at: '02:20' }));
}

/** The same at every telling: what a street meets, and what it has come to meet a year later. */
function levelOf(rule: PlacedRule, street: number, place: number, later: boolean): Level {
  const drawn = (place * 31 + street * 17 + rule.id.length * 7) % 100;
  const strength = (rule.kind === 'must' ? 62 : 50) + (later ? (place % 4) * 9 : 0);
  if (drawn < strength) return 'met';
  return drawn < strength + 20 ? 'partly' : 'not-met';
}

async function twoYearsOf(stage: Stage, rules: readonly PlacedRule[]): Promise<void> {
  const ctx = by(stage, 'system', { day: -25, at: '17:00' });
  const { id: editionId } = await currentEdition(ctx);
  const year = Number(stage.today.slice(0, 4));
  await change(ctx, async (tx) => {
    for (const [street, regionCode] of streets.entries()) {
      for (const each of [year - 1, year]) {
        const levels = Object.fromEntries(rules.map((rule, place) => [rule.id, levelOf(rule, street, place, each === year)]));
        await concludeResults(tx, { regionCode, year: each, stream: 'self', editionId, levels, sourceId: 'demo' });
      }
    }
    await tx.record('demo.told', { id: 'demo-streets', regionCode: '*' }, { streets: streets.length });
  });
}

async function binhuPlans(stage: Stage): Promise<void> {
  const worker = by(stage, 'binhu-worker', { day: -210, at: '14:30' });
  const { gaps } = await gapsOf(worker, binhu);
  const musts = gaps.filter(({ kind }) => kind === 'must').map(({ ruleId }) => ruleId).slice(0, 14);
  await startPlan(worker, binhu, { aim: '两年内补齐应达项，让孩子在家门口有地方去、有人听、有人管。（示例）', startsOn: dayOf(stage, -200), endsOn: dayOf(stage, 160), rules: musts });
  const { tasks } = await partsOf(worker, await getPlan(worker, binhu));
  for (const [at, task] of tasks.entries()) await saveTask(by(stage, 'binhu-worker', { day: -205, at: '10:20' }), binhu, task.id, detailed(stage, task, at));
  const officer = by(stage, 'binhu', { day: -200 });
  await adoptPlan(officer, binhu, '首次签发，经街道办公会讨论通过。（示例）');
  for (const [at, task] of tasks.entries()) await goOn(stage, task, at);
}

/** Spread over the time of the plan; the third is the one that will be late. */
function detailed(stage: Stage, task: Task, at: number) {
  const startsOn = dayOf(stage, -195 + at * 22);
  const dueOn = dayOf(stage, at < 2 ? -120 + at * 30 : at === 2 ? -12 : 12 + (at - 3) * 19);
  return { title: task.title, details: how[at % how.length]!, owner: owners[at % owners.length]!, partner: '', startsOn, dueOn, cost: 3000 + ((at * 2700) % 16_000), rules: task.ruleIds, goalId: task.goalId };
}

async function goOn(stage: Stage, task: Task, at: number): Promise<void> {
  if (at < 5) await setTaskState(by(stage, 'binhu-worker', { day: -190 + at * 20 }), binhu, task.id, { state: 'under-way', outcome: '', spent: null, evidence: [] });
  if (at < 2) await setTaskState(by(stage, 'binhu-worker', { day: -130 + at * 25 }), binhu, task.id, { state: 'done', outcome: '已经落实，名单和制度都已公布，居民代表看过现场。（示例）', spent: 2600 + at * 900, evidence: [] });
}

async function adviseBinhu(stage: Stage): Promise<void> {
  const worker = (day: number) => by(stage, 'binhu-worker', { day, at: '11:10' });
  const office = by(stage, 'office', { day: -148, at: '15:00' });
  const adviser = by(stage, 'expert-rural', { day: -139, at: '17:40' });
  const id = await askAdvice(worker(-150), binhu, { topic: '儿童议事会怎样从活动变成制度', wish: '孩子们提的建议多，办成的少，想请专家看看章程和答复流程。（示例）', mode: 'on-site', rules: ['A1.1'] });
  await arrangeSession(office, binhu, id, { experts: [adviser.actor.id], on: dayOf(stage, -139), at: '14:30', place: '滨湖世纪社区儿童之家（示例）', mode: 'on-site' });
  await writeMinutes(adviser, binhu, id, {
    minutes: '看了三次议事会的记录，与 6 名儿童委员、2 名家长谈了话。\n一致意见：建议要有人接、有日期、有答复；孩子要知道结果，包括为什么不采纳。（示例）',
    experts: [adviser.actor.id], attendance: '程嘉禾 经办人\n方小满 社区工作者',
  });
  const late = { finding: '建议只口头答复，没有留下记录。（示例）', action: '建立建议登记和答复单，每条写明谁办、何时答复', owner: '社区儿童主任', dueOn: dayOf(stage, -18), rules: ['A1.1'] };
  const closed = { finding: '换届办法没有写进章程。（示例）', action: '在章程里补写任期和换届办法', owner: '社区书记', dueOn: dayOf(stage, -100), rules: ['A1.1'] };
  const answered = { finding: '低年级孩子看不懂会议通知。（示例）', action: '通知改成图画版，放学时发给孩子', owner: '方小满', dueOn: dayOf(stage, 10), rules: [] };
  await addFinding(adviser, binhu, id, late);
  const done = await addFinding(adviser, binhu, id, closed);
  const told = await addFinding(adviser, binhu, id, answered);
  await findingToTask(worker(-90), binhu, told);
  await answerFinding(worker(-104), binhu, done, { report: '第七次议事会通过修订，第十二条写明两年一届、可连任一次。（示例）', evidence: [] });
  await judgeFinding(by(stage, 'expert-rural', { day: -102, at: '09:10' }), binhu, done, { verdict: 'close', note: '看过修订稿，写得清楚。（示例）' });
  await answerFinding(worker(-3), binhu, told, { report: '十月的通知已经改成图画版，孩子们说看得懂。（示例）', evidence: [] });
  await changePlan(stage);
  await askAdvice(worker(-2), binhu, { topic: '小区里的骑行和行走怎样分开', wish: '', mode: 'online', rules: [] });
}

/** 第二版: a case of the library is taken over, and the government signs again with the reason. */
async function changePlan(stage: Stage): Promise<void> {
  const worker = by(stage, 'binhu-worker', { day: -88, at: '16:10' });
  const story = (await listCases(worker, {})).rows.find(({ regionCode }) => regionCode !== binhu);
  if (story) await takeCase(worker, binhu, story.id);
  const { tasks } = await partsOf(worker, await getPlan(worker, binhu));
  for (const { owner, ...task } of tasks.filter((one) => one.owner === '')) {
    await saveTask(worker, binhu, task.id, { title: task.title, details: task.details, owner: owner || '社区儿童主任', partner: '合肥市蒲公英儿童社会工作服务中心（示例）', startsOn: task.startsOn, dueOn: task.dueOn, cost: task.cost, rules: task.ruleIds, goalId: task.goalId });
  }
  await adoptPlan(by(stage, 'binhu', { day: -86, at: '10:00' }), binhu, '专家咨询后，学用一个案例，并按问题清单增加一项任务。（示例）');
}

/** 别处的咨询: arranged for the coming week, so that the expert of the demonstration has something to prepare. */
async function adviseElsewhere(stage: Stage): Promise<void> {
  const id = await askAdvice(by(stage, 'shishan', { day: -8 }), '320505002', { topic: '楼间空地怎样变成孩子的游戏角', wish: '有一块 120 平方米的空地，居民意见不一。（示例）', mode: 'online', rules: ['C1.1'] });
  await arrangeSession(by(stage, 'office', { day: -6 }), '320505002', id, { experts: [by(stage, 'expert', { day: -6 }).actor.id], on: dayOf(stage, 5), at: '09:30', place: '线上会议 000-000-000（示例）', mode: 'online' });
}
