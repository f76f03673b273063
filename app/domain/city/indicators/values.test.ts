import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { as, baohe, hefei, neighbour, test } from '#tests/world.ts';
import { defineIndicator } from './define-indicator.ts';
import { importIndicators } from './import-indicators.ts';
import { DefinitionInput, IndicatorFile, ValueInput } from './input.ts';
import { type Asked, listIndicators } from './list-indicators.ts';
import { indicatorAtDesk, indicatorsByCode } from './read.ts';
import { recordValue } from './record-value.ts';
import { pastsIn, valuesIn, yearIn } from './values.ts';
import file from '#data/indicators.json' with { type: 'json' };

const city = (db: Db) => as(db, 'government-officer', hefei);
const office = (db: Db) => as(db, 'programme-officer', '*');
const said = (given: Partial<ValueInput> & { period: string }) => ValueInput.parse({ regionCode: hefei, value: '', numerator: '', denominator: '', source: '', sourceUrl: '', reason: '', ...given });
const idOf = async (db: Db, code: string) => (await indicatorsByCode(city(db), [code])).get(code)!.id;
const standing = async (db: Db, code: string, region = hefei) => (await valuesIn(city(db), region, [await idOf(db, code)], 2020, 2026)).map(({ period, value }) => [period, value]);

describe('the indicators', () => {
  test('come in once from the data file, with departments, groups, links and published figures', async ({ db }) => {
    expect(await importIndicators(office(db), IndicatorFile.parse(file))).toEqual({ added: 0, changed: 0, published: 0 });
    expect((await listIndicators(city(db))).all).toBe(141 + 33);
    expect((await listIndicators(city(db), { rule: 'A3.3' })).rows).toHaveLength(4);
    expect((await valuesIn(office(db), '*', [await idOf(db, 'H-1')], 2020, 2024)).map(({ value }) => value)).toEqual([3.4, 3.1, 3.1, 2.8, 2.5]);
    const { links } = await indicatorAtDesk(city(db), 'A10-2');
    expect(links).toContainEqual({ frame: 'outline', target: 'H-10' });
  });

  test('are listed a page at a time, on and back again, as they are asked for; none of them falls out', async ({ db }) => {
    const page = (asked: Asked) => listIndicators(office(db), asked);
    const through = async (asked: Asked): Promise<string[][]> => {
      const { rows, next } = await page(asked);
      const codes = rows.map(({ code }) => code);
      return next === undefined ? [codes] : [codes, ...(await through({ ...asked, after: Number(next) }))];
    };
    const whole = await through({});
    expect(whole.map(({ length }) => length)).toEqual([50, 50, 50, 24]);
    expect(whole.flat()).toEqual([...(await indicatorsByCode(office(db))).keys()]);
    const second = await page({ after: Number((await page({})).next) });
    expect((await page({ before: Number(second.previous) })).rows.map(({ code }) => code)).toEqual(whole[0]);
    expect((await page({})).previous).toBeUndefined();
    const numeric = await through({ kind: 'numeric', q: '率' });
    expect(numeric.flat()).toHaveLength((await page({ kind: 'numeric', q: '率' })).all);
    expect(numeric.flat().length).toBeLessThan(whole.flat().length);
  });

  test('a file that says something else brings another version; the former stays, and a formula that cannot be is refused', async ({ db }) => {
    const changed = structuredClone(file) as unknown as IndicatorFile;
    changed.indicators[0]!.zh = '儿童友好城市规划印发实施';
    expect(await importIndicators(office(db), IndicatorFile.parse(changed))).toEqual({ added: 0, changed: 1, published: 0 });
    const { versions, definition } = await indicatorAtDesk(city(db), 'A01-1');
    expect([definition.zh, versions.map(({ version }) => version)]).toEqual(['儿童友好城市规划印发实施', [2, 1]]);
    expect(await importIndicators(office(db), IndicatorFile.parse(file))).toMatchObject({ changed: 0 }); // nobody brings an old version back by starting anew
    changed.indicators.find(({ code }) => code === 'A02-1')!.formula = '{A09-1} + {A02-2}';
    await expect(importIndicators(office(db), IndicatorFile.parse(changed))).rejects.toThrow('formula-unit');
    await expect(importIndicators(city(db), IndicatorFile.parse(file))).rejects.toThrow('not-allowed');
  });

  test('change at the desk with a reason, version by version', async ({ db }) => {
    const { definition } = await indicatorAtDesk(office(db), 'A12-1');
    const input = DefinitionInput.parse({ zh: '暑托班开设班数', en: definition.en, direction: 'up', frequency: 'annual', level: 'town', owner: 'tqt', formula: '', source: 'ours', reason: '名称说得更清楚', version: '1' });
    await defineIndicator(office(db), 'A12-1', input);
    expect((await indicatorsByCode(office(db), ['A12-1'])).get('A12-1')).toMatchObject({ version: 2, definition: { zh: '暑托班开设班数', unit: 'classes' } });
    expect(await db.select({ event: records.event }).from(records).where(eq(records.subjectId, 'A12-1'))).toEqual([{ event: 'indicator.defined' }]);
    await expect(defineIndicator(office(db), 'A12-1', input)).rejects.toThrow('indicator-unchanged');
    await expect(defineIndicator(office(db), 'A12-1', { ...input, zh: '再改一次' })).rejects.toThrow('changed-meanwhile');
    await expect(defineIndicator(office(db), 'A12-1', { ...input, owner: 'nobody' })).rejects.toThrow('department-not-found');
    await expect(defineIndicator(office(db), 'A12-1', { ...input, formula: '{A12-1} * 2' })).rejects.toThrow('formula-itself');
    await expect(defineIndicator(city(db), 'A12-1', input)).rejects.toThrow('not-allowed');
  });
});

