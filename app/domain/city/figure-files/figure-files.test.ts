import { and, eq } from 'drizzle-orm';
import { zipSync } from 'fflate';
import { afterAll, describe, expect } from 'vitest';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { endPress } from '#app/domain/base/documents/press.ts';
import { readGrid } from '#app/domain/base/documents/read-grid.ts';
import { listChildren } from '#app/domain/base/regions/read.ts';
import { regionPasts, regions } from '#app/domain/base/regions/tables.server.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { stateCode } from '#app/domain/city/indicators/model.ts';
import { getIndicator } from '#app/domain/city/indicators/read.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { indicatorValuePasts, indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import type { Db } from '#app/db/db.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { anOfficeBook, type OfficeTable } from '#tests/office-plan.ts';
import { as, baohe, binhu, ctxOf, hefei, person, test, today } from '#tests/world.ts';
import { OpenRoundInput } from '#app/domain/city/collection/input.ts';
import { openRound } from '#app/domain/city/collection/open-round.ts';
import { collectionEntries, collectionSheets } from '#app/domain/city/collection/tables.server.ts';
import { aRegion } from '#tests/cycle.ts';
import { bringFigures } from './bring-figures.ts';
import { checkFigureFile } from './check-figures.ts';
import { checkGrids } from './check-grids.ts';
import { TakeFiguresInput, TemplateInput } from './input.ts';
import type { FigureFaultCode } from './model.ts';
import { getFigureFile, listFigureFiles } from './read.ts';
import { fillSheet, sheetBook } from './round-sheet.ts';
import { figureFiles } from './tables.server.ts';
import { clearFigureFiles, dropFigures, takeFigures } from './take-figures.ts';
import { StartPlanInput } from '#app/domain/city/city-plans/input.ts';
import { startPlan } from '#app/domain/city/city-plans/start-plan.ts';
import { figureTemplate } from './template.ts';
import { writeFigureFile } from './write-figures.ts';

afterAll(endPress);

const heads = ['地区代码', '地区', '指标编号', '指标', '单位', '分组', '期次', '数值', '分子', '分母', '来源'];
type Row = Partial<Record<'region' | 'name' | 'code' | 'called' | 'unit' | 'group' | 'period' | 'value' | 'numerator' | 'denominator' | 'source', string | number | Date>>;
const aRow = (given: Row = {}) => {
  const row = { region: baohe, name: '', code: 'A08-1', called: '', unit: '', group: '', period: '2025', value: '31', numerator: '', denominator: '', source: '', ...given };
  return [row.region, row.name, row.code, row.called, row.unit, row.group, row.period, row.value, row.numerator, row.denominator, row.source];
};
const sheet = (...rows: Row[]): OfficeTable => ({ name: '数值', rows: [heads, ...rows.map(aRow)], merges: [] });
const check = async (ctx: Ctx, table: OfficeTable) => checkGrids(ctx, readGrid(await anOfficeBook(table)));
const city = (db: Db) => as(db, 'government-officer', hefei);

/** An officer who has an account, for the queue asks who they are today. */
async function anOfficer(db: Db): Promise<Ctx> {
  const actor = person('government-officer', hefei, '019c0000-0000-7000-8000-00000000f117');
  await db.insert(users).values({ id: actor.id, name: '市统计员', email: 'figures@example.org', username: 'figures', twoFactorEnabled: true } as typeof users.$inferInsert);
  await db.insert(roleGrants).values({ userId: actor.id, role: 'government-officer', regionCode: hefei, grantedBy: 'test', grantedAt: today } as typeof roleGrants.$inferInsert);
  return ctxOf(db, actor);
}
const bring = async (ctx: Ctx, table: OfficeTable, name = 'C:\\表\\数值.xlsx') => {
  const id = await bringFigures(ctx, { name, content: await anOfficeBook(table) });
  await checkFigureFile(ctx, id);
  return id;
};
const stands = async (db: Db, code = 'A08-1', place = baohe) => (await db.select({ value: indicatorValues.value }).from(indicatorValues).where(and(eq(indicatorValues.indicatorId, (await getIndicator(ctxOf(db), code)).id), eq(indicatorValues.regionCode, place)))).map(({ value }) => value);

