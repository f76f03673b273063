import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { records } from '#app/platform/tables.server.ts';
import { planInFile } from '#seed/city-data.ts';
import { as, baohe, ctxOf, hefei, test, today } from '#tests/world.ts';
import { closePlan } from './close-plan.ts';
import { copyPlan } from './copy-plan.ts';
import { editPlan } from './edit-plan.ts';
import { ActionInput, CloseInput, CopyPlanInput, EditPlanInput, PublishInput, StartPlanInput, TaskInput } from './input.ts';
import { loadPlan } from './load-plan.ts';
import { markTask } from './mark-task.ts';
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
const anAction = (given: Partial<Record<keyof ActionInput, string>>) => ActionInput.parse({
  code: 'B01', no: '1', zh: '多办托位', en: 'More childcare', aboutZh: '', aboutEn: '', leads: 'wj | lead | 2026-01-01', targets: 'A08-1 | 2025:31 | 2026>=32 | 2028>=40\nA03-2 | 2027=2-3', budgets: '2026 | 120 | 市级财政',
  tasks: '2026-12-31 | 办好二十处 | Twenty places', edition: '1', ...given,
});
const events = async (db: Db, id: string) => (await db.select({ event: records.event }).from(records).where(eq(records.subjectId, id)).orderBy(records.at)).map(({ event }) => event);

describe('the plan of the source', () => {
  test('is whole: sixteen actions, every indicator and every target, published for everybody', async ({ db }) => {
    const id = await load(db);
    const { said, years, standings } = await wholePlan(ctxOf(db), id);
    expect([said.content.actions.length, years, said.content.campaigns.map(({ isInSource }) => isInSource).filter(Boolean).length]).toEqual([16, [2023, 2024, 2025], 5]);
    const measured = said.content.actions.flatMap(({ indicators }) => indicators);
    expect([measured.length, measured.flatMap(({ targets }) => targets).length]).toEqual([75, 55]);
    expect(measured.find(({ code }) => code === 'A09-2')!.targets).toMatchObject([{ year: 2023, op: '>=', value: 200 }, { year: 2025, op: '>=', value: 500 }]);
    expect(await db.$count(cityTargets, eq(cityTargets.planId, id))).toBe(55);
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
    await expect(editPlan(city(db), id, EditPlanInput.parse({ zh: '改名的计划', en: 'renamed plan', startsOn: '2023-01-01', endsOn: '2025-12-31', edition: '2' }))).rejects.toThrow('city-plan-closed');
    await expect(publishPlan(city(db), id, { reason: '再发一次', edition: 2 })).rejects.toThrow('city-plan-closed');

    const next = await copyPlan(city(db), id, CopyPlanInput.parse({ zh: '儿童友好行动计划（2026—2028年）', en: 'Plan 2026–2028', startsOn: '2026-01-01', endsOn: '2028-12-31' }));
    const { content, state } = await getPlan(city(db), next);
    const copied = content.actions.flatMap(({ indicators }) => indicators);
    expect([state, copied.find(({ code }) => code === 'A08-1'), copied.some(({ code }) => code === 'A01-1')]).toEqual(['draft', { code: 'A08-1', provenance: 'seed', baseline: { year: 2025, value: 34.2 }, targets: [{ year: 2028, op: '>=', value: 30, isToReview: true }] }, false]);
    expect(content.actions[7]!.leads[0]).toMatchObject({ department: 'wj', from: '2026-01-01', until: null });
    await expect(publishPlan(city(db), next, { reason: '发布新计划', edition: 1 })).rejects.toThrow('targets-to-review');
    await expect(wholePlan(ctxOf(db), next)).rejects.toThrow('city-plan-not-found');
    await expect(copyPlan(elsewhere(db), id, CopyPlanInput.parse({ zh: '别处的计划', en: 'Elsewhere', startsOn: '2026-01-01', endsOn: '2028-12-31' }))).rejects.toThrow('not-allowed');
    expect(await events(db, id)).toEqual(['city-plan.published', 'city-plan.closed']);
  });
});

describe('a plan of one’s own', () => {
  test('is written action by action, published, and revised with a reason; the public reads what was published', async ({ db }) => {
    const id = await start(db);
    await expect(publishPlan(city(db), id, { reason: '首次发布', edition: 1 })).rejects.toThrow('city-plan-empty');
    await saveAction(city(db), id, null, anAction({}));
    await publishPlan(city(db), id, PublishInput.parse({ reason: '首次发布', edition: '2' }));
    await editPlan(city(db), id, EditPlanInput.parse({ zh: '儿童友好行动计划修订', en: 'A plan, revised', startsOn: '2026-01-01', endsOn: '2028-12-31', issuer: '市政府', goalZh: '更好', goalEn: 'Better', edition: '2' }));
    await saveAction(city(db), id, 'B01', anAction({ targets: 'A08-1 | 2028≥45', edition: '3', tasks: '2027-12-31 | 办好二十处 | Twenty places\n2028-06-30 | 再办十处 | Ten more' }));
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
    await wrong({ targets: 'A08-1 | 2031>=40' }, 'plan-year-outside');
    await wrong({ targets: 'Z1 | 2026>=4' }, 'indicator-not-found');
    await wrong({ targets: 'A08-1 | 2026>=4\nA08-1 | 2027>=5' }, 'indicator-twice');
    await wrong({ leads: 'nobody | lead | 2026-01-01' }, 'department-not-found');
    await wrong({ campaign: '3' }, 'city-campaign-not-found');
    await wrong({}, 'city-action-not-found', 'B07');
    await saveAction(city(db), id, null, anAction({ leads: '' }));
    await wrong({ edition: '2' }, 'city-action-twice');
    await wrong({ code: 'B02', edition: '2' }, 'indicator-twice');
    await wrong({ code: 'B02', targets: '', edition: '1' }, 'changed-meanwhile');
    await expect(publishPlan(city(db), id, { reason: '首次发布', edition: 2 })).rejects.toThrow('action-without-lead');
    await expect(removeAction(city(db), id, 'B07', 2)).rejects.toThrow('city-action-not-found');
    await removeAction(city(db), id, 'B01', 2);
    await expect(startPlan(city(db), StartPlanInput.parse({ regionCode: '340111400', zh: '社区的计划', en: 'of a community', startsOn: '2026-01-01', endsOn: '2028-12-31' }))).rejects.toThrow('plan-region');
    for (const given of [{ leads: 'wj | boss | 2026-01-01' }, { targets: 'A08-1 | 很多' }, { targets: 'A08-1 | 2026>=1 | 2026>=2' }, { budgets: '2026 | 不少' }, { tasks: '做完' }]) expect(() => anAction(given)).toThrow(/plan-/);
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
