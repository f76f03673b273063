import { describe, expect } from 'vitest';
import { alerts, alertSteps } from '#app/domain/city/early-warning/tables.server.ts';
import { noGround } from '#app/domain/city/early-warning/weigh.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { as, baohe, ctxOf, hefei, test } from '#tests/world.ts';
import { alertsOf } from './alerts-of.ts';

describe('the alerts in a report', () => {
  test('leave out what stands on a figure of too few children', async ({ db }) => {
    const city = as(db, 'government-officer', hefei);
    const shushan = '340104';
    for (const [regionCode, numerator, denominator] of [[baohe, '3', '7'], [shushan, '800', '1000']] as const) await recordValue(city, 'A10-2', ValueInput.parse({ regionCode, period: '2025', numerator, denominator, source: '年报' }));
    const indicators = await indicatorsByCode(city, ['A10-2']);
    const ground = { period: 2025000, actual: 42.857143, expected: null, target: 95, dueOn: '2025-12-31', daysLate: null, share: null, usual: null, change: null };
    for (const regionCode of [baohe, shushan]) await db.insert(alerts).values({ countyCode: countyCode(regionCode), regionCode, indicatorId: indicators.get('A10-2')!.id, rule: 'W5', ruleRegion: '*', ruleVersion: 1, department: '', level: 'red', ground, raisedOn: '2026-01-01', dueOn: '2026-01-08' });
    const lines = await alertsOf(ctxOf(db), { regionCode: hefei, indicators, districts: [{ code: baohe, name: '包河区' }, { code: shushan, name: '蜀山区' }], years: [2025], to: '2026-09-01' });
    expect(lines.map(({ place, rule }) => [place, rule])).toEqual([['蜀山区', 'W5']]);
  });

  test('tell what nobody watches any more, its plan being over, from what ended by itself', async ({ db }) => {
    const city = as(db, 'government-officer', hefei);
    const indicators = await indicatorsByCode(city, ['A10-2']);
    const own = { countyCode: countyCode(baohe), regionCode: baohe, indicatorId: indicators.get('A10-2')!.id, ruleRegion: '*', ruleVersion: 1, department: '', level: 'red', ground: noGround, raisedOn: '2026-01-01', dueOn: '2026-01-08', state: 'ended', endedOn: '2026-02-01' } as const;
    const rows = await db.insert(alerts).values([{ ...own, rule: 'W2' }, { ...own, rule: 'W5' }, { ...own, rule: 'W3', state: 'open', endedOn: null }]).returning({ countyCode: alerts.countyCode, alertId: alerts.id });
    await db.insert(alertSteps).values(rows.slice(0, 2).map((row, at) => ({ ...row, kind: (['ended', 'unwatched'] as const)[at]!, at: new Date('2026-02-01T00:00:00Z'), level: 'red' as const })));
    const lines = await alertsOf(ctxOf(db), { regionCode: hefei, indicators, districts: [{ code: baohe, name: '包河区' }], years: [2026], to: '2026-09-01' });
    expect(Object.fromEntries(lines.map(({ rule, state }) => [rule, state]))).toEqual({ W2: 'ended', W5: 'unwatched', W3: 'open' });
  });

  test('are all of the place and of those one step below it, however many its towns have', async ({ db }) => {
    const indicators = await indicatorsByCode(as(db, 'government-officer', hefei), ['A10-2']);
    const ended = { indicatorId: indicators.get('A10-2')!.id, rule: 'W2', ruleRegion: '*', ruleVersion: 1, department: '', level: 'orange', ground: noGround, dueOn: '2026-01-08', state: 'ended', endedOn: '2026-01-05' } as const;
    const at = (regionCode: string, raisedOn: string) => ({ ...ended, countyCode: countyCode(regionCode), regionCode, raisedOn });
    await db.insert(alerts).values([...Array.from({ length: 2500 }, () => at('340111003', '2026-01-01')), at(baohe, '2026-01-02'), at(hefei, '2026-01-03')]);
    const lines = await alertsOf(ctxOf(db), { regionCode: hefei, indicators, districts: [{ code: baohe, name: '包河区' }], years: [2026], to: '2026-09-01' });
    expect(lines.map(({ place, raisedOn }) => [place, raisedOn])).toEqual([['包河区', '2026-01-02'], ['', '2026-01-03']]);
  });
});