describe('a cell of a sheet of figures', () => {
  test('may say 95, 95%, 0.95 or full-width digits, a day of the period, and stand in any column', async ({ db }) => {
    for (const [value, is] of [['95', 95], ['95%', 95], [0.95, 95], ['９５．５％', 95.5]] as const) {
      const { report, rows } = await check(city(db), sheet({ code: 'A10-2', value }));
      expect([value, report.shown, rows.map((row) => row.value)]).toEqual([value, [], [is]]);
    }
    const percent = await check(city(db), { ...sheet({ value: 1 }), formats: { '1,7': '0%' } });
    expect(percent.rows.map(({ value }) => value)).toEqual([100]);
    const day = await check(city(db), { ...sheet({ code: 'A10-2', period: 45_838, value: '95%' }), formats: { '1,6': 'yyyy-mm-dd' } });
    expect([day.report.shown, day.rows.map(({ period }) => period)]).toEqual([[], [2025202]]);
    const turned = { ...sheet(), rows: [heads, aRow({ numerator: 310, denominator: '1,000', value: '' })].map((row) => row.toReversed()) };
    expect((await check(city(db), turned)).rows.map(({ value, numerator }) => [value, numerator])).toEqual([[31, 310]]);
    expect((await check(city(db), sheet({ value: '—' }, { code: 'A08-2' }, { region: '', value: '' }))).report).toMatchObject({ rows: 1, empty: 2, faults: 0 });
  });

  test.for<[string, OfficeTable, cell: string, FigureFaultCode]>([
    ['no number', sheet({ value: '甲等' }), 'H2', 'number-unreadable'],
    ['a date where a figure should be', { ...sheet({ value: 45_000 }), formats: { '1,7': 'yyyy-mm-dd' } }, 'H2', 'number-is-date'],
    ['a date as text', sheet({ value: '2025年3月' }), 'H2', 'number-is-date'],
    ['about so many', sheet({ code: 'A09-1', value: '约200户' }), 'H2', 'number-not-exact'],
    ['a negative count', sheet({ code: 'A09-1', value: -3 }), 'H2', 'number-negative'],
    ['a figure with a blank inside', sheet({ code: 'A09-1', value: '5 5' }), 'H2', 'number-blanks'],
    ['half a household', sheet({ code: 'A09-1', value: 1.5 }), 'H2', 'number-not-whole'],
    ['a bare one for a share', sheet({ value: 1 }), 'H2', 'number-one-unclear'],
    ['a share of what is counted', sheet({ code: 'A09-1', value: '20%' }), 'H2', 'number-wrong-sign'],
    ['a range', sheet({ value: '20—30' }), 'H2', 'number-range'],
    ['more than the whole', sheet({ value: '131%' }), 'H2', 'value-out-of-bounds'],
    ['a numerator above its denominator', sheet({ value: '', numerator: 5, denominator: 4 }), 'I2', 'value-more-than-whole'],
    ['swapped numerator and denominator', sheet({ value: '80%', numerator: 5, denominator: 4 }), 'I2', 'swapped-parts'],
    ['swapped columns of region and indicator', sheet({ region: 'A08-1', code: baohe }), 'A2', 'swapped-region-indicator'],
    ['swapped columns of period and value', sheet({ period: '31', value: '2025' }), 'G2', 'swapped-period-value'],
    ['a part without its whole', sheet({ value: '', numerator: 5 }), 'J2', 'value-one-part'],
    ['a whole of nothing', sheet({ value: '', numerator: 0, denominator: 0 }), 'J2', 'value-of-nothing'],
    ['a value that is not its parts', sheet({ value: '90', numerator: 1, denominator: 2 }), 'H2', 'value-not-its-parts'],
    ['merged cells', { ...sheet({}, { region: '340102' }), merges: [[1, 7, 2, 7]] }, 'H2', 'merged'],
    ['a duplicate', sheet({}, {}), 'H3', 'double'],
    ['the same column twice', { ...sheet(), rows: [[...heads, '数值'], [...aRow(), '7']] }, 'L1', 'head-twice'],
    ['an unknown region', sheet({ region: '340199' }), 'A2', 'region-unknown'],
    ['no region', sheet({ region: '', name: '包河区' }), 'A2', 'region-missing'],
    ['a region by its name instead of its code', sheet({ region: '包河区' }), 'A2', 'region-code'],
    ['a name that is another region', sheet({ name: '蜀山区' }), 'B2', 'region-name-differs'],
    ['somebody else’s region', sheet({ region: '320102' }), 'A2', 'region-not-yours'],
    ['an unknown indicator', sheet({ code: 'Z99-9' }), 'C2', 'indicator-unknown'],
    ['no indicator', sheet({ code: '' }), 'C2', 'indicator-missing'],
    ['a name that is another indicator', sheet({ called: '梦想小屋' }), 'D2', 'indicator-name-differs'],
    ['an indicator that is reckoned', sheet({ code: 'A09-2', value: '200' }), 'C2', 'reckoned'],
    ['another unit', sheet({ unit: '户' }), 'E2', 'unit-differs'],
    ['an unknown group', sheet({ group: '外星人' }), 'F2', 'group-unknown'],
    ['no period', sheet({ period: '' }), 'G2', 'period-missing'],
    ['a period that cannot be read', sheet({ period: '去年' }), 'G2', 'period-unreadable'],
    ['a period to come', sheet({ period: '2027' }), 'G2', 'period-to-come'],
    ['a year that does not match the sheet', { ...sheet({ period: '2024' }), name: '2025年' }, 'G2', 'year-differs'],
    ['a source longer than a page', sheet({ source: '源'.repeat(301) }), 'K2', 'text-long'],
  ])('is refused at its place: %s', async ([, table, cell, code], { db }) => {
    const { report } = await check(city(db), table);
    expect(report.shown.map((fault) => [fault.cell, fault.code])).toContainEqual([cell, code]);
  });

  test('of swapped columns only that is told, not what follows from it', async ({ db }) => {
    expect((await check(city(db), sheet({ period: '31', value: '2025' }, { region: 'A08-1', code: baohe }))).report.shown.map(({ cell, code }) => [cell, code])).toEqual([['G2', 'swapped-period-value'], ['A3', 'swapped-region-indicator']]);
  });

  test('is refused where its region has another name or another code today, or what stands is locked', async ({ db }) => {
    await db.insert(regionPasts).values({ code: baohe, until: new Date('2020-01-01'), name: '郊区', isEnd: false, changeId: '019c0000-0000-7000-8000-000000000001', pinyin: '', initials: '' });
    expect((await check(city(db), sheet({ name: '郊区' }))).report.shown).toMatchObject([{ cell: 'B2', code: 'region-renamed', figures: ['郊区', '包河区'] }]);
    await db.update(regions).set({ isEnded: true }).where(eq(regions.code, '340102'));
    expect((await check(city(db), sheet({ region: '340102' }))).report.shown).toMatchObject([{ cell: 'A2', code: 'region-ended' }]);
    await recordValue(city(db), 'A08-1', ValueInput.parse({ regionCode: baohe, period: '2025', value: '30' }));
    await db.update(indicatorValues).set({ status: stateCode('locked') }).where(eq(indicatorValues.regionCode, baohe));
    expect((await check(city(db), sheet({}))).report.shown).toMatchObject([{ cell: 'H2', code: 'locked', figures: ['30'] }]);
    expect((await check(city(db), sheet({ value: '30' }))).report).toMatchObject({ same: 1, faults: 0 });
  });
});

