import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Db } from '#app/db/db.server.ts';
import { OpenRoundInput } from '#app/domain/city/collection/input.ts';
import { openRound } from '#app/domain/city/collection/open-round.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { records } from '#app/platform/tables.server.ts';
import { aRegion } from '#tests/cycle.ts';
import { sdmxFaults } from '#tests/sdmx-json.ts';
import { as, ctxOf, hefei, test } from '#tests/world.ts';
import { answerQuestion } from './answer-question.ts';
import { bringMessage, previewMessage } from './bring-message.ts';
import { findIndicators } from './find-indicators.ts';
import { MessageInput, Question } from './input.ts';
import { openFigures } from './open-figures.ts';
import { writeAdx } from './write-adx.ts';
import { writeSdmx } from './write-sdmx.ts';

const city = (db: Db) => as(db, 'government-officer', hefei);
const [baohe, shushan, luyang] = ['340111', '340104', '340103'];
const ask = async (db: Db, asked: Record<string, unknown>, page = {}) => answerQuestion(ctxOf(db), Question.parse({ r: hefei, from: 2024, to: 2025, ...asked }), page);
const brief = ({ figures }: Awaited<ReturnType<typeof ask>>) => figures.map(({ regionCode, period, breakdown, value }) => [regionCode, period, breakdown, value]);

async function figures(db: Db) {
  const said: [string, Record<string, unknown>][] = [
    ['A08-1', { period: '2025Q1', numerator: '900', denominator: '3000' }], ['A08-1', { period: '2025Q3', numerator: '1000', denominator: '3000' }], ['A08-1', { period: '2024', value: '29.5%' }],
    ['A08-1', { regionCode: baohe, period: '2025', value: '34.2%' }],
    ['A07-2', { period: '2025', value: '400' }], ['A07-2', { period: '2025', value: '190', breakdown: 11 }], ['A07-2', { period: '2025', value: '210', breakdown: 12 }],
    ['A06-2', { period: '2025', value: '304' }], ['A06-2', { regionCode: baohe, period: '2025', value: '200' }], ['A06-2', { regionCode: shushan, period: '2025', value: '100' }], ['A06-2', { regionCode: luyang, period: '2025', value: '4' }],
  ];
  for (const [code, each] of said) await recordValue(city(db), code, ValueInput.parse({ regionCode: hefei, source: '年报', ...each }));
}

describe('a question', () => {
  test('is answered with one figure a year, or with every period, and page by page alike', async ({ db }) => {
    await figures(db);
    expect(brief(await ask(db, { i: 'A08-1' }))).toEqual([[hefei, 2024000, 0, 29.5], [hefei, 2025203, 0, 33.333333]]);
    expect(brief(await ask(db, { i: 'A08-1', span: 'quarter' })).map(([, period]) => period)).toEqual([2025201, 2025203]);
    expect(brief(await ask(db, { i: 'A08-1', scope: 'with-below', from: 2025 }))).toEqual([[hefei, 2025203, 0, 33.333333], [baohe, 2025000, 0, 34.2]]);
    expect(brief(await ask(db, { i: 'A07-2', group: 'gender' }))).toEqual([[hefei, 2025000, 0, 400], [hefei, 2025000, 11, 190], [hefei, 2025000, 12, 210]]);
    const whole = await ask(db, { i: 'A08-1,A07-2', span: 'all', group: 'gender', scope: 'with-below' });
    const paged: unknown[] = [];
    let after: string | null = null;
    do {
      const page = await ask(db, { i: 'A08-1,A07-2', span: 'all', group: 'gender', scope: 'with-below' }, { limit: 2, after: after ?? undefined });
      paged.push(...page.figures);
      after = page.next;
    } while (after);
    expect(paged).toEqual(whole.figures);
    for (const unread of ['*.1.2025000.99999', '*.1.2025000.32768', '0', '*.9999999999.2025000.0']) expect((await ask(db, { i: 'A08-1' }, { after: unread })).figures).toHaveLength(2);
    expect(await ask(db, { i: 'Z99', r: '*' })).toMatchObject({ indicators: [], figures: [], next: null });
    await expect(ask(db, { i: 'A08-1', r: '349999' })).rejects.toThrow('region-not-found');
  });

  test('leaves out what is not accepted, and hides people that are too few however it is put', async ({ db }) => {
    await figures(db);
    expect(brief(await ask(db, { i: 'A06-2', scope: 'with-below' })).map(([code, , , value]) => [code, value])).toEqual([[hefei, 304], [luyang, null], [shushan, null], [baohe, 200]]);
    for (const r of [luyang, shushan]) expect(brief(await ask(db, { i: 'A06-2', r }))).toEqual([[r, 2025000, 0, null]]);
    await db.execute(sql`update indicator_values set status = 0 where region_code = ${baohe}`);
    expect(brief(await ask(db, { i: 'A08-1', r: baohe }))).toEqual([]);
  });

  test('finds its indicators by words', async ({ db }) => {
    expect((await findIndicators(ctxOf(db), { q: '托育 占比', owner: '' })).map(({ code }) => code)).toContain('A08-1');
    expect(await findIndicators(ctxOf(db), { q: '100%_', owner: '' })).toEqual([]);
  });
});

