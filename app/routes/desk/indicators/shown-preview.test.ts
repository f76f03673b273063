import { expect } from 'vitest';
import { previewMessage } from '#app/domain/city/statistics-database/bring-message.ts';
import { as, hefei, test } from '#tests/world.ts';
import { shownPreview } from './shown-preview.ts';

const message = `<adx xmlns="urn:ihe:qrph:adx:2015" exported="2026-01-01T00:00:00Z">
  <group orgUnit="340111" period="2025-07-01/P3M"><dataValue dataElement="A08-1" value="34.2"/></group>
  <group orgUnit="340100" period="2025-01-01/P1Y"><dataValue dataElement="A07-2" SEX="F" value="190"/><dataValue dataElement="Z99" value="1"/></group>
</adx>`;

test('every figure of a message is called by its names and its place in the file, what is not known as the file calls it', async ({ db }) => {
  const ctx = as(db, 'government-officer', hefei);
  const brief = async (locale: 'zh-CN' | 'en') => (await shownPreview({ ...ctx, locale }, await previewMessage(ctx, message))).lines.map(({ place, indicator, region, period, group, value, fault }) => [place, indicator, region, period, group, value, fault !== '']);
  expect(await brief('zh-CN')).toEqual([
    ['文件里第 3 个数（第 2 组第 2 个）', 'Z99', '合肥市 340100', '2025 年', '', '1', true],
    ['文件里第 1 个数（第 1 组第 1 个）', 'A08-1 普惠托育服务占比', '包河区 340111', '2025 年第三季度', '', '34.2%', false],
    ['文件里第 2 个数（第 2 组第 1 个）', 'A07-2 儿童参与人次', '合肥市 340100', '2025 年', '女', '190 人次', false],
  ]);
  expect((await brief('en'))[1]!.slice(3)).toEqual(['2025 Q3', '', '34.2%', false]);
});
