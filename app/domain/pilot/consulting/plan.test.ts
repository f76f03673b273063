import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { endPress } from '#app/domain/base/documents/press.ts';
import { writeSheets } from '#app/domain/base/documents/write-sheet.ts';
import { regionLineage, regionPasts } from '#app/domain/base/regions/tables.server.ts';
import { aHeldSession, aPlan, aTaskInput, someResults, span, street, worker } from '#tests/consulting.ts';
import { aRegion } from '#tests/cycle.ts';
import { anExpert, eventsOf } from '#tests/reviews.ts';
import { as, binhu, ctxOf, neighbour, person, test } from '#tests/world.ts';
import { adoptPlan, closePlan } from './adopt-plan.ts';
import { changesBetween } from './compare-versions.ts';
import { editPlan, removeGoal, saveGoal } from './edit-plan.ts';
import { followRegions } from './follow-regions.ts';
import { gapsOf } from './gaps.ts';
import { importTasks } from './import-tasks.ts';
import { progressOf } from './model.ts';
import { planDocument } from './plan-document.ts';
import { findPlan, getPlan, partsOf, versionsOf } from './read.ts';
import { addTask, moveTask, removeTask, saveTask } from './save-task.ts';
import { getSession } from './sessions.ts';
import { setTaskState } from './set-task-state.ts';
import { startPlan } from './start-plan.ts';
import { planVersions } from './tables.server.ts';

const done = { state: 'done' as const, outcome: '章程已通过，首批 15 名儿童委员到任', spent: 5200, evidence: [] };

describe('gaps', () => {
  test('come from the newest result, must-rules that are not met first', async ({ db }) => {
    await someResults(db, binhu, { 'A1.1': 'not-met' }, { year: 2025 });
    const edition = (await gapsOf(worker(db), binhu)).edition;
    const of = (kind: string) => edition.sections.flatMap(({ norms }) => norms.flatMap(({ rules }) => rules)).filter((rule) => rule.kind === kind).map(({ id }) => id);
    const [must, should] = [of('must'), of('should')];
    await someResults(db, binhu, { [should[0]!]: 'not-met', [must[1]!]: 'partly', [must[3]!]: 'not-met', [must[4]!]: 'not-applicable' });
    const { gaps, sheet } = await gapsOf(worker(db), binhu);
    expect(sheet).toMatchObject({ year: 2026, stream: 'self' });
    expect(gaps.map(({ ruleId }) => ruleId)).toEqual([must[3], must[1], should[0]]);
  });
});