describe('a sheet of figures', () => {
  test('does not get around a sheet that asks for the figure, but for those who check it', async ({ db }) => {
    for (const code of [hefei, baohe]) await aRegion(db, code);
    await openRound(city(db), OpenRoundInput.parse({ regionCode: hefei, zh: '2025年填报', en: 'Figures of 2025', period: '2025', codes: 'A08-1', district: '2026-10-15' }));
    const table = sheet({}, { code: 'A09-1', value: '206', period: '2024' });
    expect((await check(as(db, 'government-officer', baohe), table)).report.shown).toEqual([{ cell: 'H2', code: 'in-sheet', figures: ['A08-1'] }]);
    expect((await check(city(db), table)).report).toMatchObject({ fresh: 2, faults: 0 });
  });

  test('is checked in the queue, taken with a reason for what it corrects, and stands whole with its records', async ({ db }) => {
    const ctx = await anOfficer(db);
    await recordValue(ctx, 'A08-1', ValueInput.parse({ regionCode: baohe, period: '2025', value: '30' }));
    const id = await bring(ctx, sheet({}, { code: 'A09-1', value: '206', period: '2024' }, { region: '340102', value: '28', source: '年报' }));
    expect(await getFigureFile(ctx, id)).toMatchObject({ state: 'ready', fileName: '数值.xlsx', report: { rows: 3, fresh: 2, changed: 1, regions: 2, indicators: 2, corrections: [{ cell: 'H2', was: 30, is: 31 }] } });
    expect(await stands(db)).toEqual([30]);
    await expect(takeFigures(ctx, id, TakeFiguresInput.parse({}))).rejects.toThrow('value-reason-missing');
    await takeFigures(ctx, id, { reason: '年报核定' });
    expect(await writeFigureFile(ctx, id)).toBe('3');
    expect([await stands(db), await stands(db, 'A09-1'), await stands(db, 'A09-2'), (await getFigureFile(ctx, id)).state]).toEqual([[31], [206], [206], 'done']);
    expect(await db.select({ value: indicatorValuePasts.value, reason: indicatorValuePasts.reason }).from(indicatorValuePasts)).toEqual([{ value: 30, reason: '年报核定' }]);
    const events = (await db.select({ event: records.event }).from(records).where(eq(records.subjectId, id))).map(({ event }) => event);
    expect(events.toSorted()).toEqual(['figure-file.brought', 'figure-file.taken', 'figure-file.written']);
    expect([await writeFigureFile(ctx, id), (await db.select({ content: figureFiles.content }).from(figureFiles))[0]!.content]).toEqual(['', null]);
    await expect(takeFigures(ctx, id, { reason: '再来一次' })).rejects.toThrow('figure-file-settled');
  });

  test('with one fault changes nothing, also where it went wrong only meanwhile', async ({ db }) => {
    const ctx = await anOfficer(db);
    const wrong = await bring(ctx, sheet({}, { code: 'A10-2', value: '131%' }));
    expect([await getFigureFile(ctx, wrong), await stands(db)]).toMatchObject([{ state: 'wrong', report: { faults: 1 } }, []]);
    await expect(takeFigures(ctx, wrong, { reason: '' })).rejects.toThrow('figure-file-settled');
    await dropFigures(ctx, wrong);
    const late = await bring(ctx, sheet({}, { region: '340102' }));
    await takeFigures(ctx, late, { reason: '' });
    await db.update(regions).set({ isEnded: true }).where(eq(regions.code, '340102'));
    await writeFigureFile(ctx, late);
    expect([(await getFigureFile(ctx, late)).state, await stands(db)]).toEqual(['wrong', []]);
  });

  test('is its person’s own, one at a time, and goes after thirty days', async ({ db }) => {
    const ctx = await anOfficer(db);
    const content = await anOfficeBook(sheet());
    await expect(bringFigures(as(db, 'community-worker', binhu), { name: 'a.xlsx', content })).rejects.toThrow('not-allowed');
    const id = await bringFigures(ctx, { name: 'a.xlsx', content });
    await expect(bringFigures(ctx, { name: 'b.xlsx', content })).rejects.toThrow('figure-file-busy');
    await expect(getFigureFile(city(db), id)).rejects.toThrow('figure-file-not-found');
    await expect(dropFigures(ctx, id)).rejects.toThrow('figure-file-settled');
    expect(await clearFigureFiles({ ...ctx, now: new Date('2026-10-02T00:00:00Z') })).toBe('1');
    expect(await listFigureFiles(ctx)).toEqual([]);
  });

  test.for<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['nothing', () => new Uint8Array(), 'document-missing'],
    ['another kind of file', () => new TextEncoder().encode('地区,数值'), 'figure-file-kind'],
    ['more bytes than a sheet has', () => new Uint8Array(20_000_001), 'figure-file-too-big'],
  ])('is refused at the door: %s', async ([, make, code], { db }) => {
    await expect(bringFigures(city(db), { name: 'a.xlsx', content: await make() })).rejects.toThrow(code);
  });

  const part = (text: string) => new TextEncoder().encode(text);
  const bookOf = (rows: string, more: Record<string, Uint8Array> = {}) => zipSync({
    '[Content_Types].xml': part('<Types/>'), 'xl/workbook.xml': part('<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': part('<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'), 'xl/worksheets/sheet1.xml': part(`<worksheet><sheetData>${rows}</sheetData></worksheet>`), ...more,
  });
  /** The file with one part that claims to unpack to so much. */
  const claiming = (content: Uint8Array, name: string, size: number) => {
    const view = Buffer.from(content);
    view.writeUInt32LE(size, view.lastIndexOf(Buffer.from(name)) - 46 + 24);
    return new Uint8Array(view);
  };
  test.for<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['a zip that is no workbook', () => zipSync({ 'a.txt': part('a') }), 'document-not-excel'],
    ['a zip bomb', () => claiming(bookOf('', { 'xl/bomb.xml': part('a') }), 'xl/bomb.xml', 161_000_000), 'figure-file-too-big'],
    ['a cell at the far end', () => bookOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), 'figure-file-too-big'],
    ['macros', () => bookOf('', { 'xl/vbaProject.bin': part('x') }), 'document-active'],
    ['entities', () => bookOf('', { 'xl/sharedStrings.xml': part('<!DOCTYPE a [<!ENTITY x "x">]><sst/>') }), 'document-active'],
    ['a sheet cut short', () => bookOf('<row>'), 'document-damaged'],
    ['a list of other things', () => anOfficeBook({ rows: [['名单'], ['张三']], merges: [] }), 'figure-file-heads'],
    ['a head alone', () => anOfficeBook(sheet()), 'figure-file-empty'],
  ])('says why it cannot be read: %s', async ([, make, code], { db }) => {
    const ctx = await anOfficer(db);
    const id = await bringFigures(ctx, { name: 'a.xlsx', content: await make() });
    await checkFigureFile(ctx, id);
    expect(await getFigureFile(ctx, id)).toMatchObject({ state: 'wrong', refusal: code });
  });
});

