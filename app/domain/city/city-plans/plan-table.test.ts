import { eq } from 'drizzle-orm';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect } from 'vitest';
import { gridOfWord } from '#app/domain/base/documents/grid.ts';
import { endPress } from '#app/domain/base/documents/press.ts';
import { readGrid } from '#app/domain/base/documents/read-grid.ts';
import { paragraph, run } from '#app/domain/base/documents/word-xml.ts';
import { readWord } from '#app/domain/base/documents/read-word.ts';
import { indicatorsByCode, listDepartments } from '#app/domain/city/indicators/read.ts';
import type { Db } from '#app/db/db.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { planInFile } from '#seed/city-data.ts';
import { aWordFile } from '#tests/office-files.ts';
import { anOfficeBook, anOfficeWord, officePlan, type OfficeTable } from '#tests/office-plan.ts';
import { as, baohe, ctxOf, hefei, test } from '#tests/world.ts';
import { checkPlanTable } from './check-plan-table.ts';
import type { PlanContent } from './model.ts';
import { aboveTable, type TableFaultCode } from './plan-table.ts';
import { getPlanTable, listPlanTables } from './plan-tables.ts';
import { getPlan, listOwnPlans } from './read.ts';
import { readPlanTable } from './read-plan-table.ts';
import { dropPlanTable, takePlanTable } from './take-plan-table.ts';

afterAll(endPress);

const codesOf = ({ faults }: { faults: { row: number; column: number; code: string; figures: string[] }[] }) => faults.map(({ row, column, code, figures }) => [row, column, code, ...figures]);
const years = { startsOn: '2023-01-01', endsOn: '2025-12-31' };
const city = (db: Db) => as(db, 'government-officer', hefei);
const asked = { regionCode: hefei, ...years };
const words = { zh: '合肥市儿童友好三年行动计划', en: 'Three-year plan for children', issuer: '市政府' };

async function read(db: Db, table: OfficeTable, isWord = false) {
  const known = { indicators: [...(await indicatorsByCode(ctxOf(db))).values()], departments: await listDepartments(ctxOf(db)), isNation: false };
  const grids = isWord ? readWord(anOfficeWord(table)).tables.map((each) => gridOfWord(each, '')) : readGrid(await anOfficeBook(table));
  return readPlanTable(grids, isWord, years, known);
}
const measuredIn = ({ actions }: PlanContent) => actions.map(({ indicators }) => indicators.map(({ code, targets }) => [code, targets]));
const whoIn = ({ actions }: PlanContent) => actions.map(({ leads }) => leads.map(({ department, role }) => [department, role]));

/** The table with its columns in another order. */
function reordered({ rows, merges }: OfficeTable, order: number[]): OfficeTable {
  const isWide = (row: number) => merges.some(([top, , bottom, right]) => top <= row && bottom >= row && right === order.length - 1 && top === bottom);
  return {
    rows: rows.map((row, at) => (isWide(at) || row.length === 1 ? row : order.map((from) => row[from] ?? ''))),
    merges: merges.map(([top, left, bottom, right]) => (left === 0 && right === order.length - 1 ? [top, left, bottom, right] : [top, order.indexOf(left), bottom, order.indexOf(left) + right - left])),
  };
}

describe('the plan of the source as an office lays it out', () => {
  const file = planInFile('city-3y-2023-2025').content;

  test('is read whole from Excel and from Word, in whatever order the columns stand', async ({ db }) => {
    const all = [await read(db, officePlan()), await read(db, officePlan(), true), await read(db, reordered(officePlan(), [8, 9, 3, 4, 5, 6, 7, 10, 2, 1, 0, 11]))];
    for (const got of all) {
      expect(got!.faults).toEqual([]);
      expect(measuredIn(got!.content)).toEqual(measuredIn(file));
      expect(whoIn(got!.content)).toEqual(whoIn(file));
      expect(got!.content.campaigns.map(({ zh, isInSource }) => [zh, isInSource])).toEqual(file.campaigns.map(({ zh, isInSource }) => [zh, isInSource]));
      expect(got!.content.actions.map(({ code, zh, about, tasks }) => [code, zh, about.zh, tasks.map((task) => task.zh)])).toEqual(file.actions.map(({ code, zh, about, tasks }) => [code, zh, about.zh, tasks.map((task) => task.zh)]));
      expect([got!.title, got!.content.goal.zh]).toEqual([planInFile('city-3y-2023-2025').zh, file.goal.zh]);
    }
  });
});

