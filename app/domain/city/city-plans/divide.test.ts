import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { historyOf } from '#app/domain/base/records/read.ts';
import { planInFile } from '#seed/city-data.ts';
import { as, baohe, hefei, test } from '#tests/world.ts';
import { closePlan } from './close-plan.ts';
import { dividedState, firstToDivide } from './divided-state.ts';
import { districtTargets } from './district-targets.ts';
import { dividedAtDesk, previewPasted } from './divided-at-desk.ts';
import { CloseInput, DivideInput } from './input.ts';
import { loadPlan } from './load-plan.ts';
import { saveDistrictTargets } from './save-district-targets.ts';
import { districtTargetVersions } from './tables.server.ts';

const city = (db: Db) => as(db, 'government-officer', hefei);
const load = (db: Db) => loadPlan(city(db), planInFile('city-3y-2023-2025'), hefei, { isExample: true, reason: '按来源载入' });
const cell = (regionCode: string, code: string, year: number, said: string) => ({ regionCode, code, year, said });
const save = (db: Db, id: string, version: number, cells: ReturnType<typeof cell>[], reason = '') => saveDistrictTargets(city(db), id, { cells, reason, version });

describe('targets by district', () => {
  test('are kept with every version; what is counted has none until it is divided, shares follow the city', async ({ db }) => {
    const id = await load(db);
    const of = async (code: string) => {
      const { actions } = await dividedAtDesk(city(db), id);
      const { id: indicatorId } = (await db.execute<{ id: number }>(sql`select id from indicators where code = ${code}`)).rows[0]!;
      expect(actions.some(({ indicators }) => indicators.some((each) => each.code === code))).toBe(true);
      return (await districtTargets(city(db), id)).filter((target) => target.indicatorId === indicatorId);
    };
    const shared = await of('A08-1');
    expect([shared.length, shared.every(({ isOwn, value, year }) => !isOwn && value === 30 && year === 2025)]).toEqual([12, true]);
    expect(await of('A09-2')).toEqual([]);
    expect(await save(db, id, 0, [cell(baohe, 'A09-2', 2023, '３０'), cell(baohe, 'A09-2', 2025, '80 户'), cell('340104', 'A09-2', 2025, '—'), cell(baohe, 'A08-1', 2025, '0.35')])).toBe(3);
    expect((await of('A09-2')).map(({ regionCode, year, op, value, isOwn }) => [regionCode, year, op, value, isOwn])).toEqual([[baohe, 2023, '>=', 30, true], [baohe, 2025, '>=', 80, true]]);
    expect((await of('A08-1')).filter(({ isOwn }) => isOwn).map(({ regionCode, value }) => [regionCode, value])).toEqual([[baohe, 35]]);
    await expect(save(db, id, 1, [cell(baohe, 'A09-2', 2025, '90')])).rejects.toThrow('district-targets-reason');
    await save(db, id, 1, [cell(baohe, 'A09-2', 2025, '90'), cell(baohe, 'A09-2', 2023, '')], '市政府专题会议调整');
    expect(await db.select({ changes: districtTargetVersions.changes, by: districtTargetVersions.madeByName }).from(districtTargetVersions).where(eq(districtTargetVersions.version, 2))).toEqual([{ by: `government-officer-${hefei}`, changes: [
      { regionCode: baohe, code: 'A09-2', year: 2025, from: { op: '>=', value: 80, max: null }, to: { op: '>=', value: 90, max: null } },
      { regionCode: baohe, code: 'A09-2', year: 2023, from: { op: '>=', value: 30, max: null }, to: null },
    ] }]);
    expect((await db.execute(sql`select has_table_privilege('district_target_versions', 'update') as alters`)).rows).toEqual([{ alters: false }]);
    expect((await historyOf(city(db), id, 'own-page')).filter(({ event }) => event === 'city-plan.divided').length).toBe(2);
  });

  test('of an action are divided, partly, not at all, or follow the city; the page opens where something is left to do', () => {
    const [counted, share] = [(districts: number) => ({ isShared: false, districts }), (districts: number) => ({ isShared: true, districts })];
    expect([[share(0)], [share(2)], [counted(0), share(0)], [counted(0), share(1)], [counted(9), counted(3)], [counted(9), share(0)], [counted(9), share(1)], [share(9)], [share(9), share(0)]].map((indicators) => dividedState(indicators, 9))).toEqual(['follows', 'part', 'open', 'part', 'part', 'done', 'part', 'done', 'part']);
    const actions = (['follows', 'done', 'open', 'part'] as const).map((state) => ({ state }));
    expect([firstToDivide(actions, false)?.state, firstToDivide(actions, true)?.state, firstToDivide(actions.slice(0, 1), true)?.state, firstToDivide([], false)]).toEqual(['open', 'done', 'follows', undefined]);
  });

  test('are refused whole where one cell is wrong, where a colleague was faster, in a closed plan and to others', async ({ db }) => {
    const id = await load(db);
    for (const [wrong, code] of [
      [cell('330106', 'A09-2', 2025, '10'), 'district-not-found'], [cell(baohe, 'A01-1', 2025, '1'), 'district-indicator'], [cell(baohe, 'A09-2', 2027, '10'), 'plan-year-outside'],
      [cell(baohe, 'A09-2', 2025, '约80'), 'number-not-exact'], [cell(baohe, 'A09-2', 2025, '-8'), 'number-negative'], [cell(baohe, 'A08-1', 2025, '130%'), 'value-out-of-bounds'],
    ] as const) await expect(save(db, id, 0, [cell(baohe, 'A09-2', 2024, '50'), wrong])).rejects.toThrow(code);
    await expect(save(db, id, 0, [cell(baohe, 'A09-2', 2025, '5'), cell(baohe, 'A09-2', 2025, '6')])).rejects.toThrow('district-cell-twice');
    await expect(save(db, id, 3, [cell(baohe, 'A09-2', 2025, '5')])).rejects.toThrow('changed-meanwhile');
    await expect(save(db, id, 0, [cell(baohe, 'A09-2', 2025, '')])).rejects.toThrow('district-targets-unchanged');
    await expect(saveDistrictTargets(as(db, 'government-officer', baohe), id, { cells: [], reason: '', version: 0 })).rejects.toThrow('not-allowed');
    await expect(saveDistrictTargets(as(db, 'government-officer', '3301'), id, { cells: [], reason: '', version: 0 })).rejects.toThrow('not-allowed');
    await expect(dividedAtDesk(as(db, 'government-officer', '3301'), id)).rejects.toThrow('not-allowed');
    expect(await db.$count(districtTargetVersions, eq(districtTargetVersions.planId, id))).toBe(0);
    expect(DivideInput.safeParse({ version: '0', reason: '' }).success).toBe(false);
    await closePlan(city(db), id, CloseInput.parse({ closing: '计划期满，托育和护眼两项办得好。', closingEn: '', edition: '1' }));
    await expect(save(db, id, 0, [cell(baohe, 'A09-2', 2025, '5')])).rejects.toThrow('city-plan-closed');
  });

  test('are read out of a sheet with its heads, merged cells and short names, and every mistake has its line', async ({ db }) => {
    const desk = await dividedAtDesk(city(db), await load(db));
    const good = previewPasted(desk, '各区县目标\n区县\t指标\t2023年\t2025年目标\n包河\tA09-2\t３０\t80户\n\tA08-1\t\t35%\n庐阳区\tA09-2\t40\t\n合计\t\t70\t80', null);
    expect([good.problems, good.changes.map(({ regionCode, code, year, to }) => `${regionCode} ${code} ${year} ${to!.value}`)]).toEqual([[], ['340111 A09-2 2023 30', '340111 A09-2 2025 80', '340111 A08-1 2025 35', '340103 A09-2 2023 40']]);
    expect(previewPasted(desk, '区县 | 2025\n包河区 | 60', 'A09-2').changes.length).toBe(1);
    const told = (text: string, chosen: string | null = null) => previewPasted(desk, text, chosen).problems.map(({ line, column, code }) => `${line} ${column} ${code}`);
    expect(told('区县\t指标\t2025\n西湖区\tA09-2\t5\n包河区\tZ9\t5\n包河区\tA09-2\t2025-06-30\n蜀山区\tA09-2\t5\t7\n包河区\tA09-2\t6')).toEqual(['2 区县 district-not-found', '3 指标 district-indicator', '5  paste-columns', '4 2025 number-is-date', '6 2025 district-cell-twice']);
    expect([told('包河区\t5'), told('区县\t2025\n包河区\t5'), told('区县\t2025\t2025\n包河区\t5\t6', 'A09-2'), told('区县\t2025\n', 'A09-2')].flat()).toEqual(['1  paste-no-head', '1  paste-no-indicator', '1  paste-year-twice', '1  paste-empty']);
  });
});