describe('a template', () => {
  test('names regions, indicators and what stands, and comes back as it went out', async ({ db }) => {
    const ctx = city(db);
    await recordValue(ctx, 'A08-1', ValueInput.parse({ regionCode: baohe, period: '2025', value: '30', source: '年报' }));
    const { content } = await figureTemplate(ctx, TemplateInput.parse({ codes: 'A08-1，a10-2 A09-2', region: hefei, below: 'children', period: '2025' }));
    const [grid] = readGrid(content);
    const places = await listChildren(ctx, hefei);
    expect([grid!.rows.length - 1, grid!.rows[0], grid!.rows.find((row) => row[0] === baohe && row[2] === 'A08-1')]).toEqual([places.length * 2, heads, [baohe, '包河区', 'A08-1', '普惠托育服务占比', '%', '', '2025', '30', '', '', '年报']]);
    expect((await checkGrids(ctx, [grid!])).report).toMatchObject({ rows: 1, same: 1, empty: places.length * 2 - 1, faults: 0 });
    const english = readGrid((await figureTemplate({ ...ctx, locale: 'en' }, TemplateInput.parse({ codes: 'A08-1', region: baohe, period: '2025' }))).content);
    expect((await checkGrids(ctx, english)).report).toMatchObject({ rows: 1, same: 1, faults: 0 });
  });

  test('is for one’s own regions, with something to fill in', async ({ db }) => {
    const planId = await startPlan(city(db), StartPlanInput.parse({ regionCode: hefei, zh: '还在写的计划', en: 'a plan being written', startsOn: '2026-01-01', endsOn: '2028-12-31', issuer: '市政府' }));
    await expect(figureTemplate(as(db, 'government-officer', baohe), TemplateInput.parse({ planId, codes: '', region: baohe, period: '2025' })), 'a draft of the city').rejects.toThrow('not-allowed');
    await expect(figureTemplate(as(db, 'government-officer', '3301'), TemplateInput.parse({ codes: 'A08-1', region: hefei, period: '2025' }))).rejects.toThrow('not-allowed');
    await expect(figureTemplate(city(db), TemplateInput.parse({ codes: 'Z1', region: hefei, period: '2025' }))).rejects.toThrow('figure-template-empty');
    await expect(figureTemplate(city(db), TemplateInput.parse({ codes: 'A08-1', region: '340199', period: '2025' }))).rejects.toThrow('region-not-found');
  });
});