describe('a construction plan', () => {
  test('is made of the chosen gaps: a goal for each section, a task for each norm with the rules it serves', async ({ db }) => {
    await someResults(db, binhu, { 'A1.1': 'not-met', 'A1.2': 'not-met', 'B1.1': 'not-met', 'B1.2': 'partly' });
    const id = await startPlan(worker(db), binhu, { aim: '补齐应达项', ...span, rules: ['A1.1', 'A1.2', 'B1.1'] });
    const plan = await getPlan(worker(db), binhu);
    expect(plan).toMatchObject({ id, state: 'draft', version: 0, basisYear: 2026, basisStream: 'self' });
    const { goals, tasks } = await partsOf(worker(db), plan);
    expect(goals).toHaveLength(2);
    expect(tasks.map(({ ruleIds }) => ruleIds).toSorted()).toEqual([['A1.1', 'A1.2'], ['B1.1']]);
    expect(await eventsOf(db, id)).toEqual(['construction-plan.started']);
    await expect(startPlan(worker(db), binhu, { aim: '再来一份', ...span, rules: [] })).rejects.toThrow('plan-exists');
  });

  test('is signed by the government as versions with a reason, which never change', async ({ db }) => {
    const taskId = await aPlan(db);
    await expect(adoptPlan(street(db), binhu, '没有改动')).rejects.toThrow('plan-unchanged');
    await saveTask(worker(db), binhu, taskId, { ...aTaskInput, dueOn: '2026-11-30', cost: 8000 });
    await addTask(worker(db), binhu, { ...aTaskInput, title: '步行上学路线踏查' });
    await expect(adoptPlan(worker(db), binhu, '社区自己签')).rejects.toThrow('not-allowed');
    expect(await adoptPlan(street(db), binhu, '延后一个月，增加踏查')).toBe(2);
    const plan = await getPlan(street(db), binhu);
    expect(plan).toMatchObject({ state: 'in-force', version: 2, isChanged: false });
    const [second, first] = await versionsOf(street(db), plan);
    expect(changesBetween(first!.content, second!.content).tasks).toEqual([
      { kind: 'changed', title: aTaskInput.title, what: ['days', 'cost'], dueOn: { from: '2026-10-31', to: '2026-11-30' } },
      { kind: 'added', title: '步行上学路线踏查' },
    ]);
    await expect(db.transaction((tx) => tx.update(planVersions).set({ reason: '改写' }))).rejects.toThrow(/Failed query/);
  });

  test('is not signed while it is empty or a task has nobody responsible', async ({ db }) => {
    await startPlan(worker(db), binhu, { aim: '一年内补齐', ...span, rules: [] });
    await expect(adoptPlan(street(db), binhu, '首次签发')).rejects.toThrow('plan-empty');
    await addTask(worker(db), binhu, { ...aTaskInput, owner: '' });
    await expect(adoptPlan(street(db), binhu, '首次签发')).rejects.toThrow('task-without-owner');
  });

  test('has tasks that move up and down and serve rules of its own edition', async ({ db }) => {
    await startPlan(worker(db), binhu, { aim: '一年内补齐', ...span, rules: [] });
    const ids: string[] = [];
    for (const title of ['甲任务', '乙任务', '丙任务']) ids.push(await addTask(worker(db), binhu, { ...aTaskInput, title }));
    await moveTask(worker(db), binhu, ids[2]!, 'up');
    await moveTask(worker(db), binhu, ids[0]!, 'up');
    const plan = await getPlan(worker(db), binhu);
    expect((await partsOf(worker(db), plan)).tasks.map(({ title }) => title)).toEqual(['甲任务', '丙任务', '乙任务']);
    await expect(addTask(worker(db), binhu, { ...aTaskInput, rules: ['Z9.9'] })).rejects.toThrow('rule-of-another-edition');
    await removeTask(worker(db), binhu, ids[1]!);
    await expect(moveTask(worker(db), binhu, ids[1]!, 'down')).rejects.toThrow('task-not-found');
  });

  test('keeps its tasks when a goal goes', async ({ db }) => {
    await startPlan(worker(db), binhu, { aim: '一年内补齐', ...span, rules: [] });
    await saveGoal(worker(db), binhu, null, { title: '孩子说得上话', measure: '每季度一次议事会' });
    const plan = await getPlan(worker(db), binhu);
    const goalId = (await partsOf(worker(db), plan)).goals[0]!.id;
    await addTask(worker(db), binhu, { ...aTaskInput, goalId });
    await expect(addTask(worker(db), binhu, { ...aTaskInput, goalId: plan.id })).rejects.toThrow('goal-not-found');
    await removeGoal(worker(db), binhu, goalId);
    expect((await partsOf(worker(db), plan)).tasks).toMatchObject([{ goalId: null }]);
    await editPlan(worker(db), binhu, { aim: '两年内补齐', ...span });
    expect(await getPlan(worker(db), binhu)).toMatchObject({ aim: '两年内补齐' });
  });
});

describe('the state of a task', () => {
  test('goes on without a new version: begun, done with what came of it', async ({ db }) => {
    const taskId = await aPlan(db);
    await setTaskState(worker(db), binhu, taskId, { state: 'under-way', outcome: '', spent: null, evidence: [] });
    await setTaskState(worker(db, new Date('2026-10-20T02:00:00Z')), binhu, taskId, done);
    const plan = await getPlan(worker(db), binhu);
    const { tasks } = await partsOf(worker(db), plan);
    expect(tasks).toMatchObject([{ state: 'done', startedOn: '2026-09-01', doneOn: '2026-10-20', spent: 5200, cost: 6000 }]);
    expect(progressOf(tasks, '2026-12-01')).toEqual({ total: 1, done: 1, underWay: 0, overdue: 0, percent: 100 });
    expect(plan).toMatchObject({ version: 1, isChanged: false });
    await expect(saveTask(worker(db), binhu, taskId, aTaskInput)).rejects.toThrow('task-over');
    await expect(setTaskState(worker(db), binhu, taskId, { ...done, state: 'planned' })).rejects.toThrow('task-cannot-move');
  });

  test('is entered only under a signed plan, and then nothing is removed', async ({ db }) => {
    await startPlan(worker(db), binhu, { aim: '一年内补齐', ...span, rules: [] });
    const taskId = await addTask(worker(db), binhu, aTaskInput);
    await expect(setTaskState(worker(db), binhu, taskId, done)).rejects.toThrow('plan-not-signed');
    await adoptPlan(street(db), binhu, '首次签发');
    await expect(removeTask(worker(db), binhu, taskId)).rejects.toThrow('plan-in-force');
    await expect(setTaskState(worker(db), binhu, taskId, { ...done, evidence: ['0199a000-0000-7000-8000-000000000001'] })).rejects.toThrow('evidence-of-another-place');
  });
});