/** A small table: two actions, three indicators, targets of two years. */
const small = (): OfficeTable => ({
  rows: [
    ['儿童友好行动（2023—2025年）', '', '', '', '', '', ''],
    ['重点任务', '指标', '单位', '2023年目标', '2025年目标值', '牵头单位', '完成时限'],
    ['多办托位', '普惠托育服务占比', '%', '', '≥30%', '市卫健委', ''],
    ['', 'A08-2', '%', '80', '100', '', ''],
    ['护眼', '当年完成教室照明改造的义务教育学校数', '所', '50', '', '市教育局', '2023年底'],
  ],
  merges: [[0, 0, 0, 6]],
});
const changed = (...cells: [row: number, column: number, said: string | number | Date][]): OfficeTable => {
  const table = small();
  for (const [row, column, said] of cells) table.rows[row]![column] = said;
  return table;
};
const merged = (...areas: OfficeTable['merges']): OfficeTable => ({ ...small(), merges: [...small().merges, ...areas] });
const formatted = (row: number, column: number, said: number, format: string): OfficeTable => ({ ...changed([row, column, said]), formats: { [`${row},${column}`]: format } });

describe('a small table', () => {
  test('is read where blanks mean what stands above, and years stand on either side of their word', async ({ db }) => {
    const table = changed([1, 3, '目标（2023年）']);
    const got = await read(db, table);
    expect([got!.faults, got!.content.actions.map(({ zh, indicators, leads }) => [zh, indicators.map(({ code, targets }) => [code, targets.map(({ year, op, value }) => `${year}${op}${value}`).join()]), leads.map(({ department }) => department)])]).toEqual([[], [
      ['多办托位', [['A08-1', '2025>=30'], ['A08-2', '2023>=80,2025>=100']], ['wj']], ['护眼', [['A10-1', '2023>=50']], ['jy']],
    ]]);
  });

  test('is read with a row for each year', async ({ db }) => {
    const got = await read(db, { rows: [['行动名称', '指标编号', '年份', '目标值', '现状值（2022年）'], ['托位', 'A08-1', '2024年', '28', 25.5], ['托位', 'A08-1', '2025', '31%', ''], ['护眼', 'A10-2', '2025', '95%以上', '']], merges: [] });
    expect([got!.faults, measuredIn(got!.content), got!.content.actions[0]!.indicators[0]!.baseline]).toEqual([[], [[['A08-1', [{ year: 2024, op: '>=', value: 28 }, { year: 2025, op: '>=', value: 31 }]]], [['A10-2', [{ year: 2025, op: '>=', value: 95 }]]]], { year: 2022, value: 25.5 }]);
  });

  test('may say 30 %, 0.3, full-width digits, a cell of percentages, or one target over several years, and is told where that was understood', async ({ db }) => {
    for (const [said, value] of [['３０％', 30], [0.3, 30], ['30 percent', 30], ['30 Per Cent', 30], ['不低于30%', 30], ['30％以上', 30], ['到2025年达到30%', 30]] as const) expect([said, (await read(db, changed([2, 4, said])))!.content.actions[0]!.indicators[0]!.targets]).toEqual([said, [{ year: 2025, op: '>=', value }]]);
    expect((await read(db, formatted(3, 4, 1, '0%')))!.faults).toEqual([]);
    expect((await read(db, changed([2, 4, 0.3])))!.notes.map(({ code }) => code)).toContain('share');
    const across = await read(db, { ...changed([3, 3, '100']), merges: [...small().merges, [3, 3, 3, 4]] });
    expect([across!.content.actions[0]!.indicators[1]!.targets.map(({ year, value: at }) => [year, at]), across!.notes.map(({ code }) => code)]).toEqual([[[2023, 100], [2025, 100]], ['across-years']]);
  });

  test.for<[string, OfficeTable, [row: number, column: number, TableFaultCode]]>([
    ['a year of the head outside the plan', changed([1, 4, '2026年目标']), [1, 4, 'year-outside']],
    ['a title with other years', changed([0, 0, '儿童友好行动（2026—2028年）']), [0, 0, 'title-years']],
    ['a cell that names another year than its head', changed([2, 4, '到2024年达到30%']), [2, 4, 'years-differ']],
    ['a term outside the plan', changed([4, 6, '2027年底']), [4, 6, 'year-outside']],
    ['a term that is no day', changed([4, 6, '2023-13-40']), [4, 6, 'due']],
    ['two columns of one meaning', changed([1, 6, '责任部门']), [1, 6, 'twice-head']],
    ['an indicator nobody knows', changed([2, 1, '普惠托育占比率']), [2, 1, 'indicator-unknown']],
    ['a code that is another indicator than its name', { ...small(), rows: small().rows.map((row, at) => [...row, at === 1 ? '指标编号' : at === 2 ? 'A09-1' : '']) }, [2, 1, 'code-and-name']],
    ['the same indicator twice', changed([3, 1, 'A08-1']), [3, 1, 'indicator-twice']],
    ['a target without an indicator', changed([3, 1, '']), [3, 3, 'no-indicator']],
    ['an indicator without an action', changed([2, 0, '']), [2, 0, 'no-action']],
    ['another unit than the indicator has', changed([2, 2, '户']), [2, 2, 'unit']],
    ['a department nobody knows', changed([2, 5, '市天文局']), [2, 5, 'department']],
    ['columns of indicators and leads swapped', changed([2, 1, '市卫健委'], [2, 5, '普惠托育服务占比']), [2, 1, 'swapped']],
    ['a target in words', changed([2, 4, '逐步提高']), [2, 4, 'target-words']],
    ['a target above the whole', changed([2, 4, '130%']), [2, 4, 'target-bounds']],
    ['a range upside down', changed([4, 3, '50-30']), [4, 3, 'target-range']],
    ['one target over two indicators', merged([2, 4, 3, 4]), [2, 4, 'target-shared']],
    ['a day where a figure should be', formatted(4, 3, 45_000, 'yyyy-mm-dd'), [4, 3, 'number-is-date']],
    ['a date as text', changed([4, 3, '2023年6月']), [4, 3, 'number-is-date']],
    ['about so many', changed([4, 3, '约50所']), [4, 3, 'number-not-exact']],
    ['less than none', changed([4, 3, '-5']), [4, 3, 'number-negative']],
    ['a bare one for a share', changed([3, 4, 1]), [3, 4, 'number-one-unclear']],
    ['a share of what is counted', changed([4, 3, '50%']), [4, 3, 'number-wrong-sign']],
    ['a name longer than a page', changed([4, 0, '护'.repeat(121)]), [4, 0, 'too-long']],
  ])('is refused at its cell: %s', async ([, table, [row, column, code]], { db }) => {
    expect((await read(db, table))!.faults).toContainEqual(expect.objectContaining({ row, column, code }));
  });
});