const terms = { zh: '注明来源', en: 'Name the source' };
const text = async (db: Db, form: 'sdmx' | 'adx', asked: Record<string, unknown>) => {
  const answer = await ask(db, asked);
  return Buffer.concat(await (form === 'adx' ? writeAdx(answer, ctxOf(db).now, terms) : writeSdmx(answer, ctxOf(db).now, 'zh-CN', terms))).toString();
};
const bring = (db: Db, given: string, reason = '') => bringMessage(city(db), MessageInput.parse({ text: given, source: '统计信息系统', reason }));

describe('a message', () => {
  test.for(['sdmx', 'adx'] as const)('of %s goes out, comes in again, and goes out the same', async (form, { db }) => {
    await figures(db);
    const asked = { i: 'A08-1,A07-2', span: 'all', group: 'gender', scope: 'with-below' };
    const out = await text(db, form, asked);
    const before = openFigures(await ask(db, asked)).items.map(({ source: _, recordedAt: __, ...item }) => item);
    await expect(bring(db, out)).rejects.toThrow('exchange-nothing-new');
    await db.execute(sql`delete from indicator_values where region_code like '3401%'`);
    expect(await bring(db, out)).toEqual({ recorded: 7, corrected: 0, known: 0 });
    expect(await text(db, form, asked)).toBe(out);
    expect(openFigures(await ask(db, asked)).items.map(({ source: _, recordedAt: __, ...item }) => item)).toEqual(before);
    expect((await db.select({ subject: records.subjectId }).from(records).where(eq(records.event, 'value.exchanged'))).map(({ subject }) => subject).toSorted()).toEqual(['A07-2', 'A08-1', 'A08-1']);
  });

  test('of ADX is what the schema of ADX takes, and the schema takes nothing else', async ({ db }) => {
    await figures(db);
    const schema = { fileName: 'adx.xsd', contents: await readFile('tests/files/adx.xsd', 'utf8') };
    const isTaken = async (contents: string) => (await validateXML({ xml: { fileName: 'figures.xml', contents }, schema })).valid;
    const out = await text(db, 'adx', { i: 'A08-1,A07-2,A06-2', span: 'all', group: 'gender', scope: 'with-below' });
    expect([await isTaken(out), await isTaken(out.replace(/ dataSet="[^"]*"/, '')), await isTaken(out.replace('value="400"', 'value="4e2"'))]).toEqual([true, false, false]);
    const noted = out.replace('SEX="F" value="190"/>', 'SEX="F" value="0"><annotation>withheld</annotation></dataValue>');
    expect(await isTaken(noted)).toBe(true);
    expect(await previewMessage(city(db), noted)).toMatchObject({ hidden: 1, lines: { length: (await previewMessage(city(db), out)).lines.length - 1 } });
    expect(out).toContain('<dataValue dataElement="A07-2" SEX="F" value="190"/>');
    expect(out.match(/A06-2/g)).toHaveLength(2); // hidden figures are not sent
    await expect(text(db, 'adx', { i: 'A06-2', r: luyang })).rejects.toThrow('message-empty');
  });

  test('of SDMX-JSON is what the rules of SDMX-JSON 2.0 take, and the rules take nothing else', async ({ db }) => {
    await figures(db);
    const said = await text(db, 'sdmx', { i: 'A06-2,A07-2', group: 'gender', scope: 'with-below', from: 2025 });
    expect(JSON.stringify(JSON.parse(said))).toBe(said);
    expect(JSON.parse(said).meta.id).toBe(`TY${hash('sha256', JSON.stringify(JSON.parse(said).data), 'hex').slice(0, 16)}`);
    const message = JSON.parse(await text(db, 'sdmx', { i: 'A06-2,A07-2', group: 'gender', scope: 'with-below', from: 2025 }));
    expect(sdmxFaults(message)).toEqual([]);
    expect(sdmxFaults(JSON.parse(await text(db, 'sdmx', { i: 'A06-2', from: 1990, to: 1990 })))).toEqual([]);
    const [{ dimensions, attributes }, set] = [message.data.structures[0], message.data.dataSets[0]];
    expect(dimensions.observation.map(({ id, keyPosition }: { id: string; keyPosition: number }) => [id, keyPosition])).toEqual([['FREQ', 0], ['REF_AREA', 1], ['INDICATOR', 2], ['GROUP', 3], ['TIME_PERIOD', 4]]);
    expect(Object.values<[number | null, number]>(set.observations).map(([value, status]) => [value === null, attributes.observation[0].values[status].id])).toEqual([[false, 'A'], [false, 'A'], [false, 'A'], [false, 'A'], [true, 'Q'], [true, 'Q'], [false, 'A']]);
    const changed = (change: (set: Record<string, unknown>) => void) => {
      const copy = structuredClone(message);
      change(copy.data.dataSets[0]);
      return sdmxFaults(copy);
    };
    expect(changed((each) => delete each.links)).toHaveLength(1);
    expect(changed((each) => (each.observations = { '0:0:0:0:9': [1, 0, 0] }))).toEqual(['observation 0:0:0:0:9']);
    expect(changed((each) => (each.observations = { '0:0:0:0:0': [1, 7, 0] }))).toEqual(['observation 0:0:0:0:0']);
    expect(changed((each) => (each.action = 'Put'))).toHaveLength(1);
  });

  test('corrects what stands only for a reason, and says first what it would do', async ({ db }) => {
    await figures(db);
    const changed = (await text(db, 'adx', { i: 'A07-2' })).replace('value="400"', 'value="410"');
    expect((await previewMessage(city(db), changed)).lines).toMatchObject([{ does: 'correct', was: 400, figures: { value: 410 } }]);
    await expect(bring(db, changed)).rejects.toThrow('value-reason-missing');
    expect(await bring(db, changed, '对方更正')).toEqual({ recorded: 0, corrected: 1, known: 0 });
  });

  const adx = (inside: string) => `<adx xmlns="urn:ihe:qrph:adx:2015" exported="2026-01-01T00:00:00Z">${inside}</adx>`;
  const group = (values: string, orgUnit = '340100', period = '2025-01-01/P1Y') => `<group orgUnit="${orgUnit}" period="${period}">${values}</group>`;
  const right = '<dataValue dataElement="A12-1" value="318"/>';
  test.for([
    ['exchange-twice', group(right + right)], ['indicator-not-found', group(right + '<dataValue dataElement="Z99" value="1"/>')], ['region-not-found', group(right) + group(right, '349900')], ['exchange-not-yours', group(right) + group(right, '340200')],
    ['exchange-period', group(right) + group(right, '340100', '2025-02-01/P3M')], ['period-to-come', group(right) + group(right, '340100', '2027-01-01/P1Y')], ['exchange-frequency', group(right) + group(right, '340100', '2025-01-01/P1M')],
    ['breakdown-not-found', group(right + '<dataValue dataElement="A12-1" AGE="Y0T3" value="3"/>')], ['exchange-groups', group(right + '<dataValue dataElement="A07-2" AGE="Y0T3" SEX="F" value="30"/>')],
    ['number-negative', group(right + '<dataValue dataElement="A12-3" value="-4"/>')], ['number-unreadable', group(right + '<dataValue dataElement="A12-3" value="many"/>')], ['value-missing', group(right + '<dataValue dataElement="A12-3"/>')],
    ['value-out-of-bounds', group(right + '<dataValue dataElement="A10-2" value="120"/>')], ['value-is-reckoned', group(right + '<dataValue dataElement="A09-2" value="12"/>')],
  ] as const)('with one fault (%s) names its place and writes nothing', async ([code, inside], { db }) => {
    const { lines } = await previewMessage(city(db), adx(inside));
    expect(lines.map(({ fault }) => fault)).toEqual([null, code]);
    expect([{ nth: 2, group: 1, ofGroup: 2 }, { nth: 2, group: 2, ofGroup: 1 }]).toContainEqual(lines[1]!.place);
    await expect(bring(db, adx(inside))).rejects.toThrow('exchange-has-faults');
    expect(brief(await ask(db, { i: 'A12-1' }))).toEqual([]);
  });

  const laughs = `<?xml version="1.0"?><!DOCTYPE adx [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at} "${`&a${at === 0 ? '' : at - 1};`.repeat(10)}">`).join('')}]>${adx(group(`<dataValue dataElement="&a19;" value="1"/>`))}`;
  test.for([
    ['document-active', laughs], ['document-active', `<!DOCTYPE adx SYSTEM "http://127.0.0.1/x.dtd">${adx(group(right))}`], ['document-active', `<!DOCTYPE adx [<!ENTITY x SYSTEM "file:///etc/passwd">]>${adx(group('<dataValue dataElement="A12-1" value="&x;"/>'))}`],
    ['document-too-heavy', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`], ['document-damaged', '<adx'], ['exchange-not-adx', '<adx xmlns="urn:other"/>'], ['exchange-not-sdmx', '{"data":{}}'], ['exchange-not-sdmx', '['.repeat(200_000)], ['exchange-not-sdmx', 'hello'],
    ['exchange-too-much', adx(group(right.repeat(5001)))],
  ] as const)('that is hostile or no message is refused as %s', async ([code, given], { db }) => {
    await expect(previewMessage(city(db), given)).rejects.toThrow(code);
  });

  test('does not get around a sheet that asks for the figure, but for those who check it', async ({ db }) => {
    for (const code of [hefei, baohe]) await aRegion(db, code);
    await openRound(city(db), OpenRoundInput.parse({ regionCode: hefei, zh: '2025年填报', en: 'Figures of 2025', period: '2025', codes: 'A08-1', district: '2026-10-15' }));
    const given = adx(group('<dataValue dataElement="A08-1" value="31"/>', baohe));
    const previews = await Promise.all([as(db, 'government-officer', baohe), city(db)].map((ctx) => previewMessage(ctx, given)));
    expect(previews.map(({ lines }) => lines.map(({ fault }) => fault))).toEqual([['value-in-sheet'], [null]]);
  });

  test('is taken from nobody but those who record figures', async ({ db }) => {
    await expect(previewMessage(as(db, 'community-worker', '340111400'), adx(group(right)))).rejects.toThrow('not-allowed');
    await expect(previewMessage(ctxOf(db), adx(group(right)))).rejects.toThrow('sign-in-needed');
  });
});
