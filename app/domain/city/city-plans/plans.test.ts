import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { records } from '#app/platform/tables.server.ts';
import { planInFile } from '#seed/city-data.ts';
import { as, baohe, ctxOf, hefei, test, today } from '#tests/world.ts';
import { actionAtDesk, actionToEdit } from './action-at-desk.ts';
import { ActionInput } from './action-input.ts';
import { closePlan } from './close-plan.ts';
import { copyPlan } from './copy-plan.ts';
import { editPlan } from './edit-plan.ts';
import { CloseInput, CopyPlanInput, EditPlanInput, PublishInput, StartPlanInput, TaskInput } from './input.ts';
import { loadPlan } from './load-plan.ts';
import { markTask } from './mark-task.ts';
import { namesPastYears } from './model.ts';
import { publishPlan } from './publish-plan.ts';
import { getPlan, listOwnPlans, listPlans, planAtDesk } from './read.ts';
import { removeAction } from './remove-action.ts';
import { saveAction } from './save-action.ts';
import { startPlan } from './start-plan.ts';
import { cityTargets } from './tables.server.ts';
import { wholePlan } from './whole-plan.ts';

const city = (db: Db) => as(db, 'government-officer', hefei);
const elsewhere = (db: Db) => as(db, 'government-officer', '3301');
const load = (db: Db) => loadPlan(city(db), planInFile('city-3y-2023-2025'), hefei, { isExample: true, reason: '按来源载入' });
const start = (db: Db) => startPlan(city(db), StartPlanInput.parse({ regionCode: hefei, zh: '儿童友好行动计划', en: 'A plan for children', startsOn: '2026-01-01', endsOn: '2028-12-31', issuer: '市政府' }));
const over = (year: number, value: number) => ({ year, op: '>=', value });
const ofHealth = { department: 'wj', role: 'lead', from: '2026-01-01' };
const twenty = { dueOn: '2026-12-31', zh: '办好二十处', en: 'Twenty places' };
const childcare = { code: 'A08-1', baseYear: 2025, baseValue: '31', targets: [over(2026, 32), over(2028, 40)] };
const anAction = (given: Partial<Record<keyof ActionInput, unknown>>) => ActionInput.parse({
  code: 'B01', no: '1', zh: '多办托位', en: 'More childcare', aboutZh: '', aboutEn: '', leads: [ofHealth], indicators: [childcare, { code: 'A03-2', targets: [{ year: 2027, op: 'range', value: 2, max: 3 }] }],
  budgets: [{ year: 2026, amount: 120, source: '市级财政' }], tasks: [twenty], edition: '1', ...given,
});
const events = async (db: Db, id: string) => (await db.select({ event: records.event }).from(records).where(eq(records.subjectId, id)).orderBy(records.at)).map(({ event }) => event);

