import { eq } from 'drizzle-orm';
import { describe, expect, test as alone } from 'vitest';
import { type Db, openDb } from '#app/db/db.server.ts';
import { ActionInput } from '#app/domain/city/city-plans/action-input.ts';
import { StartPlanInput } from '#app/domain/city/city-plans/input.ts';
import { publishPlan } from '#app/domain/city/city-plans/publish-plan.ts';
import { saveAction } from '#app/domain/city/city-plans/save-action.ts';
import { startPlan } from '#app/domain/city/city-plans/start-plan.ts';
import { newId } from '#app/platform/new-id.ts';
import { records } from '#app/platform/tables.server.ts';
import { aRegion } from '#tests/cycle.ts';
import { workerDatabase } from '#tests/worker-database.ts';
import { as, baohe, ctxOf, hefei, person, test } from '#tests/world.ts';
import { OpenRoundInput } from './input.ts';
import { openRound } from './open-round.ts';
import { planRound } from './plan-round.ts';
import { listRounds } from './rounds.ts';
import { collectionRounds, collectionSheets } from './tables.server.ts';

const city = (db: Db) => as(db, 'government-officer', hefei);
const district = (db: Db) => as(db, 'government-officer', baohe);
const formId = '019c0000-0000-7000-8000-00000000f0f0';
const asking = (given: object = {}) => OpenRoundInput.parse({ regionCode: hefei, zh: '第二季度填报', en: 'Second quarter', period: '2026Q2', codes: 'A06-1', district: '2026-10-15', formId, ...given });
const places = async (db: Db) => { for (const code of [hefei, baohe]) await aRegion(db, code); };

describe('a form that opens a round', () => {
  test('opens one however often it is sent, and two forms open two', async ({ db }) => {
    await places(db);
    expect([await openRound(city(db), asking()), await openRound(city(db), asking())]).toEqual([formId, formId]);
    const [sheets, another] = [await db.$count(collectionSheets), '019c0000-0000-7000-8000-00000000f0f1'];
    expect(await openRound(city(db), asking({ formId: another }))).toBe(another);
    expect([await db.$count(collectionRounds), await db.$count(collectionSheets)]).toEqual([2, sheets * 2]);
    expect(await db.$count(records, eq(records.event, 'collection.opened'))).toBe(2);
  });

  alone('opens one when it is sent several times at once, and each time leads to it', async ({ onTestFinished }) => {
    const { db, close } = openDb((await workerDatabase()).appUrl, 8);
    onTestFinished(close);
    await places(db);
    expect(await Promise.all([1, 2, 3].map(() => openRound(city(db), asking())))).toEqual([formId, formId, formId]);
    expect([await db.$count(collectionRounds), await db.$count(records, eq(records.event, 'collection.opened'))]).toEqual([1, 1]);
  });

  test('gives its round a place in the list by its time, beside those opened without a form', async ({ db }) => {
    await places(db);
    const open = (form: string | undefined) => openRound(city(db), asking({ formId: form }));
    const at = (year: number) => open(newId(new Date(`${year}-03-01T02:00:00Z`)));
    const [second, fifth, first, fourth, third] = [await at(2090), await at(2020), await at(2091), await at(2021), await open(undefined)];
    expect((await listRounds(city(db))).rows.map(({ id }) => id)).toEqual([first, second, third, fourth, fifth]);
    expect(() => asking({ formId: '019c0000-0000-4000-8000-00000000f0f0' }), 'an id without a time would stand anywhere').toThrow('formId');
  });

  test('never leads to what somebody else opened', async ({ db }) => {
    await places(db);
    await openRound(city(db), asking());
    await expect(openRound(ctxOf(db, person('government-officer', hefei, 'another')), asking())).rejects.toThrow('changed-meanwhile');
    expect(await db.$count(collectionRounds)).toBe(1);
  });
});

describe('a round on a plan', () => {
  test('of a place above takes it once it is published; while it is being written it is there only for those who write it', async ({ db }) => {
    await places(db);
    const planId = await startPlan(city(db), StartPlanInput.parse({ regionCode: hefei, zh: '合肥市新计划', en: 'New plan', startsOn: '2026-01-01', endsOn: '2028-12-31' }));
    await saveAction(city(db), planId, null, ActionInput.parse({ code: 'B01', no: '1', zh: '母婴室', en: 'Nursing rooms', indicators: [{ code: 'A06-1', targets: [{ year: 2026, op: '>=', value: 32 }] }], leads: [{ department: 'wj', from: '2026-01-01' }], tasks: [], edition: '1' }));
    const own = asking({ regionCode: baohe, planId, codes: '', town: '2026-10-15', everyCommunity: 'on', community: '2026-10-15' });
    await expect(planRound(district(db), own)).rejects.toThrow('city-plan-not-found');
    await expect(openRound(district(db), own)).rejects.toThrow('city-plan-not-found');
    expect((await planRound(city(db), asking({ planId, codes: '' }))).list.map(({ code }) => code)).toEqual(['A06-1']);
    await publishPlan(city(db), planId, { reason: '第一次发布', edition: 2 });
    expect((await planRound(district(db), own)).list.map(({ code }) => code)).toEqual(['A06-1']);
  });
});
