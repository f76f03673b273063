import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { as, baohe, ctxOf, hefei, neighbour, test, today } from '#tests/world.ts';
import { addIndicator } from './add-indicator.ts';
import { checkDefinition } from './check-definition.ts';
import { checkNewIndicator } from './check-new-indicator.ts';
import { compareVersions } from './compare-versions.ts';
import { defineIndicator } from './define-indicator.ts';
import { DefinitionInput, NewIndicatorInput, ValueInput } from './input.ts';
import { isUsableIn, mostOwn } from './model.ts';
import { listIndicators } from './list-indicators.ts';
import { getIndicator, indicatorAtDesk } from './read.ts';
import { recordValue } from './record-value.ts';
import { indicators, indicatorVersions } from './tables.server.ts';
import { valuesIn } from './values.ts';

const city = (db: Db) => as(db, 'government-officer', hefei);
const office = (db: Db) => as(db, 'programme-officer', '*');
const venues = (given: Record<string, unknown> = {}) => NewIndicatorInput.parse({
  regionCode: hefei, zh: '儿童友好公共文化场馆占比', kind: 'numeric', unit: 'percent', accumulation: 'point', direction: 'up', frequency: 'annual', level: 'district', owner: 'wl', numeratorZh: '儿童友好的公共文化场馆', denominatorZh: '全部公共文化场馆',
  dimensions: ['age'], standard: 'B2.3、B2.1', outline: 'H-10', unicef: ['5'], reason: '三年行动计划新设', ...given,
});

