import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { alerts, alertSteps } from '#app/domain/city/early-warning/tables.server.ts';
import { testRule } from '#app/domain/city/early-warning/test-rule.ts';
import { noGround } from '#app/domain/city/early-warning/weigh.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { rendered, wordsOf } from '#tests/rendered.tsx';
import { as, baohe, ctxOf, hefei, person, test } from '#tests/world.ts';
import * as rule from './rule.tsx';
import * as warning from './warning.tsx';
import * as warnings from './warnings.tsx';

const city = (db: Db) => as(db, 'government-officer', hefei);

/** One alert that waits and one that nobody watches any more, about a figure that was reported. */
async function raise(db: Db): Promise<string[]> {
  await recordValue(city(db), 'A08-1', ValueInput.parse({ regionCode: baohe, period: '2025', value: '12', source: '年报' }));
  const indicatorId = (await indicatorsByCode(ctxOf(db), ['A08-1'])).get('A08-1')!.id;
  const own = { countyCode: countyCode(baohe), regionCode: baohe, indicatorId, ruleRegion: '*', ruleVersion: 1, department: 'wj', level: 'red', ground: { ...noGround, actual: 12, target: 30, dueOn: '2025-12-31' }, raisedOn: '2026-01-01', dueOn: '2026-01-08' } as const;
  const rows = await db.insert(alerts).values([{ ...own, rule: 'W5' }, { ...own, rule: 'W2', state: 'ended', endedOn: '2026-02-01' }]).returning({ id: alerts.id });
  await db.insert(alertSteps).values({ countyCode: countyCode(baohe), alertId: rows[1]!.id, kind: 'unwatched', level: 'red', at: new Date('2026-02-01T00:00:00Z') });
  return rows.map(({ id }) => id);
}

describe('the pages of alerts', () => {
  test('what is over is looked for by outcome and days, says how many there are, shouts no more and goes out as a file', async ({ db }) => {
    await raise(db);
    const open = await rendered(warnings, city(db), '/desk/warnings');
    expect([open.includes('name="outcome"'), open.includes('class="alevel red"'), open.includes('<input class="dctl" type="date" name="from"')]).toEqual([false, true, true]);
    const over = await rendered(warnings, city(db), '/desk/warnings?state=ended&outcome=unwatched&from=2025-12-01');
    expect(over).toContain('class="alevel red over"');
    expect(over).toMatch(/<select[^>]*name="outcome"/);
    expect(wordsOf(over)).toMatch(/解除或不再监测.*结束.*2026 年 2 月 1 日 不再监测.*共 1 条预警/);
    expect(wordsOf(over).replaceAll(' ', '')).toContain('导出');
    expect(over).toContain('/desk/warnings?state=all&amp;from=2025-12-01&amp;outcome=unwatched');
    expect(wordsOf(await rendered(warnings, city(db), '/desk/warnings?state=ended&outcome=real'))).toContain('没有这样的预警。换一个筛选条件再看。');
    expect(wordsOf(await rendered(warnings, city(db), '/desk/warnings?level=yellow'))).toContain('没有这样的预警。换一个筛选条件再看。');
    expect(wordsOf(await rendered(warnings, as(db, 'government-officer', '3301'), '/desk/warnings'))).toContain('没有等答复的预警。每天夜里再看一遍，有新的会告诉您。');
  });

  test('a measure that is due stands with the day it was promised for, where there is no outcome to choose; its own page shouts no more either', async ({ db }) => {
    const [id] = await raise(db);
    await db.update(alerts).set({ state: 'closed', verdict: 'real', measureBy: '2026-03-15', answeredAt: new Date('2026-01-05T02:00:00Z'), closedAt: new Date('2026-01-06T02:00:00Z'), endedOn: '2026-01-06' }).where(eq(alerts.id, id!));
    const due = await rendered(warnings, city(db), '/desk/warnings?state=closed&measure=due');
    expect(wordsOf(due)).toMatch(/完成日期.*2026 年 3 月 15 日/);
    expect(due).not.toMatch(/<select[^>]*name="outcome"/);
    expect(await rendered(warning, city(db), `/desk/warnings/${id}`, { id: id! })).toContain('class="alevel red over"');
  });

  test('one alert has its chart beside the table of the same figures, not across the page', async ({ db }) => {
    const [id] = await raise(db);
    const html = await rendered(warning, city(db), `/desk/warnings/${id}`, { id: id! });
    expect(html).toMatch(/<div class="trajectory"><figure>.*<div class="trajrows"/s);
    expect(html).not.toContain('trajectory alone');
  });
});

describe('the page of a rule', () => {
  const at = (day: string) => new Date(`${day}T02:00:00Z`);
  const office = (db: Db, day: string, id = 'office') => ctxOf(db, person('programme-officer', '*', id), at(day));

  test('offers to switch on what was tried lately, and asks to try again what was tried long ago', async ({ db }) => {
    await testRule(office(db, '2026-03-01'), '*', 'W2', 1);
    const shown = async (day: string) => wordsOf(await rendered(rule, office(db, day, 'other'), '/desk/warnings/rules/W2?region=*', { id: 'W2' }));
    expect(await shown('2026-03-31')).toMatch(/再回测.*启 ?用/);
    expect(await shown('2026-03-31')).not.toContain('不作数');
    expect(await shown('2026-03-31')).toMatch(/回测怎样算属实：到目标那天没有达到。 ?全国的规则抽几个省回测。/);
    expect(wordsOf(await rendered(rule, city(db), '/desk/warnings/rules/W4?region=3401', { id: 'W4' }))).toMatch(/下一期退回一半以上。(?! ?全国)/);
    expect(await shown('2026-04-01')).toContain('回测是2026 年 3 月 1 日做的，超过 30 天就不作数了。请再回测，再启用。');
  });

  test('asks for numbers within the bounds of its rule', async ({ db }) => {
    const html = await rendered(rule, city(db), '/desk/warnings/rules/W2?region=3401', { id: 'W2' });
    const [field] = /<input[^>]*name="yellow"[^>]*>/.exec(html)!;
    expect([/min="1"/.test(field), /max="100"/.test(field)]).toEqual([true, true]);
  });
});
