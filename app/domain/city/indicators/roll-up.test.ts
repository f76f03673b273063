import { and, eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { listChildren } from '#app/domain/base/regions/read.ts';
import { system } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { as, baohe, ctxOf, hefei, test } from '#tests/world.ts';
import { ValueInput } from './input.ts';
import { indicatorsByCode } from './read.ts';
import { recordValue } from './record-value.ts';
import { rollUpFigures } from './roll-up.ts';
import { rollUpRule } from './roll-up-rule.ts';
import { derivedFigures, figureDues, indicatorValuePasts, indicatorValues } from './tables.server.ts';
import { endLastYear } from './year-ends.ts';

const clock = (db: Db, now?: Date) => ctxOf(db, system, now);
const idOf = async (db: Db, code: string) => (await indicatorsByCode(clock(db), [code])).get(code)!.id;
const record = (db: Db, regionCode: string, code: string, said: Partial<ValueInput> & { period: string }) => recordValue(as(db, 'government-officer', hefei), code, ValueInput.parse({ regionCode, value: '', numerator: '', denominator: '', source: '', sourceUrl: '', reason: '', ...said }));
const districts = async (db: Db) => (await listChildren(clock(db), hefei)).map(({ code }) => code);
const standing = async (db: Db, code: string, place = hefei) => (await db.select().from(indicatorValues).where(and(eq(indicatorValues.indicatorId, await idOf(db, code)), eq(indicatorValues.regionCode, place))).orderBy(indicatorValues.period)).map(({ period, value, numerator, denominator, origin }) => [period, value, numerator, denominator, origin]);
const derived = async (db: Db, code: string, place = hefei) => (await db.select().from(derivedFigures).where(and(eq(derivedFigures.indicatorId, await idOf(db, code)), eq(derivedFigures.regionCode, place)))).map(({ period, value, reported, expected }) => [period, value, reported, expected]);

describe('sums up the tree', () => {
  test('of some regions are kept as so many of so many, and stand only when all have reported; then the province waits for its other cities', async ({ db }) => {
    const all = await districts(db);
    for (const code of all.slice(1)) await record(db, code, 'A12-3', { period: '2025', value: '100' });
    await rollUpFigures(clock(db));
    expect([await standing(db, 'A12-3'), await derived(db, 'A12-3')]).toEqual([[], [[2025000, 100 * (all.length - 1), all.length - 1, all.length]]]);
    await record(db, all[0]!, 'A12-3', { period: '2025', value: '50' });
    await rollUpFigures(clock(db));
    expect(await standing(db, 'A12-3')).toEqual([[2025000, 100 * all.length - 50, null, null, 4]]);
    expect((await derived(db, 'A12-3', '34'))[0]!.slice(1, 3)).toEqual([100 * all.length - 50, 1]);
    expect(await derived(db, 'A12-3', '*')).toEqual([]); // a province that is not whole is nothing to the nation
    expect((await db.select().from(records).where(eq(records.event, 'figures.rolled-up'))).length).toBeGreaterThan(1);
    expect(await db.$count(figureDues)).toBe(0);
  });

  test('of shares are made of their parts, and one without parts counts as missing', async ({ db }) => {
    const all = await districts(db);
    for (const [at, code] of all.entries()) await record(db, code, 'A08-1', at === 0 ? { period: '2025', value: '90' } : { period: '2025', numerator: String(10 * at), denominator: '200' });
    await rollUpFigures(clock(db));
    expect([await standing(db, 'A08-1'), (await derived(db, 'A08-1'))[0]!.slice(2)]).toEqual([[], [all.length - 1, all.length]]);
    await record(db, all[0]!, 'A08-1', { period: '2025', numerator: '180', denominator: '200', reason: '补报分子分母' });
    await rollUpFigures(clock(db));
    const yes = 180 + 10 * (all.length * (all.length - 1)) / 2;
    expect(await standing(db, 'A08-1')).toEqual([[2025000, Number((yes / (2 * all.length)).toPrecision(8)), yes, 200 * all.length, 4]]);
  });

  test('give way to a typed figure and stay beside it; a correction below moves them and keeps what was', async ({ db }) => {
    const all = await districts(db);
    for (const code of all) await record(db, code, 'A12-3', { period: '2024', value: '10' });
    await record(db, hefei, 'A12-3', { period: '2025', value: '999' });
    for (const code of all) await record(db, code, 'A12-3', { period: '2025', value: '20' });
    await rollUpFigures(clock(db));
    await record(db, baohe, 'A12-3', { period: '2024', value: '13', reason: '漏报三人次' });
    await rollUpFigures(clock(db));
    expect((await standing(db, 'A12-3')).map(([period, value, , , origin]) => [period, value, origin])).toEqual([[2024000, 10 * all.length + 3, 4], [2025000, 999, 0]]);
    expect((await derived(db, 'A12-3')).map(([, value]) => value).toSorted()).toEqual([10 * all.length + 3, 20 * all.length]);
    expect((await db.select().from(indicatorValuePasts).where(eq(indicatorValuePasts.regionCode, hefei))).map(({ value, reason }) => [value, reason])).toEqual([[10 * all.length, 'roll-up']]);
  });

  test('reckon what formulas stand on, and are never made of milestones, days, ratios or shares without parts', async ({ db }) => {
    const all = await districts(db);
    for (const code of all) await record(db, code, 'A09-1', { period: '2025', value: '2' });
    for (const code of all) await record(db, code, 'A15-8', { period: '2025', value: '2' });
    await rollUpFigures(clock(db));
    expect((await standing(db, 'A09-2')).map(([period, value, , , origin]) => [period, value, origin])).toEqual([[2025000, 2 * all.length, 1]]);
    expect([await standing(db, 'A15-8'), await derived(db, 'A15-8')]).toEqual([[], []]);
    const rules = Map.groupBy((await indicatorsByCode(clock(db))).values(), rollUpRule);
    expect([rules.get('sum')!.some(({ code }) => code === 'A09-3'), rules.get('share')!.some(({ code }) => code === 'A15-6'), rules.get('never')!.some(({ code }) => code === 'A01-1')]).toEqual([false, false, true]);
  });
});

describe('the parts of a year', () => {
  test('make the year with the last of them, the own one before the sum of districts, and settle', async ({ db }) => {
    await record(db, hefei, 'A09-1', { period: '2025-11', value: '140' });
    await rollUpFigures(clock(db));
    expect((await standing(db, 'A09-1')).map(([period]) => period)).toEqual([2025311]);
    await record(db, hefei, 'A09-1', { period: '2025-12', value: '158' });
    for (const code of await districts(db)) await record(db, code, 'A09-1', { period: '2025', value: '20' });
    await rollUpFigures(clock(db));
    expect((await standing(db, 'A09-1')).filter(([period]) => period === 2025000)).toEqual([[2025000, 158, null, null, 4]]);
    expect((await derived(db, 'A09-1')).length).toBe(1);
  });

  test('that move by themselves make it only when it is over', async ({ db }) => {
    await record(db, baohe, 'A06-1', { period: '2026Q2', value: '4' });
    await db.update(indicatorValues).set({ period: 2026204, origin: 3 }).where(eq(indicatorValues.regionCode, baohe));
    await db.update(figureDues).set({ period: 2026204 }).where(eq(figureDues.regionCode, baohe));
    await rollUpFigures(clock(db));
    expect((await standing(db, 'A06-1', baohe)).map(([period]) => period)).toEqual([2026204]);
    expect(await endLastYear(clock(db))).toBe('0');
    const newYear = clock(db, new Date('2026-12-31T17:05:00Z'));
    expect([await endLastYear(newYear), await rollUpFigures(newYear), await endLastYear(newYear)]).toEqual(['1', expect.stringMatching(/^[2-9]$/), '0']);
    expect((await standing(db, 'A06-1', baohe)).map(([period, value]) => [period, value])).toEqual([[2026000, 4], [2026204, 4]]);
    expect((await db.execute(sql`select 1 from figure_dues`)).rowCount).toBe(0);
  });
});