describe('a figure', () => {
  test('is recorded as it was typed, and once', async ({ db }) => {
    expect(await recordValue(city(db), 'A10-2', said({ period: '2025年', value: '９５．５％', source: '卫健部门年报' }))).toBe('recorded');
    expect(await recordValue(city(db), 'A10-2', said({ period: '2025年', value: '95.5', source: '卫健部门年报' }))).toBe('known');
    expect(await recordValue(city(db), 'A08-1', said({ period: '2025', numerator: '1,240', denominator: '4,000' }))).toBe('recorded');
    expect([await standing(db, 'A10-2'), await standing(db, 'A08-1')]).toEqual([[[2025000, 95.5]], [[2025000, 31]]]);
    expect((await db.select().from(records).where(eq(records.event, 'value.recorded')).limit(3)).map(({ subjectId, countyCode }) => [subjectId, countyCode])).toEqual([['A10-2', 340100], ['A08-1', 340100]]);
  });

  test('gives way to a correction only for a reason, and both stay', async ({ db }) => {
    await recordValue(city(db), 'A12-1', said({ period: '2024', value: '318' }));
    await expect(recordValue(city(db), 'A12-1', said({ period: '2024', value: '312' }))).rejects.toThrow('value-reason-missing');
    expect(await recordValue(city(db), 'A12-1', said({ period: '2024', value: '312', reason: '六个班没有开成' }))).toBe('corrected');
    expect(await standing(db, 'A12-1')).toEqual([[2024000, 312]]);
    expect(await pastsIn(city(db), hefei, [await idOf(db, 'A12-1')])).toMatchObject([{ value: 318, reason: '六个班没有开成', period: 2024000 }]);
    await db.execute(sql`update indicator_values set status = 3 where region_code = ${hefei}`);
    await expect(recordValue(city(db), 'A12-1', said({ period: '2024', value: '300', reason: '再改' }))).rejects.toThrow('value-locked');
  });

  test('moves what is reckoned from it, this year and later ones', async ({ db }) => {
    await recordValue(city(db), 'A09-1', said({ period: '2023-12', value: '206户' }));
    await recordValue(city(db), 'A09-1', said({ period: '2024-12', value: '158' }));
    expect(await standing(db, 'A09-2')).toEqual([[2023000, 206], [2024000, 364]]);
    await recordValue(city(db), 'A09-1', said({ period: '2023-12', value: '200', reason: '六户没有完工' }));
    expect(await standing(db, 'A09-2')).toEqual([[2023000, 200], [2024000, 358]]);
    for (const nth of [2, 3, 4, 5, 6]) await recordValue(city(db), `A02-${nth}`, said({ period: '2025', value: '1' }));
    expect(await standing(db, 'A02-1')).toEqual([]); // the sixth is missing, and missing is not nought
    await recordValue(city(db), 'A02-7', said({ period: '2025', value: '0' }));
    expect(await standing(db, 'A02-1')).toEqual([[2025000, 5]]);
  });

  test('of a year is the figure of the whole year, else its last part', async ({ db }) => {
    for (const [period, value] of [['2025Q1', '90'], ['2025Q3', '93'], ['2025Q2', '92']] as const) await recordValue(city(db), 'A11-2', said({ regionCode: baohe, period, value }));
    const id = await idOf(db, 'A11-2');
    expect(await yearIn(city(db), [baohe, neighbour], [id], 2025)).toMatchObject([{ indicatorId: id, regionCode: baohe, period: 2025203, value: 93 }]);
    await recordValue(city(db), 'A11-2', said({ regionCode: baohe, period: '2025', value: '94' }));
    expect(await yearIn(city(db), [baohe], [id], 2025)).toMatchObject([{ period: 2025000, value: 94 }]);
    expect(await yearIn(city(db), [], [id], 2025)).toEqual([]);
  });

  test.for<[string, Partial<ValueInput> & { period: string }, string]>([
    ['A10-2', { period: '2025', value: '约95' }, 'number-not-exact'], ['A10-2', { period: '2025', value: '1' }, 'number-one-unclear'], ['A10-2', { period: '2025', value: '120' }, 'value-out-of-bounds'],
    ['A08-1', { period: '2025', numerator: '5', denominator: '4' }, 'value-more-than-whole'], ['A08-1', { period: '2025', numerator: '5' }, 'value-one-part'], ['A08-1', { period: '2025', numerator: '0', denominator: '0' }, 'value-of-nothing'],
    ['A08-1', { period: '2025', value: '90', numerator: '1', denominator: '4' }, 'value-not-its-parts'], ['A08-1', { period: '2025', value: '—' }, 'value-missing'], ['A01-1', { period: '2025', value: '2' }, 'value-out-of-bounds'],
    ['A09-2', { period: '2025', value: '3' }, 'value-is-reckoned'], ['A12-1', { period: '2027', value: '3' }, 'period-to-come'], ['A12-1', { period: '去年年末', value: '3' }, 'period-unreadable'], ['A12-1', { period: '2025', value: '3', breakdown: 1 }, 'breakdown-not-found'],
    ['Z99', { period: '2025', value: '3' }, 'indicator-not-found'], ['A12-1', { period: '2025', value: '3', regionCode: '340199' }, 'region-not-found'], ['A12-1', { period: '2025', value: '3', regionCode: neighbour }, 'not-allowed'],
  ])('%s %o is refused as %s', async ([code, given, refusal], { db }) => {
    await expect(recordValue(city(db), code, said(given))).rejects.toThrow(refusal);
  });
});