describe('the sheet of a round', () => {
  const district = (db: Db) => as(db, 'government-officer', baohe);
  async function aSheet(db: Db): Promise<string> {
    for (const code of [hefei, baohe]) await aRegion(db, code);
    const round = await openRound(city(db), OpenRoundInput.parse({ regionCode: hefei, zh: '2026年第二季度填报', en: 'Second quarter of 2026', period: '2026年第二季度', codes: 'A08-1 A06-1', district: '2026-10-15' }));
    const [sheet] = await db.select({ id: collectionSheets.id }).from(collectionSheets).where(and(eq(collectionSheets.roundId, round), eq(collectionSheets.regionCode, baohe)));
    return sheet!.id;
  }

  test('goes out with what it asks and comes back into its cells, as typed', async ({ db }) => {
    const id = await aSheet(db);
    const [grid] = readGrid((await sheetBook(district(db), id)).content);
    const rows = grid!.rows.map((row, at) => (at === 0 ? row : row[2] === 'A08-1' ? [...row.slice(0, 7), '', '90', '150', '台账'] : [...row.slice(0, 7), '３０个', '', '', '']));
    expect(rows.slice(1).map((row) => [row[0], row[6]])).toEqual([[baohe, '2026Q2'], [baohe, '2026Q2']]);
    expect(await fillSheet(district(db), id, await anOfficeBook({ rows, merges: [] }))).toEqual({ filled: 2, left: 0, faults: [], many: 0 });
    expect((await db.select({ figure: collectionEntries.figure, origin: collectionEntries.origin, source: collectionEntries.source }).from(collectionEntries)).toSorted((one, other) => one.figure! - other.figure!)).toEqual([{ figure: 30, origin: 'file', source: '' }, { figure: 60, origin: 'file', source: '台账' }]);
  });

  test('takes why there is no figure, and leaves alone what the file says nothing of', async ({ db }) => {
    const id = await aSheet(db);
    const [grid] = readGrid((await sheetBook(district(db), id)).content);
    expect(grid!.rows[0]!.at(-1)).toBe('原因或说明');
    const only = (code: string, figure: string, reason: string) => ({ rows: [grid!.rows[0]!, ...grid!.rows.slice(1).filter((row) => row[2] === code).map((row) => [...row.slice(0, 7), figure, '', '', '', reason])], merges: [] });
    await fillSheet(district(db), id, await anOfficeBook(only('A06-1', '30', '')));
    expect(await fillSheet(district(db), id, await anOfficeBook(only('A08-1', '无', '本季度没有登记（台账）')))).toEqual({ filled: 1, left: 1, faults: [], many: 0 });
    await expect(fillSheet(district(db), id, await anOfficeBook(only('A08-1', '', '')))).rejects.toThrow('figure-file-empty');
    expect((await db.select().from(collectionEntries)).map(({ value, reason }) => [value, reason]).toSorted()).toEqual([['', '本季度没有登记（台账）'], ['30', '']]);
    const long = await fillSheet(district(db), id, await anOfficeBook(only('A08-1', '', '长'.repeat(301))));
    expect([long.faults.map(({ cell, code }) => [cell, code]), long.filled]).toEqual([[['L2', 'text-long']], 0]);
  });

  test('carries the groups that a round asks, out and back', async ({ db }) => {
    for (const code of [hefei, baohe]) await aRegion(db, code);
    const round = await openRound(city(db), OpenRoundInput.parse({ regionCode: hefei, zh: '2025年填报', en: 'Figures of 2025', period: '2025', codes: 'A12-1', district: '2026-10-15', 'by.A12-1': 'mode' }));
    const [{ id }] = (await db.select({ id: collectionSheets.id }).from(collectionSheets).where(and(eq(collectionSheets.roundId, round), eq(collectionSheets.regionCode, baohe)))) as [{ id: string }];
    const [grid] = readGrid((await sheetBook(district(db), id)).content);
    expect(grid!.rows.slice(1).map((row) => row[5])).toEqual(['', '集中式课程化', '分布式活动类', '嵌入式行业性']);
    const rows = grid!.rows.map((row, at) => (at === 0 ? row : [...row.slice(0, 7), String([40, 20, 15, 5][at - 1]), '', '', '']));
    expect(await fillSheet(district(db), id, await anOfficeBook({ rows, merges: [] }))).toEqual({ filled: 4, left: 0, faults: [], many: 0 });
    expect((await db.select().from(collectionEntries).orderBy(collectionEntries.breakdown)).map(({ breakdown, figure }) => [breakdown, figure])).toEqual([[0, 40], [21, 20], [22, 15], [23, 5]]);
  });

  test('takes no cell of a file with one that is another’s or not asked, and none from who may not fill it in', async ({ db }) => {
    const id = await aSheet(db);
    const { faults, filled } = await fillSheet(district(db), id, await anOfficeBook(sheet({ period: '2026Q2' }, { region: '340102', period: '2026Q2' }, { code: 'A06-1', value: '3', period: '2026Q1' }, { code: 'A10-2', period: '2026Q2', value: '95%' })));
    expect([filled, faults.map(({ cell, code }) => [cell, code]), await db.$count(collectionEntries)]).toEqual([0, [['A3', 'other-place'], ['G4', 'other-period'], ['C5', 'other-cell']], 0]);
    const strange = await fillSheet(district(db), id, await anOfficeBook(sheet({ region: '340102', name: '包河区', period: '2026Q1', code: 'A10-2', value: '一些' }, { region: '349999', period: '2026Q2' }, { region: '', period: '2026Q2' })));
    expect(strange.faults.map(({ cell, code }) => [cell, code]), 'one sentence for a row that does not belong here').toEqual([['A2', 'other-place'], ['A3', 'other-place'], ['A4', 'region-missing']]);
    await expect(fillSheet(as(db, 'government-officer', '3301'), id, await anOfficeBook(sheet({})))).rejects.toThrow('sheet-not-found');
    await expect(fillSheet(district(db), id, new Uint8Array([1]))).rejects.toThrow('figure-file-kind');
  });
});