describe('a table with several faults', () => {
  test('names all the faults of a row at once', async ({ db }) => {
    const codes = async (table: OfficeTable) => (await read(db, table))!.faults.map(({ row, column, code }) => [row, column, code]);
    expect(await codes(changed([2, 1, '普惠托育占比率'], [2, 4, '逐步提高'], [2, 5, '市天文局'], [2, 6, '2027年底']))).toEqual(expect.arrayContaining([[2, 1, 'indicator-unknown'], [2, 4, 'target-words'], [2, 5, 'department'], [2, 6, 'year-outside']]));
    expect(await codes(changed([2, 0, ''], [2, 4, '130%'], [2, 5, '市天文局']))).toEqual(expect.arrayContaining([[2, 0, 'no-action'], [2, 4, 'target-bounds'], [2, 5, 'department']]));
    expect(await codes(changed([3, 1, 'A08-1'], [3, 4, '到2023年达到130%']))).toEqual(expect.arrayContaining([[3, 1, 'indicator-twice'], [3, 4, 'target-bounds']]));
  });

  test('points for an unknown indicator to one of the plan’s own series', async ({ db }) => {
    const unknown = async (table: OfficeTable) => (await read(db, table))!.faults.find(({ code }) => code === 'indicator-unknown')!.figures[1];
    expect(await unknown(changed([2, 1, '每千人口托位']))).toMatch(/^A08-5 /);
    expect(await unknown({ rows: [['重点任务', '指标', '2025年目标值'], ['托位', '每千人口托位', '6'], ['托位', 'HZ5-1', '6']], merges: [] })).toMatch(/^HZ5-3 /);
  });
});