describe('who may not', () => {
  test('neighbours, strangers and experts who do not advise here see and change nothing', async ({ db }) => {
    const taskId = await aPlan(db);
    for (const ctx of [as(db, 'government-officer', neighbour), as(db, 'expert', '*'), ctxOf(db, person('organisation-agent', binhu))]) {
      await expect(findPlan(ctx, binhu)).rejects.toThrow('not-allowed');
      await expect(setTaskState(ctx, binhu, taskId, done)).rejects.toThrow('not-allowed');
    }
    await expect(closePlan(as(db, 'programme-officer', '*'), binhu, '办公室不能结束')).rejects.toThrow('not-allowed');
    expect(await findPlan(as(db, 'programme-officer', '*'), binhu)).toMatchObject({ state: 'in-force' });
  });

  test('a closed plan is no longer changed, and another one may begin', async ({ db }) => {
    const taskId = await aPlan(db);
    await closePlan(street(db), binhu, '期满，转入下一年度');
    await expect(setTaskState(worker(db), binhu, taskId, done)).rejects.toThrow('plan-not-found');
    await startPlan(worker(db), binhu, { aim: '第二年的计划', ...span, rules: [] });
    expect(await db.$count(planVersions, eq(planVersions.version, 1))).toBe(1);
  });
});

describe('a plan as a file', () => {
  test('goes out as PDF, Word and Excel, and new rows of the sheet come back as tasks', async ({ db }) => {
    await aPlan(db);
    const pdf = await planDocument(worker(db), binhu, 'pdf');
    expect([pdf.name, new TextDecoder().decode(pdf.content.slice(0, 5))]).toEqual([expect.stringContaining('建设计划'), '%PDF-']);
    expect((await planDocument(worker(db), binhu, 'docx')).content.byteLength).toBeGreaterThan(2000);
    const row = (cells: string[]) => cells.map((text) => ({ text }));
    const sheet = (rows: string[][]) => writeSheets([{ name: '建设任务', widths: Array.from({ length: 10 }, () => 12), hidden: [], rows: [[], [], [], [], ...rows].map(row), rules: [], across: [], frozenRows: 4 }]);
    const good = ['', '开展一米视角踏查', '', '社区书记', '', '2026/9/1', '2026年10月8日', '2,000元', 'A1.1、A1.2', ''];
    const faulty = await importTasks(worker(db), binhu, await sheet([good, ['', '没有日期的任务', '', '', '', '下个月', '', '', '', ''], ['', '细则不对', '', '', '', '2026-09-01', '2026-09-02', '', 'Z9.9', '']]));
    expect(faulty).toEqual({ added: 0, faults: [{ row: 6, wrong: 'days' }, { row: 7, wrong: 'rules' }] });
    expect(await importTasks(worker(db), binhu, await sheet([good]))).toEqual({ added: 1, faults: [] });
    const { tasks } = await partsOf(worker(db), await getPlan(worker(db), binhu));
    expect(tasks.at(-1)).toMatchObject({ title: '开展一米视角踏查', startsOn: '2026-09-01', dueOn: '2026-10-08', cost: 2000, ruleIds: ['A1.1', 'A1.2'], source: 'sheet' });
    const again = await planDocument(worker(db), binhu, 'xlsx');
    await expect(importTasks(worker(db), binhu, again.content)).rejects.toThrow('sheet-without-tasks');
    endPress();
  });
});

describe('a change of regions', () => {
  test('takes the plan and the advice along into another county', async ({ db }) => {
    const to = '340104400';
    await aPlan(db);
    await anExpert(db, 'adviser');
    const session = await aHeldSession(db, ['adviser']);
    await aRegion(db, to, '新街道');
    const at = new Date('2026-09-20T00:00:00Z');
    const changeId = '0199a000-0000-7000-8000-0000000000aa';
    await db.insert(regionPasts).values({ code: binhu, until: at, name: '滨湖世纪社区', isEnd: true, changeId, pinyin: '', initials: '' });
    await db.insert(regionLineage).values({ oldCode: binhu, endedAt: at, presentCode: to, isPrincipal: true });
    expect(await followRegions(as(db, 'programme-officer', '*'), changeId)).toBe('2');
    const office = as(db, 'programme-officer', '*');
    expect(await findPlan(office, binhu)).toBeUndefined();
    const plan = await getPlan(office, to);
    expect(plan).toMatchObject({ countyCode: 340104, version: 1 });
    expect((await partsOf(office, plan)).tasks).toMatchObject([{ regionCode: to, title: aTaskInput.title }]);
    expect(await versionsOf(office, plan)).toHaveLength(1);
    expect(await getSession(office, to, session)).toMatchObject({ session: { state: 'held' }, experts: [{ expertId: 'adviser', attended: true }] });
  });
});
