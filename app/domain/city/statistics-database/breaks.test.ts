import { readFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Db } from '#app/db/db.server.ts';
import { as, ctxOf, hefei, test } from '#tests/world.ts';
import { compareVersions } from '#app/domain/city/indicators/compare-versions.ts';
import { defineIndicator } from '#app/domain/city/indicators/define-indicator.ts';
import { DefinitionInput, ValueInput } from '#app/domain/city/indicators/input.ts';
import { getIndicator } from '#app/domain/city/indicators/read.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { answerQuestion } from './answer-question.ts';
import { Question } from './input.ts';
import { readAdx } from './read-adx.ts';
import { writeAdx } from './write-adx.ts';
import { writeSdmx } from './write-sdmx.ts';

const later = (days: number) => <C extends { now: Date }>(ctx: C): C => ({ ...ctx, now: new Date(ctx.now.getTime() + days * 86_400_000) });
const office = (db: Db) => as(db, 'programme-officer', '*');

async function changed(db: Db, parts: Record<string, string>): Promise<number> {
  const { version, definition } = await getIndicator(office(db), 'A12-1');
  const said = { ...definition, noteZh: '', noteEn: '', numeratorZh: '', numeratorEn: '', denominatorZh: '', denominatorEn: '', formula: '', reason: '开班的口径变了', version, ...parts };
  await defineIndicator(later(2)(office(db)), 'A12-1', DefinitionInput.parse(said));
  return version + 1;
}
const record = (db: Db, days: number, period: string, value: string) => recordValue(later(days)(as(db, 'government-officer', hefei)), 'A12-1', ValueInput.parse({ regionCode: hefei, period, value, source: '年报' }));
const answer = (db: Db) => answerQuestion(ctxOf(db), Question.parse({ i: 'A12-1', r: hefei, from: 2023, to: 2025 }));

describe('two versions of an indicator', () => {
  test('are compared part by part, with who, why and what it means for the figures', async ({ db }) => {
    await record(db, 0, '2023', '300');
    await record(db, 0, '2024', '318');
    const version = await changed(db, { zh: '暑托班实际开班数', numeratorZh: '当年实际开班的班', numeratorEn: 'classes that were really held', denominatorZh: '一个班', denominatorEn: 'one class' });
    await record(db, 3, '2025', '280');
    expect(await compareVersions(office(db), 'A12-1', version)).toMatchObject({
      reason: '开班的口径变了', isBreak: true, effect: { before: 2, after: 1, regions: 1, first: 2023, last: 2024 },
      changed: [{ column: 'zh', before: '暑托班开设数', after: '暑托班实际开班数' }, { column: 'numeratorZh', before: '' }, { column: 'numeratorEn', after: 'classes that were really held' }, { column: 'denominatorZh' }, { column: 'denominatorEn' }],
    });
    expect(await compareVersions(office(db), 'A12-1', 1)).toMatchObject({ changed: null });
    await expect(compareVersions(office(db), 'A12-1', version + 1)).rejects.toThrow('indicator-version-not-found');
    await expect(compareVersions(ctxOf(db), 'A12-1', version)).rejects.toThrow('sign-in-needed');
  });

  test('break the series that holds figures of both, and a new name alone does not', async ({ db }) => {
    await record(db, 0, '2023', '300');
    await record(db, 0, '2024', '318');
    await changed(db, { en: 'Summer classes that were held' });
    await record(db, 3, '2025', '280');
    const breaks = async () => (await answer(db)).figures.map(({ period, isBreak }) => [period / 1000, isBreak]);
    expect(await breaks()).toEqual([[2023, false], [2024, false], [2025, false]]);
    await changed(db, { en: 'Summer classes that were held', numeratorZh: '班', numeratorEn: 'classes', denominatorZh: '一个班', denominatorEn: 'one class' });
    expect(await breaks()).toEqual([[2023, false], [2024, false], [2025, true]]);
    const { data } = JSON.parse(Buffer.concat(await writeSdmx(await answer(db), ctxOf(db).now, 'zh-CN', { zh: '', en: '' })).toString());
    const [status] = data.structures[0].attributes.observation;
    expect(Object.values<number[]>(data.dataSets[0].observations).map(([value, at]) => [value, status.values[at!].id])).toEqual([[300, 'A'], [318, 'A'], [280, 'B']]);
  });

  const redefined = { numeratorZh: '班', numeratorEn: 'classes', denominatorZh: '一个班', denominatorEn: 'one class' };

  test('a break is told on the page of its figure, wherever the page begins or ends', async ({ db }) => {
    await record(db, 0, '2022', '290');
    await record(db, 0, '2023', '300');
    await changed(db, redefined);
    await record(db, 3, '2024', '270');
    await record(db, 3, '2025', '280');
    const asked = Question.parse({ i: 'A12-1', r: hefei, from: 2022, to: 2025, span: 'all' });
    const whole = (await answerQuestion(ctxOf(db), asked)).figures.map(({ period, isBreak }) => [period, isBreak]);
    expect(whole).toEqual([[2_022_000, false], [2_023_000, false], [2_024_000, true], [2_025_000, false]]);
    for (const limit of [1, 2, 3]) {
      const paged: unknown[] = [];
      for (let after: string | undefined, more = true; more;) {
        const { figures, next } = await answerQuestion(ctxOf(db), asked, { after, limit });
        expect(figures.length).toBeLessThanOrEqual(limit);
        paged.push(...figures.map(({ period, isBreak }) => [period, isBreak]));
        after = next ?? undefined;
        more = next !== null;
      }
      expect(paged).toEqual(whole);
    }
  });

  test('in ADX a break is an annotation of its value, beside a nought a comment, and both come in again as figures', async ({ db }) => {
    await record(db, 0, '2023', '300');
    await changed(db, redefined);
    await record(db, 3, '2024', '280');
    const out = async () => Buffer.concat(await writeAdx(await answer(db), ctxOf(db).now, { zh: '', en: '' })).toString();
    const xml = await out();
    expect([...xml.matchAll(/period="(\d{4})[^]*?value="(\d+)"(><annotation>[^<]*Break in series|\/>)/g)].map(([, year, value, rest]) => [year, value, rest!.includes('Break')])).toEqual([['2023', '300', false], ['2024', '280', true]]);
    const schema = { fileName: 'adx.xsd', contents: await readFile('tests/files/adx.xsd', 'utf8') };
    expect((await validateXML({ xml: { fileName: 'out.xml', contents: xml }, schema })).errors).toEqual([]);
    expect(readAdx(xml)).toMatchObject({ hidden: 0, said: [{ value: '300' }, { value: '280' }] });
    await recordValue(later(4)(as(db, 'government-officer', hefei)), 'A12-1', ValueInput.parse({ regionCode: hefei, period: '2024', value: '0', source: '年报', reason: '没有开班' }));
    expect(await out()).toMatch(/value="0"\/><!-- .*Break in series/);
    expect(readAdx(await out())).toMatchObject({ hidden: 0, said: [{ value: '300' }, { value: '0' }] });
  });
});