describe('bringing a table', () => {
  const bring = async (db: Db, table: OfficeTable, name = '计划.xlsx') => checkPlanTable(city(db), asked, { name, content: await anOfficeBook(table) });

  test('makes a draft of it, once, and leaves a record of each step', async ({ db }) => {
    const id = await bring(db, officePlan(), 'C:\\桌面\\三年计划.xlsx');
    expect((await listPlanTables(city(db))).map(({ fileName, state }) => [fileName, state])).toEqual([['三年计划.xlsx', 'preview']]);
    await expect(getPlanTable(as(db, 'government-officer', baohe), id)).rejects.toThrow('plan-table-not-found');
    const plan = await takePlanTable(city(db), id, words);
    expect([(await getPlan(city(db), plan)).state, (await getPlan(city(db), plan)).content.actions.length, (await getPlanTable(city(db), id)).planId]).toEqual(['draft', 16, plan]);
    await expect(takePlanTable(city(db), id, words)).rejects.toThrow('plan-table-settled');
    const events = await db.select({ event: records.event }).from(records).where(eq(records.regionCode, hefei));
    expect(events.map(({ event }) => event).filter((event) => event.includes('table')).toSorted()).toEqual(['city-plan.table-read', 'city-plan.table-taken']);
  });

  test('makes nothing at all of one with a fault; it can be given up', async ({ db }) => {
    const before = (await listOwnPlans(city(db))).rows.length;
    const id = await bring(db, changed([2, 4, '130%']));
    await expect(takePlanTable(city(db), id, words)).rejects.toThrow('plan-table-faults');
    expect((await listOwnPlans(city(db))).rows).toHaveLength(before);
    await dropPlanTable(city(db), id);
    await expect(getPlanTable(city(db), id)).rejects.toThrow('plan-table-not-found');
  });

  test('is for those who write plans of the place, and for Word and Excel alone', async ({ db }) => {
    const content = await anOfficeBook(small());
    await expect(checkPlanTable(as(db, 'government-officer', '3301'), asked, { name: 'a.xlsx', content })).rejects.toThrow('not-allowed');
    await expect(checkPlanTable(city(db), { ...asked, regionCode: '340111400' }, { name: 'a.xlsx', content })).rejects.toThrow('plan-region');
    await expect(checkPlanTable(city(db), asked, { name: 'a.xls', content })).rejects.toThrow('document-kind');
    await expect(checkPlanTable(city(db), asked, { name: 'a.docx', content })).rejects.toThrow('document-not-word');
    await expect(checkPlanTable(city(db), asked, { name: 'a.xlsx', content: new Uint8Array([1, 2, 3]) })).rejects.toThrow('document-damaged');
    await expect(checkPlanTable(city(db), asked, { name: 'a.xlsx', content: zipSync({ 'xl/workbook.xml': new TextEncoder().encode('<!DOCTYPE a><workbook/>') }) })).rejects.toThrow('document-active');
    await expect(bring(db, { rows: [['名单'], ['张三']], merges: [] })).rejects.toThrow('plan-table-heads');
    await expect(bring(db, { rows: small().rows.slice(0, 2), merges: [] })).rejects.toThrow('plan-table-empty');
  });
});

