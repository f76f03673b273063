import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cityWords } from '#app/i18n/city.ts';
import { sourcesWords, sourceWords, targetWords, withUnit } from './say.ts';

const { observed } = JSON.parse(readFileSync('data/indicators.json', 'utf8')) as { observed: { source: string }[] };
const [zh, en] = [cityWords['zh-CN'], cityWords.en];

describe('the source of a figure', () => {
  test('says whose report was read in a reprint, and that nobody compared it with the original', () => {
    const source = 'http://www.qiqisee.com/msg.php?MsgId=15306 ; https://www.stats.gov.cn/english/PressRelease/202305/t20230508_1939253.html';
    expect(sourceWords(source, zh)).toBe('国家统计局监测报告（从 qiqisee.com 的转载读到，没有和原文比对）；国家统计局');
    expect(sourceWords(source, en)).toBe('Monitoring report of the National Bureau of Statistics (read in reprints on qiqisee.com, not compared with the original); National Bureau of Statistics');
  });

  test('names the sites of several reprints together, once', () => {
    expect(sourcesWords(['http://fmstrip.com/21/6976.html', 'nbs-derived', 'https://m.neamco.com/a ; http://fmstrip.com/b', '年报'], zh)).toEqual(['国家统计局监测报告（从 fmstrip.com、m.neamco.com 的转载读到，没有和原文比对）', '据国家统计局公布的增减推算', '年报']);
  });

  test('says honestly where the first publisher is not known, and never names a mark of our own work as a source', () => {
    expect(sourceWords('https://example.org/a', zh)).toBe('从 example.org 的网页读到，最初由谁发布没有查到');
    for (const { source } of observed) for (const words of [zh, en]) expect(sourceWords(source, words)).not.toMatch(/待核对|to be checked|https?:/);
  });
});

test('one of something is said in the singular in English', () => {
  expect([withUnit(1, 'count', en, 'en'), withUnit(2, 'count', en, 'en'), withUnit(1, 'persons', en, 'en'), withUnit(1, 'percent', en, 'en'), withUnit(1, 'count', zh, 'zh-CN')]).toEqual(['1 item', '2 items', '1 person', '1%', '1 个']);
  expect(targetWords({ op: '>=', value: 1 }, 'schools', en, 'en')).toMatch(/1 school$/);
});