describe('making an indicator', () => {
  test('gives it a code of its region, what it counts, its groups and what it speaks to, and leaves a record', async ({ db }) => {
    const code = await addIndicator(city(db), venues());
    expect(code).toBe('C3401-1');
    expect(await addIndicator(city(db), venues({ zh: '另一个占比' }))).toBe('C3401-2');
    const { definition, links } = await indicatorAtDesk(city(db), code);
    expect(definition).toMatchObject({ en: '儿童友好公共文化场馆占比', numerator: { zh: '儿童友好的公共文化场馆', en: '儿童友好的公共文化场馆' }, denominator: { zh: '全部公共文化场馆' }, dimensions: ['age'], least: 0, most: 100, regionCode: hefei });
    expect(links.map(({ frame, target }) => `${frame} ${target}`)).toEqual(['outline H-10', 'standard B2.1', 'standard B2.3', 'unicef 5']);
    expect(await db.select({ event: records.event }).from(records).where(eq(records.subjectId, code))).toEqual([{ event: 'indicator.added' }]);
  });

  test('is for those of the region: others neither see nor use it, and only its own officers change it', async ({ db }) => {
    const code = await addIndicator(city(db), venues());
    const { definition, version } = await getIndicator(city(db), code);
    expect([baohe, hefei, '3301', '*'].map((region) => isUsableIn(definition, region))).toEqual([true, true, false, false]);
    const seen = async (region: string) => (await listIndicators(as(db, 'government-officer', region), { rule: 'B2.3' })).rows.map((each) => each.code);
    expect([await seen(hefei), await seen(baohe), await seen('3301')]).toEqual([[code], [code], []]);
    expect((await listIndicators(office(db), { unicef: '5', q: '场馆占比' })).rows.map((each) => each.code)).toEqual([code]);
    const words = DefinitionInput.parse({ ...definition, numeratorZh: '新的分子', denominatorZh: '新的分母', formula: '', noteZh: '', noteEn: '', reason: '核对口径', version });
    await expect(defineIndicator(as(db, 'government-officer', '3301'), code, words)).rejects.toThrow('not-allowed');
    await defineIndicator(city(db), code, words);
    expect((await getIndicator(city(db), code)).definition.numerator).toEqual({ zh: '新的分子', en: '新的分子' });
    await expect(defineIndicator(city(db), 'A08-1', words)).rejects.toThrow('not-allowed');
    const figure = (regionCode: string) => ValueInput.parse({ regionCode, period: '2025', numerator: '30', denominator: '60', source: '年报' });
    await expect(recordValue(as(db, 'government-officer', neighbour), code, figure(neighbour))).rejects.toThrow('indicator-elsewhere');
    await recordValue(city(db), code, figure(baohe));
    await expect(addIndicator(city(db), venues({ regionCode: '*' }))).rejects.toThrow('not-allowed');
    await expect(addIndicator(as(db, 'community-worker', hefei), venues())).rejects.toThrow('not-allowed');
  });

  test('never takes the name of another, nor stands on what another region made, whoever changes it later', async ({ db }) => {
    const [code, other] = [await addIndicator(city(db), venues()), await addIndicator(as(db, 'government-officer', neighbour), venues({ regionCode: neighbour, zh: '邻区的占比' }))];
    const { definition, version } = await getIndicator(city(db), code);
    const words = (given: Record<string, unknown>) => DefinitionInput.parse({ ...definition, numeratorZh: '新的分子', denominatorZh: '新的分母', formula: '', noteZh: '', noteEn: '', reason: '核对口径', version, ...given });
    await expect(defineIndicator(city(db), code, words({ zh: '普惠托育服务 占比' }))).rejects.toThrow('indicator-named');
    await expect(defineIndicator(city(db), code, words({ formula: `{${other}} * 2` }))).rejects.toThrow('formula-unknown');
    expect((await checkNewIndicator(city(db), venues({ zh: '第三个占比', formula: `{${other}} * 2` }))).map(({ is }) => is)).toEqual(['formula']);
  });

  test('is reckoned where it is used and nowhere else', async ({ db }) => {
    const { id } = await getIndicator(city(db), await addIndicator(city(db), venues({ zh: '观察员的两倍', unit: 'persons', numeratorZh: '', denominatorZh: '', dimensions: [], formula: 'A06-2 × 2' })));
    for (const regionCode of [baohe, neighbour]) await recordValue(as(db, 'government-officer', regionCode), 'A06-2', ValueInput.parse({ regionCode, period: '2025', value: '300', source: '年报' }));
    const seen = async (regionCode: string) => (await valuesIn(ctxOf(db), regionCode, [id], 2025, 2025)).map(({ value }) => value);
    expect([await seen(baohe), await seen(neighbour)]).toEqual([[600], []]);
  });

  test('that stands on another that is reckoned comes after it, whichever got its formula first', async ({ db }) => {
    const people = { unit: 'persons', numeratorZh: '', denominatorZh: '', dimensions: [] };
    const lower = await addIndicator(city(db), venues({ ...people, zh: '两倍' }));
    const upper = await addIndicator(city(db), venues({ ...people, zh: '三倍', formula: `A06-2 + {${lower}}` }));
    const { definition, version } = await getIndicator(city(db), lower);
    await defineIndicator(city(db), lower, DefinitionInput.parse({ ...definition, formula: 'A06-2 × 2', noteZh: '', noteEn: '', reason: '核对口径', version }));
    const ids = [(await getIndicator(city(db), lower)).id, (await getIndicator(city(db), upper)).id];
    for (const [value, all] of [[100, [200, 300]], [200, [400, 600]]] as const) {
      await recordValue(city(db), 'A06-2', ValueInput.parse({ regionCode: hefei, period: '2025', value: String(value), source: '年报', reason: '核对' }));
      expect((await valuesIn(ctxOf(db), hefei, ids, 2025, 2025)).map((each) => each.value)).toEqual(all);
    }
  });

  test('a milestone needs no unit and is done or not', async ({ db }) => {
    const code = await addIndicator(office(db), venues({ regionCode: '*', kind: 'milestone', unit: '', zh: '某某办法印发', numeratorZh: '', denominatorZh: '', dimensions: [] }));
    expect([code, (await getIndicator(office(db), code)).definition]).toMatchObject(['N-1', { unit: 'milestone', direction: 'done', least: 0, most: 1 }]);
    expect(NewIndicatorInput.safeParse({ ...venues(), standard: '', outline: '', unit: '' }).success).toBe(false);
  });

  test.for<[string, Record<string, unknown>, string[]]>([
    ['a name that is taken', { zh: '普惠托育服务 占比' }, ['zh named']], ['a code that is taken', { code: 'A08-1' }, ['code code']], ['a code of elsewhere', { code: 'C3301-1' }, ['code prefix']], ['a code of everybody', { code: 'A99-1' }, ['code prefix']], ['a share without its parts', { numeratorZh: '', denominatorZh: '' }, ['numeratorZh parts']], ['half of its parts', { denominatorZh: '' }, ['denominatorZh half']],
    ['bounds upside down', { least: '100', most: '10' }, ['least bounds']], ['a rule nobody wrote', { standard: 'B2.3 Z9.9' }, ['standard rule']], ['an outline nobody knows', { outline: 'H-999' }, ['outline outline']], ['a milestone with parts', { kind: 'milestone' }, ['kind milestone']], ['a figure that is done', { direction: 'done' }, ['direction direction']],
    ['groups nobody has', { dimensions: ['age', '<script>alert(1)</script>'.slice(0, 20), 'all'] }, ['dimensions dimension']], ['a milestone with bounds', { kind: 'milestone', unit: '', numeratorZh: '', denominatorZh: '', dimensions: [], least: '5' }, ['kind milestone']],
    ['several at once', { zh: '普惠托育服务占比', denominatorZh: '', formula: 'A09-1 + A08-1' }, ['zh named', 'denominatorZh half', 'formula formula']],
  ])('is refused at its field: %s', async ([, given, faults], { db }) => {
    expect((await checkNewIndicator(city(db), venues(given))).map(({ field, is }) => `${field} ${is}`)).toEqual(faults);
    await expect(addIndicator(city(db), venues(given))).rejects.toThrow('indicator-faulty');
  });
});

