import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { endPress } from '#app/domain/base/documents/press.ts';
import { historyOf } from '#app/domain/base/records/read.ts';
import { closePlan } from '#app/domain/city/city-plans/close-plan.ts';
import { CloseInput } from '#app/domain/city/city-plans/input.ts';
import { loadPlan } from '#app/domain/city/city-plans/load-plan.ts';
import { wholePlan } from '#app/domain/city/city-plans/whole-plan.ts';
import { saveDistrictTargets } from '#app/domain/city/city-plans/save-district-targets.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { warningWords } from '#app/i18n/early-warning.ts';
import { planInFile } from '#seed/city-data.ts';
import { archivalMark, textOfPdf } from '#tests/pdf.ts';
import { as, baohe, ctxOf, hefei, person, test } from '#tests/world.ts';
import { blocksOf } from './blocks-of.ts';
import { handUpReport, hashOf } from './hand-up-report.ts';
import { ReturnReportInput, StartReportInput, WriteReportInput } from './input.ts';
import { missingOf, placeIn, saidOf, sumsOf } from './model.ts';
import { publishReport } from './publish-report.ts';
import { earlierReports, findReport, publicReport, reportsAtDesk } from './read.ts';
import { refreshReport } from './refresh-report.ts';
import { printReport, reportDocument } from './report-document.ts';
import { returnReport } from './return-report.ts';
import { startReport } from './start-report.ts';
import { monitoringReports } from './tables.server.ts';
import { writeReport } from './write-report.ts';

afterAll(endPress);

const city = (db: Db) => as(db, 'government-officer', hefei);
const second = (db: Db) => ctxOf(db, person('government-officer', hefei, 'the-second'));
const elsewhere = (db: Db) => as(db, 'government-officer', '3301');
const start = (db: Db, plan: string, given: object = {}) => startReport(city(db), plan, StartReportInput.parse({ kind: 'yearly', year: '2025', ...given }));
const words = (saved: number) => WriteReportInput.parse({ saved: String(saved), summaryZh: '十六项行动全面推进。', summaryEn: 'All sixteen actions moved on.', problemsZh: '有的区县没有报数。' });

/** The plan of the source with some figures: one reached, one short, one late correction, one of too few children. */
async function aPlan(db: Db): Promise<string> {
  const { content, ...plan } = planInFile('city-3y-2023-2025');
  const id = await loadPlan(city(db), { ...plan, content: { ...content, actions: content.actions.filter(({ code }) => ['A08', 'A09', 'A10'].includes(code)) } }, hefei, { isExample: true, reason: '按来源载入' });
  const value = (code: string, said: object) => recordValue(city(db), code, ValueInput.parse({ regionCode: hefei, period: '2025', source: '市卫健委年报', ...said }));
  await value('A08-1', { period: '2024', value: '27' });
  await value('A08-1', { value: '34.2' });
  await value('A08-1', { value: '33.9', reason: '两处园所重复计入' });
  await value('A09-1', { value: '6', period: '2023' });
  await value('A08-1', { regionCode: baohe, value: '36' });
  await value('A08-1', { regionCode: '340104', value: '21' });
  return id;
}

const line = (report: Awaited<ReturnType<typeof findReport>>, code: string) => report.content.actions.flatMap(({ indicators }) => indicators).find((each) => each.code === code)!;

