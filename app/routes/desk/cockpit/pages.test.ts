import { readFileSync } from 'node:fs';
import { RouterContextProvider } from 'react-router';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { loadPlan, type PlanFile } from '#app/domain/city/city-plans/load-plan.ts';
import { OpenRoundInput } from '#app/domain/city/collection/input.ts';
import { openRound } from '#app/domain/city/collection/open-round.ts';
import { readGrids } from '#app/domain/city/figure-files/check-figures.ts';
import { noGround } from '#app/domain/city/early-warning/weigh.ts';
import { alerts } from '#app/domain/city/early-warning/tables.server.ts';
import { defineIndicator } from '#app/domain/city/indicators/define-indicator.ts';
import { DefinitionInput, ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { getIndicator, indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { countyCode } from '#app/platform/county-code.ts';
import * as childScorecard from '#app/routes/child/scorecard.tsx';
import * as childScorecards from '#app/routes/child/scorecards.tsx';
import * as warnings from '#app/routes/desk/warnings/warnings.tsx';
import * as scorecard from '#app/routes/public/scorecard/scorecard.tsx';
import { shortPlace } from './load.ts';
import { closePlan } from '#app/domain/city/city-plans/close-plan.ts';
import { CloseInput } from '#app/domain/city/city-plans/input.ts';
import { planInFile } from '#seed/city-data.ts';
import { aRegion } from '#tests/cycle.ts';
import { rendered, wordsOf } from '#tests/rendered.tsx';
import { as, baohe, binhu, ctxOf, hefei, test } from '#tests/world.ts';
import * as cockpit from './cockpit.tsx';
import * as department from './department.tsx';
import { loader as heatFile } from './heat-file.ts';
import * as district from './district.tsx';

const city = (db: Db) => as(db, 'government-officer', hefei);
const inEnglish = <C extends object>(ctx: C) => ({ ...ctx, locale: 'en' as const });
const told = (db: Db, regionCode: string, code: string, value: string) => recordValue(city(db), code, ValueInput.parse({ regionCode, period: '2025', value, source: '部门年报' }));
const luyang = '340103';

/** Childcare, eye care and a milestone of the source; the city reported one figure, one district another, a third is far behind. */
async function aPlan(db: Db): Promise<string> {
  const { content, ...file } = planInFile('city-3y-2023-2025');
  const actions = content.actions.filter(({ code }) => ['A02', 'A08'].includes(code)).map((action) => ({ ...action, indicators: action.indicators.filter(({ code }) => ['A02-2', 'A08-1', 'A08-2'].includes(code)) }));
  const id = await loadPlan(city(db), { ...file, content: { ...content, caveats: [], actions } } as PlanFile, hefei, { isExample: true, reason: '按来源载入' });
  await told(db, hefei, 'A08-1', '31');
  await told(db, luyang, 'A08-1', '12');
  return id;
}

async function tableFile(ctx: Ctx, plan: string): Promise<Response> {
  const context = new RouterContextProvider();
  context.set(ctxKey, ctx);
  return heatFile({ context, params: {}, request: new Request(`http://localhost/desk/cockpit/table.xlsx?plan=${plan}&year=2025`) } as never);
}

/** Cells of the heat table: the class each bears and its words. */
const cellsOf = (html: string) => [...html.matchAll(/<td class="([^"]*)">(.*?)<\/td>/g)].map(([, look, inside]) => [look!.trim(), wordsOf(inside!).trim()]);

describe('the pages of the cockpit', () => {
  test('the city: a figure, a figure far behind and a missing one each have a shape and words of their own, and no nought is drawn', async ({ db }) => {
    const id = await aPlan(db);
    const html = await rendered(cockpit, city(db), '/desk/cockpit');
    const words = wordsOf(html);
    for (const said of ['行动计划驾驶舱', '示例数据', '普惠托育服务占比', '等我处理', '这一周变了什么', '各地一览', '婴幼儿照护服务设施社区覆盖率 未报 · 目标 100% 未报 ；各地都还没有报', '普惠托育服务占比 31 % · 目标 30% 达到目标，为应达的 103% ；庐阳区落后', '瑶海区 — — 2 0 / 2', '庐阳区 1 1 1 1 / 2']) expect(words).toContain(said);
    const cells = cellsOf(html);
    expect(cells).toContainEqual([expect.stringContaining('far'), expect.stringMatching(/^▼▼ \d+ 明显落后；\d+%/)]);
    expect(cells.filter(([look]) => look === 'no-figure').every(([, said]) => said === '未报 未报；最弱：普惠托育服务占比' || said!.startsWith('未报'))).toBe(true);
    expect(cells.filter(([look]) => look === 'no-figure').length).toBeGreaterThan(8);
    expect(cells.filter(([, said]) => /^[▽▼✓ ]*0\b/.test(said!))).toEqual([]);
    expect(html).toContain(`/scorecard/${hefei}?plan=${id}&amp;year=2025`);
    expect(html).toMatch(/<button[^>]* class="[^"]*by-script[^"]*"[^>]*><span>打 ?印/);
    expect(readFileSync('app/ui/desk/page.css', 'utf8')).toMatch(/@media \(scripting: none\) \{ \.desk \.by-script \{ display: none; \} \}/);
    expect(wordsOf(await rendered(cockpit, inEnglish(city(db)), '/desk/cockpit'))).toMatch(/Action plan cockpit.*Not reported.*Waiting for me/);
  });

  test('the table as a workbook: what the page shows, with each indicator beneath its action; a missing figure is a word and no nought', async ({ db }) => {
    const id = await aPlan(db);
    await recordValue(city(db), 'A08-1', ValueInput.parse({ regionCode: hefei, period: '2024', value: '28.5', source: '部门年报' }));
    const page = await rendered(cockpit, city(db), `/desk/cockpit?plan=${id}&year=2025`);
    expect(page).toContain(`/desk/cockpit/table.xlsx?plan=${id}&amp;year=2025`);
    expect(wordsOf(page)).toContain('比 2024 年增加 2.5 个百分点');
    const file = await tableFile(city(db), id);
    expect(file.headers.get('Content-Disposition')).toContain(encodeURIComponent('行动计划驾驶舱-合肥市-2025.xlsx'));
    const [sheet, about] = await readGrids(new Uint8Array(await file.arrayBuffer()));
    const rows = sheet!.rows;
    expect(rows[0]!.slice(0, 3)).toEqual(['编号', '行动', '合肥市']);
    const at = rows[0]!.indexOf('庐阳区');
    const line = (code: string) => rows.find(([first]) => first === code)!;
    expect([line('A08-1')[2], line('A08-1')[at], line('A08-2')[at]]).toEqual(['103', '40', '未报']);
    expect(line('A08')[at]).toBe('40');
    expect(rows.flat()).not.toContain('0');
    expect(about!.rows.flat()).toContain('示例数据是虚构的。');
    await expect(tableFile(as(db, 'government-officer', '4401'), id)).rejects.toMatchObject({ init: { status: 404 } });
  });

  test('a plan that is closed shows how it stood: no alert, no week, no task of today; only a sheet that still asks for its figures waits', async ({ db }) => {
    const id = await aPlan(db);
    const after = new Date('2026-05-20T02:00:00Z');
    const officer = as(db, 'government-officer', hefei, after);
    const known = await indicatorsByCode(ctxOf(db), ['A08-1']);
    await db.insert(alerts).values({ countyCode: countyCode(luyang), regionCode: luyang, indicatorId: known.get('A08-1')!.id, rule: 'W5', ruleRegion: '*', ruleVersion: 1, department: '', level: 'red', ground: { ...noGround, actual: 3, target: 9, dueOn: '2025-12-31' }, raisedOn: '2026-03-01', dueOn: '2026-03-08' });
    const pages = async () => Promise.all([rendered(cockpit, officer, `/desk/cockpit?plan=${id}`), rendered(district, officer, `/desk/cockpit/districts/${luyang}?plan=${id}`, { code: luyang }), rendered(department, officer, `/desk/cockpit/departments/wj?plan=${id}`, { id: 'wj' })]);
    for (const html of await pages()) expect(wordsOf(html)).toMatch(/目标 9% 已在 2025 年 12 月 31 日到期/);
    await closePlan(officer, id, CloseInput.parse({ closing: '三年期满，托育和眼保健都办到了社区。', closingEn: '', edition: '1' }));
    const [city, ...others] = await pages();
    for (const html of [city, ...others]) {
      expect(wordsOf(html)).toMatch(/计划在 2026 年 5 月 20 日结束。这一页是结束时的情况。/);
      expect(html).toContain('href="/desk/warnings"');
      expect(wordsOf(html)).not.toMatch(/目标 9%|这一周变了什么|本周新报|没有办结的预警|项任务过了时限|等我处理/);
    }
    expect(wordsOf(city)).toMatch(/任务办成 0 \/ \d+/);
    expect(wordsOf(city)).toMatch(/普惠托育服务占比 31 % · 目标 30%/);
    const waits = async () => (wordsOf((await pages())[0]).match(/等我处理 .*张填报表逾期没有交/g) ?? []).length;
    const opened = as(db, 'government-officer', hefei, new Date('2026-04-05T02:00:00Z'));
    const ask = (period: string) => openRound(opened, OpenRoundInput.parse({ regionCode: hefei, zh: `${period} 填报`, en: 'Figures', period, codes: 'A08-1', district: '2026-04-20' }));
    await ask('2026Q1');
    expect(await waits()).toBe(0);
    await ask('2025Q4');
    expect(await waits()).toBe(1);
  });

  test('an alert about a place further below or an indicator of another plan is told by their names', async ({ db }) => {
    await aPlan(db);
    await aRegion(db, binhu, '滨湖世纪社区');
    const known = await indicatorsByCode(ctxOf(db), ['A08-1', 'A15-1']);
    for (const [regionCode, code] of [[binhu, 'A08-1'], [hefei, 'A15-1']] as const) {
      await db.insert(alerts).values({ countyCode: countyCode(regionCode), regionCode, indicatorId: known.get(code)!.id, rule: 'W5', ruleRegion: '*', ruleVersion: 1, department: '', level: 'red', ground: { ...noGround, actual: 3, target: 9, dueOn: '2025-12-31' }, raisedOn: '2026-01-01', dueOn: '2026-01-08' });
    }
    const html = await rendered(cockpit, city(db), '/desk/cockpit');
    expect(wordsOf(html)).toMatch(/滨湖世纪社区 · 普惠托育服务占比/);
    expect(wordsOf(html)).toMatch(/合肥市 · 困境儿童应保尽保率 目标 9% 已在 2025 年 12 月 31 日到期/);
    expect(wordsOf(html)).not.toContain(`${binhu} ·`);
    expect(wordsOf(await rendered(district, city(db), `/desk/cockpit/districts/${baohe}`, { code: baohe }))).toMatch(/滨湖世纪社区 · 普惠托育服务占比/);
  });

  test('says how many of the alerts judged within a year were real, as the list of warnings does; where none was judged it says so and no share', async ({ db }) => {
    await aPlan(db);
    const said = async (page: typeof cockpit | typeof warnings, at: string) => wordsOf(await rendered(page, city(db), at));
    expect(await said(cockpit, '/desk/cockpit')).toMatch(/近一年还没有判断过是否属实的/);
    expect(await said(cockpit, '/desk/cockpit')).not.toMatch(/近一年属实/);
    const { id: indicatorId } = (await indicatorsByCode(ctxOf(db), ['A08-1'])).get('A08-1')!;
    const judged = (regionCode: string, verdict: 'real' | 'false', daysAgo: number) => ({
      countyCode: countyCode(regionCode), regionCode, indicatorId, rule: 'W5' as const, ruleRegion: '*', ruleVersion: 1, department: '', level: 'red' as const, ground: noGround, raisedOn: '2025-01-01', dueOn: '2025-01-08', state: 'closed' as const, verdict,
      endedOn: '2025-01-09', closedAt: new Date(city(db).now.getTime() - daysAgo * 86_400_000),
    });
    for (const [regionCode, verdict, daysAgo] of [[luyang, 'real', 10], [baohe, 'false', 20], [hefei, 'real', 30], [hefei, 'false', 400], ['330106', 'false', 5]] as const) await db.insert(alerts).values(judged(regionCode, verdict, daysAgo));
    expect(await said(cockpit, '/desk/cockpit')).toContain('近一年属实 67%（3 条中 2 条）');
    expect(await said(warnings, '/desk/warnings')).toMatch(/近一年属实 67%/);
  });

  test('an officer of one district stands in the district first, and finds the way up', async ({ db }) => {
    const id = await aPlan(db);
    const officer = as(db, 'government-officer', baohe);
    await expect(rendered(cockpit, officer, '/desk/cockpit?year=2025')).rejects.toMatchObject({ status: 302 });
    const html = await rendered(district, officer, `/desk/cockpit/districts/${baohe}`, { code: baohe });
    expect(html).toContain(`/desk/cockpit?plan=${id}&amp;year=2025`);
    expect(wordsOf(html)).toMatch(/包河区.*普惠托育服务占比.*— 未报 — 未报/);
    expect(await rendered(cockpit, officer, `/desk/cockpit?plan=${id}`)).toContain('庐阳区');
  });

  test('what only others may do does not wait for me: tasks of a plan above, sheets of a round below', async ({ db }) => {
    const id = await aPlan(db);
    for (const code of [baohe, binhu]) await aRegion(db, code);
    await openRound(as(db, 'government-officer', baohe), OpenRoundInput.parse({ regionCode: baohe, zh: '包河区镇街填报', en: 'Towns', period: '2026Q2', codes: 'A09-1', town: '2026-09-05' }));
    const late = new Date('2026-09-20T02:00:00Z');
    const waits = async (code: string) => wordsOf(/<ul class="cockneeds">.*?<\/ul>/.exec(await rendered(cockpit, as(db, 'government-officer', code, late), `/desk/cockpit?plan=${id}`))![0]);
    expect(await waits(hefei)).toMatch(/任务过了时限/);
    expect(await waits(hefei)).not.toMatch(/填报表/);
    expect(await waits(baohe)).toMatch(/张填报表逾期没有交/);
    expect(await waits(baohe)).not.toMatch(/任务/);
  });

  test('a district and a department: what was told stands beside what was expected, and what was not is not drawn', async ({ db }) => {
    await aPlan(db);
    const behind = await rendered(district, city(db), `/desk/cockpit/districts/${luyang}`, { code: luyang });
    expect(wordsOf(behind)).toMatch(/30% .*12% .*▼▼ 明显落后 .*2025 年/);
    expect(behind).toContain('<svg viewBox="0 0 640 300"');
    expect(await rendered(district, city(db), `/desk/cockpit/districts/${baohe}`, { code: baohe })).not.toContain('<svg viewBox="0 0 640 300"');
    const health = wordsOf(await rendered(department, city(db), '/desk/cockpit/departments/wj', { id: 'wj' }));
    expect(health).toMatch(/卫生健康部门.*A08.*牵头.*庐阳区/);
    expect(health).toContain('没有未办结的预警。');
  });
});

describe('the order and the names of what is shown', () => {
  test('a district begins with what is behind, and a column does not begin with its own city', async ({ db }) => {
    await aPlan(db);
    for (const [code, value] of [['A08-1', '31'], ['A08-2', '20']] as const) await told(db, baohe, code, value);
    const words = wordsOf(await rendered(district, city(db), `/desk/cockpit/districts/${baohe}`, { code: baohe }));
    expect(words.indexOf('婴幼儿照护服务设施社区覆盖率 A08')).toBeLessThan(words.indexOf('普惠托育服务占比 A08'));
    expect([shortPlace('合肥高新技术产业开发区', '合肥市'), shortPlace('Hefei High-tech Development Zone', 'Anhui Province, Hefei City'), shortPlace('合肥县', '合肥市'), shortPlace('包河区', '合肥市')]).toEqual(['高新技术产业开发区', 'High-tech Development Zone', '合肥县', '包河区']);
  });

  test('the scorecard of everybody begins with what is behind and says by when a milestone is due; that of children with what is done', async ({ db }) => {
    await aPlan(db);
    for (const [code, value] of [['A08-1', '31'], ['A08-2', '20']] as const) await told(db, baohe, code, value);
    const card = await rendered(scorecard, ctxOf(db), `/scorecard/${baohe}`, { code: baohe });
    expect(card).toContain('正式名称：普惠托育服务占比');
    expect(card.indexOf('正式名称：婴幼儿照护服务设施社区覆盖率')).toBeLessThan(card.indexOf('正式名称：普惠托育服务占比'));
    const child = await rendered(childScorecard, ctxOf(db), `/child/scorecard/${baohe}`, { code: baohe });
    const list = child.slice(child.indexOf('scorechildlist'));
    expect(list.indexOf('class="done"')).toBeLessThan(list.indexOf('class="behind"'));
    expect(wordsOf(await rendered(scorecard, ctxOf(db), `/scorecard/${hefei}`, { code: hefei }))).toMatch(/\d{4} 年办成/);
  });
});

describe('the scorecard', () => {
  test('uses the marks of its key and no others, in its squares, in its tables and on the page for children', async ({ db }) => {
    await aPlan(db);
    const known = ['done', 'going', 'behind', 'missing', 'later', 'hidden'];
    for (const code of [hefei, luyang]) {
      for (const page of [scorecard, childScorecard]) {
        const html = await rendered(page, ctxOf(db), `/scorecard/${code}`, { code });
        const marks = [...html.matchAll(/<span class="scoremarks"[^>]*>(.*?)<\/span>/g)].flatMap(([, inside]) => [...inside!.matchAll(/<i class="([^"]*)"/g)].map(([, mark]) => mark!));
        expect(marks.length).toBeGreaterThan(known.length);
        expect(marks.filter((mark) => !known.includes(mark))).toEqual([]);
        expect(html).not.toMatch(/class="(sq|status)/);
      }
    }
    const html = await rendered(scorecard, ctxOf(db), `/scorecard/${hefei}`, { code: hefei });
    expect(wordsOf(html)).toMatch(/普惠托育服务占比.*不低于 30%.*31%.*做到了/);
    expect(html).toMatch(/<i class="missing"><\/i><\/span>未报/);
  });

  test('says every promise in a sentence that a child understands, with its official name beneath it; what has no sentence keeps its name', async ({ db }) => {
    const id = await aPlan(db);
    const card = await rendered(scorecard, ctxOf(db), `/scorecard/${luyang}`, { code: luyang });
    expect(wordsOf(card)).toMatch(/照看宝宝的地方，更多家庭付得起。 正式名称：普惠托育服务占比 不低于 30%/);
    expect(card).toContain('>照看宝宝的地方，更多家庭付得起。</a>');
    expect(wordsOf(await rendered(scorecard, inEnglish(ctxOf(db)), `/scorecard/${luyang}`, { code: luyang }))).toMatch(/More places for babies and toddlers that families can pay for\. Official name: Share of inclusive childcare/);
    const child = await rendered(childScorecard, ctxOf(db), `/child/scorecard/${luyang}`, { code: luyang });
    expect(wordsOf(child)).toContain('家门口就有照看宝宝的地方。');
    expect(wordsOf(child)).not.toMatch(/覆盖率|占比|印发/);
    expect(child).toContain(`href="/scorecard/${luyang}?plan=${id}&amp;year=2025#area-3"`);
    const { version, definition } = await getIndicator(city(db), 'A08-1');
    await defineIndicator(as(db, 'programme-officer', '*'), 'A08-1', DefinitionInput.parse({ ...definition, noteZh: '', noteEn: '', numeratorZh: definition.numerator!.zh, denominatorZh: definition.denominator!.zh, formula: '', zh: '普惠托位占比', reason: '改了名称', version }));
    const renamed = wordsOf(await rendered(scorecard, ctxOf(db), `/scorecard/${luyang}`, { code: luyang }));
    expect(renamed).toMatch(/普惠托位占比 不低于 30%/);
    expect(renamed).not.toMatch(/照看宝宝的地方，更多家庭付得起|正式名称：普惠托位占比/);
  });

  test('tells children the same in short sentences, says that figures are invented, and everybody finds their place', async ({ db }) => {
    const id = await aPlan(db);
    const html = await rendered(childScorecard, ctxOf(db), `/child/scorecard/${hefei}`, { code: hefei });
    const words = wordsOf(html);
    for (const said of ['合肥市 2025 年：大人说到做到了吗？', '做好了 1 件。', '件还没有说。', '这些数是编出来的。']) expect(words).toContain(said);
    expect(words).not.toMatch(/%/);
    expect(html).toContain(`/scorecard/${hefei}?plan=${id}&amp;year=2025`);
    const places = await rendered(childScorecards, ctxOf(db), '/child/scorecard');
    expect(places).toContain(`href="/child/scorecard/${hefei}"`);
    expect(wordsOf(places)).toContain('合肥市');
    expect(wordsOf(await rendered(childScorecard, ctxOf(db), '/child/scorecard/34', { code: '34' }))).toContain('这里还没有写出来。');
  });
});