describe('a table with one column of responsible bodies', () => {
  const table = (...bodies: string[]): OfficeTable => ({ rows: [['重点任务', '指标名称', '2025年目标', '责任单位'], ...bodies.map((said, at) => [`任务${at}`, ['A08-1', 'A08-2', 'A10-2', 'A11-2', 'A11-3'][at]!, '100%', said])], merges: [] });
  const roles = async (db: Db, ...bodies: string[]) => {
    const { content, faults, notes } = (await read(db, table(...bodies)))!;
    return { who: content.actions.map(({ leads }) => leads.map(({ department, role }) => `${department} ${role}`).join()), faults: faults.map(({ code, figures }) => [code, figures[0]]), notes: notes.map(({ code }) => code) };
  };

  test('has whoever stands first lead, says so, and reads what a cell says itself', async ({ db }) => {
    expect(await roles(db, '市卫生健康委、市教育局、市体育局', '市妇联牵头，市民政局、团市委配合', '市卫生健康委（牵头）、市教育局，各县（市）区人民政府、开发区管委会', '牵头单位：市民政局；配合单位：市公安局、市医保局', '市民政局')).toEqual({
      who: ['wj lead,jy co,ty co', 'fl lead,mz co,tqt co', 'wj lead,jy co,qx co', 'mz lead,ga co,yb co', 'mz lead'], faults: [], notes: ['first-leads'],
    });
  });

  test('names every body of a cell that nobody knows, once, where the merged cell begins', async ({ db }) => {
    const got = await read(db, { ...table('市天文局、市民政局、市考古局', ''), merges: [[1, 3, 2, 3]] });
    expect(got!.faults.map(({ row, column, code, figures }) => [row, column, code, figures[0]])).toEqual([[1, 3, 'department', '市天文局'], [1, 3, 'department', '市考古局']]);
  });
});

describe('what stands around a table', () => {
  test('numbered notes below it are no campaigns, and its title is the name of the plan', async ({ db }) => {
    const rows = [['附件1'], ['某市儿童友好城市三年行动计划（2023—2025年）重点任务分解表'], ['重点任务', '指标', '单位', '2025年目标', '责任单位'], ['一、提供优质均衡的公共服务'], ['托位', '每千人口3岁以下婴幼儿托位数', '个', '４．６', '市卫健委'], ['注：1.排在首位的为牵头单位。'], ['2.口径由市妇儿工委办解释。'], ['联系人：某某']];
    const got = (await read(db, { rows, merges: [0, 1, 3, 5, 6].map((row) => [row, 0, row, 4]) }))!;
    expect([got.faults, got.title, got.content.campaigns.map(({ zh }) => zh), measuredIn(got.content), got.notes.map(({ row, code }) => [row, code])]).toEqual([[], '某市儿童友好城市三年行动计划（2023—2025年）', ['提供优质均衡的公共服务'], [[['A08-5', [{ year: 2025, op: '>=', value: 4.6 }]]]], [[5, 'foot'], [6, 'foot'], [7, 'foot']]]);
  });
});