describe('a monitoring report', () => {
  test('freezes what was planned and reported, names what is missing, hides small counts, and is published by a second person', async ({ db }) => {
    const plan = await aPlan(db);
    await saveDistrictTargets(city(db), plan, { cells: [{ regionCode: baohe, code: 'A08-1', year: 2025, said: '40' }], reason: '', version: 0 });
    const id = await start(db, plan);
    const draft = await findReport(city(db), id);
    expect(line(draft, 'A08-1')).toMatchObject({ light: 'reached', targets: [{ year: 2025, op: '>=', value: 30 }], corrections: [{ from: 34.2, why: '两处园所重复计入' }] });
    expect(line(draft, 'A08-1').figures.map(({ period, value, source, by, reportedOn }) => [period, value, source, by, reportedOn])).toEqual([[2024000, 27, '市卫健委年报', `government-officer-${hefei}`, '2026-09-01'], [2025000, 33.9, '市卫健委年报', `government-officer-${hefei}`, '2026-09-01']]);
    const places = line(draft, 'A08-1').districts;
    expect([places.find(({ code }) => code === baohe), places.find(({ code }) => code === '340104'), places.find(({ code }) => code === '340102')]).toMatchObject([{ value: 36, isOwn: true, target: { value: 40 } }, { value: 21, isOwn: false, target: { value: 30 } }, { value: null, light: 'no-figure' }]);
    expect(line(draft, 'A09-2').figures).toMatchObject([{ period: 2023000, value: null, isHidden: true }]);
    expect(line(draft, 'A09-2').drawn!.actual).toEqual([]);
    expect(missingOf(draft.content).map(({ indicator }) => indicator.code)).toContain('A08-2');
    expect(sumsOf(draft.content)).toMatchObject({ reached: 1, alerts: { all: 0 } });
    await expect(handUpReport(city(db), id, 1)).rejects.toThrow('report-summary-missing');
    await writeReport(city(db), id, words(1));
    await recordValue(city(db), 'A08-2', ValueInput.parse({ regionCode: hefei, period: '2025', value: '100' }));
    await refreshReport(city(db), id, 2);
    expect(missingOf((await findReport(city(db), id)).content).map(({ indicator }) => indicator.code)).not.toContain('A08-2');
    await expect(writeReport(city(db), id, words(1))).rejects.toThrow('changed-meanwhile');
    await handUpReport(city(db), id, 3);
    await expect(writeReport(city(db), id, words(4))).rejects.toThrow('report-state');
    await expect(publishReport(city(db), id, 4)).rejects.toThrow('report-same-person');
    await returnReport(second(db), id, ReturnReportInput.parse({ saved: '4', words: '把问题写具体一些' }));
    expect(await findReport(city(db), id)).toMatchObject({ state: 'draft', returned: '把问题写具体一些', hash: null });
    await handUpReport(city(db), id, 5);
    await expect(findReport(ctxOf(db), id)).rejects.toThrow('monitoring-report-not-found');
    await publishReport(second(db), id, 6);
    const { report, editions } = await publicReport(ctxOf(db), plan, 'yearly', 2025);
    expect([report.id, report.state, report.hash, editions.length]).toEqual([id, 'published', hashOf(report), 1]);
    expect((await historyOf(city(db), id, 'own-page')).map(({ event }) => event.replace('monitoring-report.', '')).toSorted()).toEqual(['handed-up', 'handed-up', 'published', 'refreshed', 'returned', 'started', 'written']);
    await expect(db.transaction((tx) => tx.update(monitoringReports).set({ why: '悄悄改' }).where(eq(monitoringReports.id, id)))).rejects.toMatchObject({ cause: { message: 'A published monitoring report is kept as it is.' } });
    expect((await db.execute(sql`select has_table_privilege('monitoring_reports', 'delete') as deletes`)).rows).toEqual([{ deletes: false }]);
  });

  test('counts as the public page of the plan does: what was done or fell due in an earlier year too, and after the end reached or not', async ({ db }) => {
    const { content, ...plan } = planInFile('city-3y-2023-2025');
    const id = await loadPlan(city(db), { ...plan, content: { ...content, actions: content.actions.filter(({ code }) => ['A08', 'A10', 'A11', 'A15'].includes(code)) } }, hefei, { isExample: true, reason: '按来源载入' });
    const value = (code: string, period: string, said: string) => recordValue(city(db), code, ValueInput.parse({ regionCode: hefei, period, source: '市政府公报', value: said }));
    const whole = await wholePlan(ctxOf(db), id);
    const targets = whole.said.content.actions.flatMap(({ indicators }) => indicators);
    const isMilestone = (code: string) => whole.indicators.get(code)!.definition.kind === 'milestone';
    const early = targets.find(({ code, targets: aims }) => isMilestone(code) && aims.length > 0 && aims.every(({ year }) => year < 2025))!;
    await value(early.code, String(early.targets.at(-1)!.year), '1');
    await value('A10-1', String(targets.find(({ code }) => code === 'A10-1')!.targets.at(-1)!.year), '1');
    await value('A08-1', '2025', '29.9');
    await value('A08-2', '2025', '100');
    const report = await findReport(city(db), await start(db, id));
    const stood = [...(await wholePlan(ctxOf(db), id)).standings.values()].flat().filter(({ year }) => year !== null);
    const many = (standing: string, kind: boolean) => stood.filter((each) => each.standing === standing && isMilestone(each.code) === kind).length;
    const all = (kind: boolean) => stood.filter(({ code }) => isMilestone(code) === kind).length;
    expect(sumsOf(report.content)).toMatchObject({ asked: all(false), reached: many('reached', false), short: 2, missing: many('missing', false), onPath: 0, behind: 0, notDue: 0, milestones: all(true), done: 1 });
    expect([many('reached', true), many('short', false)]).toEqual([1, 2]);
    expect([line(report, early.code).light, line(report, 'A08-1').light, line(report, 'A10-1').light]).toEqual(['reached', 'short', 'short']);
    expect(missingOf(report.content).map(({ indicator }) => indicator.code)).not.toContain(early.code);
    expect(missingOf(report.content)).toHaveLength(stood.filter(({ standing }) => standing === 'missing').length);
  });

  test('tells alerts that were answered and settled from those that went by themselves and those nobody watches any more', async ({ db }) => {
    const report = await findReport(city(db), await start(db, await aPlan(db)));
    const alert = { code: 'A08-1', place: '', rule: 'W2', level: 'yellow', raisedOn: '2025-05-01', dueOn: '2025-05-08', owner: '', reason: '', measure: '', closedOn: null, verdict: null } as const;
    const content = { ...report.content, alerts: (['closed', 'ended', 'unwatched', 'unwatched', 'open'] as const).map((state) => ({ ...alert, state })) };
    expect(sumsOf(content)).toMatchObject({ alerts: { all: 5, closed: 1, ended: 1, unwatched: 2, open: 1 } });
    const blocks = blocksOf({ ...report, content }, 'zh-CN');
    expect(blocks).toContainEqual({ kind: 'text', text: '预警：共 5 条：答复办结 1 条，自行解除 1 条，计划结束、不再监测 2 条，未办结 1 条' });
    expect(blocks.flatMap((block) => (block.kind === 'table' && block.heads.length === 0 ? block.rows.map(({ length }) => length) : []))).toEqual([6, 6]);
    expect(blocks.flatMap((block) => (block.kind === 'head' && block.text.startsWith('A08-1 ') ? [block.text] : []))).toEqual([expect.stringMatching(/^A08-1 普惠托育服务占比 · [✓▼ ]*\S+$/)]);
    const said = JSON.stringify(blocks);
    for (const each of ['共 5 条：答复办结 1 条，自行解除 1 条，计划结束、不再监测 2 条，未办结 1 条', '"计划结束，不再监测"', `黄 · ${warningWords['zh-CN'].rules.W2.name}`]) expect(said).toContain(each);
  });

  test('says of a correction whose earlier figure is hidden that it is, once; the states of targets add up; places are named in English for English readers', async ({ db }) => {
    const plan = await aPlan(db);
    for (const [value, reason] of [['5', '重新核对'], ['7', '重新核对']] as const) await recordValue(city(db), 'A09-1', ValueInput.parse({ regionCode: hefei, period: '2023', source: '市民政局', value, reason }));
    const report = await findReport(city(db), await start(db, plan));
    const [zh, en] = (['zh-CN', 'en'] as const).map((locale) => JSON.stringify(blocksOf(report, locale)));
    expect(zh!.match(/原来的数不公开，\d+ 年 \d+ 月 \d+ 日更正，重新核对/g)).toHaveLength(1);
    expect(en).toContain('Baohe District');
    expect(en).not.toContain('包河区');
    expect([placeIn(report.content, false), placeIn(report.content, true)]).toEqual(['安徽省 合肥市', 'Anhui Province, Hefei City']);
    const sums = sumsOf(report.content);
    expect(saidOf(sums).reduce((sum, [, many]) => sum + many, 0)).toBe(sums.asked);
  });

  test('prints the same bytes for the same content, in both formats and both languages; a correction is another edition', async ({ db }) => {
    const plan = await aPlan(db);
    const publish = async (given: object) => {
      const id = await start(db, plan, given);
      await writeReport(city(db), id, words(1));
      await handUpReport(city(db), id, 2);
      await publishReport(second(db), id, 3);
      return id;
    };
    const id = await publish({});
    const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    const report = await findReport(ctxOf(db), id);
    for (const format of ['pdf', 'docx'] as const) {
      const first = await printReport(report, 'en', format);
      endPress();
      expect(sum(await printReport(await findReport({ ...ctxOf(db), now: new Date('2027-03-01T00:00:00Z') }, id), 'en', format))).toBe(sum(first));
    }
    const other = { ...report, narrative: { ...report.narrative, next: { zh: '明年', en: '' } } };
    expect(sum(await printReport(other, 'en', 'docx'))).not.toBe(sum(await printReport(report, 'en', 'docx')));
    const { content } = await reportDocument({ ...ctxOf(db), locale: 'en' }, id, 'pdf');
    const pages = (await textOfPdf(content)).join('');
    expect(archivalMark(content)).toBe('2A');
    for (const said of ['十六项行动全面推进。', '缺的数', '两处园所重复计入', 'Allsixteenactionsmovedon.', report.hash!]) expect(pages).toContain(said);
    const parts = unzipSync((await reportDocument(ctxOf(db), id, 'docx')).content);
    const word = strFromU8(parts['word/document.xml']!);
    for (const said of ['十六项行动全面推进。', '33.9%', report.hash!]) expect(word).toContain(said);
    expect(word).not.toContain('All sixteen actions');
    expect(strFromU8(parts['word/charts/chart1.xml']!)).toContain('<c:v>33.9</c:v>');
    await expect(reportDocument(ctxOf(db), id, 'xlsx')).rejects.toThrow('not-found');

    await expect(start(db, plan)).rejects.toThrow('report-why-missing');
    expect((await earlierReports(city(db), { id: '01900000-0000-7000-8000-000000000000', regionCode: hefei })).map((each) => [each.id, each.year])).toEqual([[id, 2025]]);
    expect(await earlierReports(city(db), { id: plan, regionCode: hefei })).toEqual([]);
    const another = await publish({ why: '补上了包河区的数' });
    const { report: newest, editions } = await publicReport(ctxOf(db), plan, 'yearly', 2025);
    expect([newest.id, newest.edition, editions.map(({ edition }) => edition), (await publicReport(ctxOf(db), plan, 'yearly', 2025, 1)).report.id]).toEqual([another, 2, [2, 1], id]);
  });

  test('is of a year that is over and of a plan of one’s own, and only one of a year is in work', async ({ db }) => {
    const plan = await aPlan(db);
    await expect(start(db, plan, { year: '2027' })).rejects.toThrow('report-year-outside');
    await expect(startReport({ ...city(db), now: new Date('2025-06-01T00:00:00Z') }, plan, StartReportInput.parse({ kind: 'yearly', year: '2025' }))).rejects.toThrow('report-year-running');
    await expect(startReport({ ...city(db), now: new Date('2025-06-01T00:00:00Z') }, plan, StartReportInput.parse({ kind: 'closing', year: '2025' }))).rejects.toThrow('report-year-running');
    const id = await start(db, plan, { year: '2024' });
    expect(line(await findReport(city(db), id), 'A08-1').figures.map(({ period }) => period)).toEqual([2024000]);
    await expect(start(db, plan, { year: '2024' })).rejects.toThrow('report-in-work');
    await expect(startReport(elsewhere(db), plan, StartReportInput.parse({ kind: 'yearly', year: '2025' }))).rejects.toThrow('not-allowed');
    await expect(reportsAtDesk(elsewhere(db), plan)).rejects.toThrow('not-allowed');
    await expect(writeReport(elsewhere(db), id, words(1))).rejects.toThrow('monitoring-report-not-found');
    await expect(publishReport(elsewhere(db), id, 1)).rejects.toThrow('monitoring-report-not-found');
    await closePlan(city(db), plan, CloseInput.parse({ closing: '计划期满，托育办得好。', closingEn: '', edition: '1' }));
    const closing = await start(db, plan, { kind: 'closing' });
    expect((await findReport(city(db), closing)).content).toMatchObject({ kind: 'closing', year: 2025, plan: { closing: { zh: '计划期满，托育办得好。' } } });
    await expect(publicReport(ctxOf(db), plan, 'closing', null)).rejects.toThrow('monitoring-report-not-found');
  });
});