describe('the plan of the source', () => {
  test('is whole: sixteen actions, every indicator and every target, published for everybody', async ({ db }) => {
    const id = await load(db);
    const { said, years, standings } = await wholePlan(ctxOf(db), id);
    expect([said.content.actions.length, years, said.content.campaigns.map(({ isInSource }) => isInSource).filter(Boolean).length]).toEqual([16, [2023, 2024, 2025], 5]);
    const measured = said.content.actions.flatMap(({ indicators }) => indicators);
    expect([measured.length, measured.flatMap(({ targets }) => targets).length]).toEqual([75, 53]);
    expect(measured.find(({ code }) => code === 'A09-2')!.targets).toMatchObject([{ year: 2023, op: '>=', value: 200 }, { year: 2025, op: '>=', value: 500 }]);
    expect(await db.$count(cityTargets, eq(cityTargets.planId, id))).toBe(53);
    expect([...standings.values()].flat().every(({ standing, actual }) => actual === null && (standing === 'missing' || standing === 'watched'))).toBe(true);
    expect((await listPlans(ctxOf(db), { region: hefei })).rows.map((row) => [row.id === id, row.actions])).toEqual([[true, 16], [false, 1], [false, 7]]);
    await expect(load(db)).rejects.toThrow('city-plan-known');
    await expect(loadPlan(elsewhere(db), planInFile('city-3y-2023-2025'), hefei, { reason: '别处' })).rejects.toThrow('not-allowed');
  });

  test('is closed after its last day, and goes on in the next years with targets to look at', async ({ db }) => {
    const id = await load(db);
    const value = (code: string, said: string) => recordValue(city(db), code, ValueInput.parse({ regionCode: hefei, period: '2025', value: said }));
    for (const [code, said] of [['A08-1', '34.2'], ['A10-2', '93'], ['A01-1', '1']] as const) await value(code, said);
    const stood = [...(await wholePlan(ctxOf(db), id)).standings.values()].flat();
    expect(['A08-1', 'A10-2', 'A01-1', 'A08-2', 'A10-3'].map((code) => stood.find((one) => one.code === code)!.standing)).toEqual(['reached', 'short', 'reached', 'missing', 'watched']);
    const words = CloseInput.parse({ closing: '计划期满，托育和护眼两项办得好。', closingEn: '', edition: '1' });
    await expect(closePlan(elsewhere(db), id, words)).rejects.toThrow('not-allowed');
    await closePlan(city(db), id, words);
    await expect(closePlan(city(db), id, words)).rejects.toThrow('city-plan-not-published');
    await expect(actionToEdit(city(db), id, 'A08')).rejects.toThrow('city-plan-closed');
    await expect(editPlan(city(db), id, EditPlanInput.parse({ zh: '改名的计划', en: 'renamed plan', startsOn: '2023-01-01', endsOn: '2025-12-31', edition: '2' }))).rejects.toThrow('city-plan-closed');
    await expect(publishPlan(city(db), id, { reason: '再发一次', edition: 2 })).rejects.toThrow('city-plan-closed');

    const next = await copyPlan(city(db), id, CopyPlanInput.parse({ zh: '儿童友好行动计划（2026—2028年）', en: 'Plan 2026–2028', startsOn: '2026-01-01', endsOn: '2028-12-31' }));
    const { content, state } = await getPlan(city(db), next);
    const copied = content.actions.flatMap(({ indicators }) => indicators);
    expect([state, copied.find(({ code }) => code === 'A08-1'), copied.some(({ code }) => code === 'A01-1')]).toEqual(['draft', { code: 'A08-1', provenance: 'seed', baseline: { year: 2025, value: 34.2 }, targets: [{ year: 2028, op: '>=', value: 30, isToReview: true }] }, false]);
    expect([content.actions[7]!.about.zh, namesPastYears(content.actions[7]!, 2026), namesPastYears(planInFile('city-3y-2023-2025').content.actions[8]!, 2026)]).toEqual([expect.stringContaining('到 2028 年普惠托育占比'), [], [2023, 2025]]);
    expect(content.actions[7]!.leads[0]).toMatchObject({ department: 'wj', from: '2026-01-01', until: null });
    await expect(publishPlan(city(db), next, { reason: '发布新计划', edition: 1 })).rejects.toThrow('targets-to-review');
    await expect(wholePlan(ctxOf(db), next)).rejects.toThrow('city-plan-not-found');
    await expect(copyPlan(elsewhere(db), id, CopyPlanInput.parse({ zh: '别处的计划', en: 'Elsewhere', startsOn: '2026-01-01', endsOn: '2028-12-31' }))).rejects.toThrow('not-allowed');
    expect(await events(db, id)).toEqual(['city-plan.published', 'city-plan.closed']);
  });
});

describe('a plan copied to the next years', () => {
  const nextYears = CopyPlanInput.parse({ zh: '下一期儿童友好行动计划', en: 'The next plan', startsOn: '2029-01-01', endsOn: '2031-12-31' });
  const waiting = async (db: Db, id: string) => (await getPlan(city(db), id)).content.actions.flatMap(({ indicators }) => indicators.flatMap(({ code, targets }) => targets.filter(({ isToReview }) => isToReview).map(({ year }) => `${code} ${year}`)));

  test('waits for every target by itself: ticked or changed it is checked, saved for another reason it is not', async ({ db }) => {
    const id = await start(db);
    await saveAction(city(db), id, null, anAction({}));
    const next = await copyPlan(city(db), id, nextYears);
    expect(await waiting(db, next)).toEqual(['A08-1 2029', 'A08-1 2031', 'A03-2 2030']);
    const [held] = (await getPlan(city(db), next)).content.actions;
    const again = (edition: number, targets: Record<string, object[]>) => saveAction(city(db), next, 'B01', anAction({
      zh: '多办普惠托位', edition, leads: held!.leads, budgets: [], tasks: [], indicators: held!.indicators.map(({ code, targets: as }) => ({ code, targets: as.map(({ isToReview: _, ...target }, at) => ({ ...target, ...targets[code]?.[at] })) })),
    }));
    await again(1, {});
    expect(await waiting(db, next)).toEqual(['A08-1 2029', 'A08-1 2031', 'A03-2 2030']);
    await again(2, { 'A08-1': [{ isChecked: 'on' }, { value: 45 }] });
    expect(await waiting(db, next)).toEqual(['A03-2 2030']);
    await expect(publishPlan(city(db), next, { reason: '发布新计划', edition: 3 })).rejects.toThrow('targets-to-review');
    await again(3, { 'A08-1': [{}, { value: 45 }], 'A03-2': [{ max: 4 }] });
    expect(await waiting(db, next)).toEqual([]);
    await publishPlan(city(db), next, { reason: '发布新计划', edition: 4 });
    expect((await wholePlan(ctxOf(db), next)).said.content.actions[0]!.indicators.map(({ targets }) => targets)).toEqual([[over(2029, 32), over(2031, 45)], [{ year: 2030, op: 'range', value: 2, max: 4 }]]);
  });

  test('brings its tasks along as not begun, whatever became of them', async ({ db }) => {
    const id = await start(db);
    await saveAction(city(db), id, null, anAction({}));
    await markTask(city(db), id, TaskInput.parse({ taskId: 'B01-t1', state: 'done', doneOn: '2026-09-01', proof: '验收单' }));
    const next = await copyPlan(city(db), id, nextYears);
    const { plan, progress } = await planAtDesk(city(db), next);
    expect([plan.content.actions[0]!.tasks, progress]).toEqual([[{ id: 'B01-t1', dueOn: '2029-12-31', zh: '办好二十处', en: 'Twenty places' }], {}]);
  });
});