describe('a table as office programs of others write it', () => {
  const heads = ['重点任务', '指标名称', '计量单位', '2023—2025年目标值', '', '', '牵头单位'];
  const below = ['', '', '', '2023年', '2024年', '2025年', ''];
  const twoRows = (...rows: OfficeTable['rows']): OfficeTable => ({ rows: [heads, below, ...rows], merges: [[0, 3, 0, 5]] });

  test('has two rows of heads though nothing is merged downwards, and the year below says which of the years above', async ({ db }) => {
    const got = (await read(db, twoRows(['多办托位', '普惠托育服务占比', '％', '２８％', '29 percent', 0.3, '市卫健委'])))!;
    expect([codesOf(got), got.content.actions[0]!.indicators[0]!.targets]).toEqual([[], [2023, 2024, 2025].map((year, at) => ({ year, op: '>=', value: 28 + at }))]);
    expect((await read(db, twoRows()))!.faults).toEqual([]);
  });

  test('has unit and target, or action and indicator, swapped: each row is told once, with the heads of both columns', async ({ db }) => {
    expect(codesOf((await read(db, changed([2, 2, '≥30%'], [2, 3, '%'], [2, 4, ''])))!)).toEqual([[2, 2, 'swapped', '≥30%', '单位', '2023年目标']]);
    expect(codesOf((await read(db, changed([2, 0, '普惠托育服务占比'], [2, 1, '多办托位'])))!)).toContainEqual([2, 1, 'swapped', '多办托位', '重点任务', '指标']);
    expect(codesOf((await read(db, changed([2, 1, '市卫健委'], [2, 5, '普惠托育服务占比'])))!)).toContainEqual([2, 1, 'swapped', '市卫健委', '指标', '牵头单位']);
  });

  test('names departments by what they were called before: read as those of today, and told', async ({ db }) => {
    for (const [said, id] of [['市卫计委', 'wj'], ['市计生委', 'wj'], ['市文广新局', 'wl'], ['市规划局', 'zg'], ['市国土资源局', 'zg'], ['市工商局', 'sj']] as const) {
      const { content, faults, notes } = (await read(db, changed([2, 5, said])))!;
      expect([said, faults, content.actions[0]!.leads.map(({ department }) => department), notes.map(({ row, column, code, figures }) => [row, column, code, figures[0]])]).toEqual([said, [], [id], [[2, 5, 'department-renamed', said]]]);
    }
    for (const [said, id] of [['市自然资源和规划局', 'zg'], ['市文化和旅游局', 'wl'], ['市工商联', 'gsl'], ['市城市管理局', 'cg']] as const) {
      const { content, notes } = (await read(db, changed([2, 5, said])))!;
      expect([content.actions[0]!.leads.map(({ department }) => department), notes]).toEqual([[id], []]);
    }
  });

  test('stands in a document below its title: the title is taken, and other years in it are told', async ({ db }) => {
    const document = (title: string) => {
      const { rows } = small();
      const text = strFromU8(unzipSync(anOfficeWord({ rows: rows.slice(1), merges: [] }))['word/document.xml']!);
      return aWordFile(text.replace('<w:body>', `<w:body>${paragraph(run('附件1'))}${paragraph(run('为贯彻落实有关工作方案，制定本表。'))}${paragraph(run(title))}`));
    };
    const bring = async (title: string) => (await getPlanTable(city(db), await checkPlanTable(city(db), asked, { name: '表.docx', content: document(title) }))).reading;
    expect(await bring('合肥市儿童友好行动计划（2023—2025年）任务分解表')).toMatchObject({ title: '合肥市儿童友好行动计划（2023—2025年）', faults: [] });
    expect((await bring('合肥市儿童友好行动计划（2026—2028年）')).faults).toEqual([{ table: 0, row: aboveTable, column: 0, code: 'title-years', figures: ['2026', '2028', '2023', '2025'] }]);
  });

  test('is an older format under a new name: the sentence says so', async ({ db }) => {
    const content = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    for (const name of ['计划.docx', '计划.xlsx']) await expect(checkPlanTable(city(db), asked, { name, content })).rejects.toThrow('document-old');
  });
});