test('a region makes so many of its own and no more; the region below and the programme office still may', async ({ db }) => {
  const [{ definition }, rows] = [await getIndicator(city(db), 'A08-1'), Array.from({ length: mostOwn - 1 }, (_, nth) => nth)];
  await db.insert(indicators).values(rows.map((nth) => ({ id: 5000 + nth, code: `C3401-X${nth}`, version: 1, madeAt: today })));
  await db.insert(indicatorVersions).values(rows.map((nth) => ({ indicatorId: 5000 + nth, version: 1, definition: { ...definition, zh: `自有指标${nth}`, regionCode: hefei }, hash: '', reason: '新设', madeByName: '', madeAt: today })));
  await addIndicator(city(db), venues());
  const next = venues({ zh: '再多一个占比' });
  expect(await checkNewIndicator(city(db), next)).toEqual([{ field: 'regionCode', is: 'many', names: [] }]);
  await expect(addIndicator(city(db), next)).rejects.toThrow('indicator-faulty');
  await addIndicator(as(db, 'government-officer', baohe), venues({ zh: '区里的占比', regionCode: baohe }));
  await addIndicator(office(db), venues({ zh: '全国的占比', regionCode: '*' }));
});

test.for<[string, Record<string, unknown>, string]>([
  ['a goal nobody has', { unicef: ['6'] }, 'unicef'], ['too many groups', { dimensions: Array.from({ length: 9 }, (_, nth) => `${nth}`) }, 'dimensions'], ['groups in one text', { dimensions: 'age' }, 'dimensions'],
  ['a bound that is no figure', { least: '1e9' }, 'least'], ['a bound beyond all measure', { most: '9'.repeat(18) }, 'most'],
])('what no form sends is refused at its field: %s', ([, given, field]) => {
  expect(NewIndicatorInput.safeParse({ ...venues(), formula: '', standard: '', outline: '', ...given }).error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
});

test('bounds are read as people type them', () => {
  expect([venues({ least: '１０', most: '1,200' }), venues({ least: ' ', most: '−0.5' })].map(({ least, most }) => [least, most])).toEqual([[10, 1200], [null, -0.5]]);
});

describe('a new version of an indicator', () => {
  const next = async (db: Db, code: string, given: Record<string, unknown>) => {
    const { definition, version } = await getIndicator(city(db), code);
    const { zh, en, direction, frequency, level, owner, formula, source, numerator, denominator } = definition;
    return DefinitionInput.parse({ zh, en, direction, frequency, level, owner, formula: formula ?? '', source, numeratorZh: numerator?.zh, numeratorEn: numerator?.en, denominatorZh: denominator?.zh, denominatorEn: denominator?.en, reason: '按新口径核对', version, ...given });
  };

  test('changes its groups, its bounds and what it speaks to, with a reason, and says what each was before', async ({ db }) => {
    const code = await addIndicator(city(db), venues());
    await defineIndicator(city(db), code, await next(db, code, { dimensions: ['', 'gender'], least: '１０', most: '90', standard: 'B2.1 A3.1', outline: '', unicef: ['', '2', '5'] }));
    const { definition, links, version } = await indicatorAtDesk(city(db), code);
    expect([version, definition.dimensions, definition.least, definition.most]).toEqual([2, ['gender'], 10, 90]);
    expect(links.map(({ frame, target }) => `${frame} ${target}`)).toEqual(['standard A3.1', 'standard B2.1', 'unicef 2', 'unicef 5']);
    const { changed, isBreak, reason } = await compareVersions(city(db), code, 2);
    expect([isBreak, reason, changed!.map(({ column, before, after }) => `${column}: ${before} → ${after}`)]).toEqual([false, '按新口径核对', ['least: 0 → 10', 'most: 100 → 90', 'dimensions: age → gender', 'standard: B2.1 B2.3 → A3.1 B2.1', 'outline: H-10 → ', 'unicef: 5 → 2 5']]);
    expect((await listIndicators(city(db), { rule: 'B2.3' })).rows.map((each) => each.code)).toEqual([]);
  });

  test('of its links alone is a version too; what is left out stays, and nothing changed is no version', async ({ db }) => {
    const code = await addIndicator(city(db), venues());
    await defineIndicator(city(db), code, await next(db, code, { standard: 'A3.1' }));
    const { links, definition } = await indicatorAtDesk(city(db), code);
    expect([links.map(({ target }) => target), definition.dimensions, definition.most]).toEqual([['H-10', 'A3.1', '5'], ['age'], 100]);
    await expect(defineIndicator(city(db), code, await next(db, code, { standard: 'A3.1', unicef: ['5'] }))).rejects.toThrow('indicator-unchanged');
    await defineIndicator(city(db), code, await next(db, code, { zh: '儿童友好公共文化场馆的占比' }));
    expect((await compareVersions(city(db), code, 3)).changed!.map(({ column }) => column)).toEqual(['zh']);
  });

  test.for<[string, Record<string, unknown>, string[]]>([
    ['bounds upside down', { least: '90', most: '10' }, ['least bounds']], ['a bound above the one that stays', { least: '100' }, ['least bounds']], ['a rule nobody wrote', { standard: 'Z9.9' }, ['standard rule']], ['an outline nobody knows', { outline: 'H-999' }, ['outline outline']],
    ['a group nobody has', { dimensions: ['age', 'height'] }, ['dimensions dimension']], ['half of its parts', { denominatorZh: '', denominatorEn: '' }, ['denominatorZh half']], ['a share that loses its parts', { numeratorZh: '', numeratorEn: '', denominatorZh: '', denominatorEn: '' }, ['numeratorZh parts']], ['a figure that is done', { direction: 'done' }, ['direction direction']],
  ])('is refused at its field: %s', async ([, given, faults], { db }) => {
    const code = await addIndicator(city(db), venues());
    const input = await next(db, code, given);
    expect((await checkDefinition(city(db), code, input)).map(({ field, is }) => `${field} ${is}`)).toEqual(faults);
    await expect(defineIndicator(city(db), code, input)).rejects.toThrow('indicator-faulty');
  });

  test('of a milestone keeps its direction and bounds; one that came without parts needs none', async ({ db }) => {
    const code = await addIndicator(city(db), venues({ kind: 'milestone', unit: '', zh: '某某办法印发', numeratorZh: '', denominatorZh: '', dimensions: [] }));
    const parts = { numeratorZh: '', numeratorEn: '', denominatorZh: '', denominatorEn: '' };
    await defineIndicator(city(db), code, await next(db, code, { ...parts, zh: '某某办法已经印发', direction: 'up', most: '9' }));
    expect((await getIndicator(city(db), code)).definition).toMatchObject({ zh: '某某办法已经印发', direction: 'done', least: 0, most: 1 });
    expect(await checkDefinition(office(db), 'H-10', await next(db, 'H-10', { ...parts, zh: '另一种说法的名称' }))).toEqual([]);
  });

  test('takes no bound that is no figure', async ({ db }) => {
    const code = await addIndicator(city(db), venues());
    await expect(next(db, code, { least: '十' })).rejects.toThrow('least');
  });
});