describe('a plan of one’s own', () => {
  test('is written action by action, published, and revised with a reason; the public reads what was published', async ({ db }) => {
    const id = await start(db);
    await expect(publishPlan(city(db), id, { reason: '首次发布', edition: 1 })).rejects.toThrow('city-plan-empty');
    await saveAction(city(db), id, null, anAction({}));
    await publishPlan(city(db), id, PublishInput.parse({ reason: '首次发布', edition: '2' }));
    await editPlan(city(db), id, EditPlanInput.parse({ zh: '儿童友好行动计划修订', en: 'A plan, revised', startsOn: '2026-01-01', endsOn: '2028-12-31', issuer: '市政府', goalZh: '更好', goalEn: 'Better', edition: '2' }));
    await saveAction(city(db), id, 'B01', anAction({ indicators: [{ code: 'A08-1', targets: [over(2028, 45)] }], edition: '3', tasks: [{ ...twenty, id: 'B01-t1', dueOn: '2027-12-31', zh: '办好二十二处' }, { dueOn: '2028-06-30', zh: '再办十处', en: 'Ten more' }] }));
    const { said } = await wholePlan(ctxOf(db), id);
    expect([said.zh, said.content.actions[0]!.indicators.map(({ code, targets }) => [code, targets.length])]).toEqual(['儿童友好行动计划', [['A08-1', 2], ['A03-2', 1]]]);
    await publishPlan(city(db), id, PublishInput.parse({ reason: '托育目标提高', edition: '4' }));
    const after = await wholePlan(ctxOf(db), id);
    expect([after.said.zh, after.said.revision, after.said.content.actions[0]!.tasks.map(({ id: task }) => task)]).toEqual(['儿童友好行动计划修订', 2, ['B01-t1', 'B01-t2']]);
    expect((await wholePlan(ctxOf(db), id, 1)).said.reason).toBe('首次发布');
    expect(await db.select({ year: cityTargets.year, value: cityTargets.value }).from(cityTargets).where(eq(cityTargets.planId, id))).toEqual([{ year: 2028, value: 45 }]);
    expect((await planAtDesk(city(db), id)).revisions.map(({ reason }) => reason)).toEqual(['托育目标提高', '首次发布']);
    expect(await events(db, id)).toEqual(['city-plan.started', 'city-plan.action-saved', 'city-plan.published', 'city-plan.edited', 'city-plan.action-saved', 'city-plan.revised']);
    await expect(closePlan(city(db), id, CloseInput.parse({ closing: '还没有到期就想结束。', closingEn: '', edition: '4' }))).rejects.toThrow('city-plan-running');
    expect((await db.execute(sql`select has_table_privilege('city_plan_revisions', 'update') or has_table_privilege('indicator_value_pasts', 'delete') as alters`)).rows).toEqual([{ alters: false }]);
  });

  test('has a page for each action: who answers when, figures beside targets, milestones with their paper; its form offers what is free', async ({ db }) => {
    const id = await start(db);
    await saveAction(city(db), id, null, anAction({ leads: [{ ...ofHealth, until: '2026-03-31' }, { department: 'mz', role: 'lead', from: '2026-04-01' }], aboutZh: '到 2025 年办成', indicators: [childcare, { code: 'A11-1', targets: [{ year: 2027, op: '=', value: 1 }] }] }));
    const record = (code: string, period: string, value: string) => recordValue(city(db), code, ValueInput.parse({ regionCode: hefei, period, value, source: '合政〔2025〕3 号' }));
    await record('A08-1', '2026Q1', '33.5');
    await record('A11-1', '2025', '1');
    const page = await actionAtDesk(city(db), id, 'B01');
    expect([page.leads.map(({ name, until }) => [name.zh, until]), page.pastYears, page.campaign, page.before, page.after]).toEqual([[['卫生健康部门', '2026-03-31'], ['民政部门', null]], [2025], null, null, null]);
    expect(page.indicators.map(({ code, kind, due, standing, figures, said }) => [code, kind, due, standing, figures, said?.source ?? null])).toEqual([
      ['A08-1', 'numeric', 2028, 'on-the-way', [{ year: 2026, value: 33.5 }], null], ['A11-1', 'milestone', 2027, 'reached', [], '合政〔2025〕3 号'],
    ]);
    await saveAction(city(db), id, null, anAction({ code: 'B02', no: '2', indicators: [], edition: '2' }));
    const form = await actionToEdit(city(db), id, 'B02');
    expect([form.nextNo, form.codes, form.years, form.indicators.find(({ code }) => code === 'A08-1')?.elsewhere, form.indicators.find(({ code }) => code === 'A10-2')?.elsewhere]).toEqual([3, ['B01'], [2026, 2027, 2028], 'B01', null]);
    expect((await actionToEdit(city(db), id, null)).action).toBeNull();
    await expect(actionToEdit(city(db), id, 'B07')).rejects.toThrow('city-action-not-found');
    await expect(actionAtDesk(city(db), id, 'B07')).rejects.toThrow('city-action-not-found');
    await expect(actionAtDesk(elsewhere(db), id, 'B01')).rejects.toThrow('not-allowed');
    await expect(actionToEdit(elsewhere(db), id, 'B01')).rejects.toThrow('not-allowed');
  });

  test('marks tasks with the paper that proves them', async ({ db }) => {
    const id = await start(db);
    await saveAction(city(db), id, null, anAction({}));
    const done = (given: object) => TaskInput.parse({ taskId: 'B01-t1', state: 'done', doneOn: '2026-08-30', proof: '托育机构备案名单', proofUrl: 'https://example.cn/list', note: '', ...given });
    await markTask(city(db), id, TaskInput.parse({ taskId: 'B01-t1', state: 'doing', doneOn: '', proof: '', proofUrl: '', note: '' }));
    await markTask(city(db), id, done({}));
    expect((await planAtDesk(city(db), id)).progress).toMatchObject({ 'B01-t1': { state: 'done', doneOn: '2026-08-30', proof: '托育机构备案名单', markedAt: today } });
    await expect(markTask(city(db), id, done({ doneOn: '2026-12-01' }))).rejects.toThrow('day-to-come');
    await expect(markTask(city(db), id, done({ taskId: 'B09-t1' }))).rejects.toThrow('city-task-not-found');
    await expect(markTask(elsewhere(db), id, done({}))).rejects.toThrow('not-allowed');
    expect(TaskInput.safeParse({ taskId: 'B01-t1', state: 'done', doneOn: '', proof: '', proofUrl: '', note: '' }).success).toBe(false);
  });

  test('refuses what does not fit, and a colleague’s words are not written over', async ({ db }) => {
    const id = await start(db);
    const wrong = async (given: Parameters<typeof anAction>[0], refusal: string, former: string | null = null) => expect(saveAction(city(db), id, former, anAction(given))).rejects.toThrow(refusal);
    const only = (code: string, year: number) => ({ indicators: [{ code, targets: [over(year, 4)] }] });
    await wrong(only('A08-1', 2031), 'plan-year-outside');
    await wrong(only('Z1', 2026), 'indicator-not-found');
    await wrong({ indicators: [childcare, childcare] }, 'indicator-twice');
    await wrong({ leads: [{ ...ofHealth, department: 'nobody' }] }, 'department-not-found');
    await wrong({ campaign: '3' }, 'city-campaign-not-found');
    await wrong({}, 'city-action-not-found', 'B07');
    await saveAction(city(db), id, null, anAction({ leads: [] }));
    await wrong({ edition: '2' }, 'city-action-twice');
    await wrong({ code: 'B02', edition: '2' }, 'indicator-twice');
    await wrong({ code: 'B02', indicators: [], edition: '1' }, 'changed-meanwhile');
    await expect(publishPlan(city(db), id, { reason: '首次发布', edition: 2 })).rejects.toThrow('action-without-lead');
    await expect(removeAction(city(db), id, 'B07', 2)).rejects.toThrow('city-action-not-found');
    await removeAction(city(db), id, 'B01', 2);
    await expect(startPlan(city(db), StartPlanInput.parse({ regionCode: '340111400', zh: '社区的计划', en: 'of a community', startsOn: '2026-01-01', endsOn: '2028-12-31' }))).rejects.toThrow('plan-region');
    const form = ActionInput.safeParse({
      code: 'B01', no: '1', zh: '多办托位', en: 'More childcare', edition: '1', 'leads.0.department': 'wj', 'leads.0.role': 'lead', 'leads.0.from': '2026-05-01', 'leads.0.until': '2026-01-01', 'leads.1.department': '', 'leads.1.from': '2026-01-01',
      'indicators.0.code': 'A08-1', 'indicators.0.baseValue': '31%', 'indicators.0.targets.0.year': '2026', 'indicators.0.targets.0.value': '很多', 'indicators.0.targets.1.year': '2027', 'indicators.0.targets.1.value': '', 'indicators.0.targets.2.year': '2028', 'indicators.0.targets.2.op': 'range', 'indicators.0.targets.2.value': '3', 'indicators.0.targets.2.max': '2',
      'budgets.1.year': '2026', 'budgets.1.amount': '-4', 'tasks.0.dueOn': '', 'tasks.0.zh': '办好', 'tasks.0.en': 'x', leads: 'nothing',
    });
    expect(form.error!.issues.map(({ path, message }) => [path.join('.'), message.startsWith('plan-') ? message : '']).toSorted()).toEqual([
      ['budgets.1.amount', 'plan-amount'], ['indicators.0.targets.0.value', 'plan-number'], ['indicators.0.targets.2.max', 'plan-range'], ['leads', ''], ['tasks.0.dueOn', ''],
    ]);
    expect(ActionInput.safeParse({ ...anAction({}), leads: [{ ...ofHealth, until: '2025-01-01' }], indicators: [{ code: 'A08-1', baseValue: 3, targets: [over(2026, 1), over(2026, 2)] }] }).error!.issues.map(({ path, message }) => `${path.join('.')} ${message}`).toSorted()).toEqual(['indicators.0.targets plan-year-twice', 'leads.0.until plan-until']);
    expect(anAction({ indicators: [{ code: 'A08-1', baseYear: '2025', baseValue: '３１％', targets: [{ year: '2026', op: '>=', value: '' }] }] }).indicators).toEqual([{ code: 'A08-1', baseline: { year: 2025, value: 31 }, targets: [] }]);
  });

  test('is found at the desk by its name, its place and its state', async ({ db }) => {
    const id = await start(db);
    const { zh, en } = await getPlan(city(db), id);
    const found = async (filter: Parameters<typeof listOwnPlans>[1]) => (await listOwnPlans(city(db), filter)).rows.map((row) => row.id);
    expect(await found({ q: zh.slice(1, 5) })).toEqual([id]);
    expect(await found({ q: en.slice(2, 8).toUpperCase() })).toEqual([id]);
    expect(await found({ q: '合肥' })).toEqual([id]);
    expect(await found({ q: '%' })).toEqual([]);
    expect(await found({ q: '芜湖' })).toEqual([]);
    expect([await found({ state: 'draft', region: '34' }), await found({ state: 'published' }), await found({ region: '3402' })]).toEqual([[id], [], []]);
  });

  test('is a neighbour’s nobody’s but the neighbour’s', async ({ db }) => {
    const id = await start(db);
    await expect(planAtDesk(elsewhere(db), id)).rejects.toThrow('not-allowed');
    await expect(saveAction(elsewhere(db), id, null, anAction({}))).rejects.toThrow('not-allowed');
    await expect(publishPlan(as(db, 'government-officer', baohe), id, { reason: '区里来发', edition: 1 })).rejects.toThrow('not-allowed');
    expect((await listOwnPlans(elsewhere(db))).rows).toEqual([]);
    expect((await listOwnPlans(city(db))).rows.map((row) => row.id)).toEqual([id]);
    expect((await listPlans(ctxOf(db))).rows.some((row) => row.id === id)).toBe(false);
  });
});
