import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { applyPlan } from '#app/domain/base/regions/apply-plan.ts';
import { planChange } from '#app/domain/base/regions/change-plan.ts';
import type { ChangeLine } from '#app/domain/base/regions/model.ts';
import { listChildren } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { change } from '#app/platform/change.ts';
import { system } from '#app/platform/ctx.ts';
import { changeId, movedUnit } from '#tests/region-change.ts';
import { as, ctxOf, hefei, test } from '#tests/world.ts';
import { followRegions } from './follow-regions.ts';
import { ValueInput } from './input.ts';
import { indicatorsByCode } from './read.ts';
import { recordValue } from './record-value.ts';
import { rollUpFigures } from './roll-up.ts';
import { derivedFigures, indicatorValuePasts, indicatorValues } from './tables.server.ts';

const clock = (db: Db) => ctxOf(db, system);
const record = (db: Db, regionCode: string, code: string, said: Partial<ValueInput>) => recordValue(as(db, 'programme-officer', '*'), code, ValueInput.parse({ regionCode, period: '2025', value: '', numerator: '', denominator: '', source: '年报', sourceUrl: '', reason: '', ...said }));
const at = async (db: Db, place: string) => {
  const codes = new Map([...(await indicatorsByCode(clock(db))).values()].map(({ id, code }) => [id, code]));
  return (await db.select().from(indicatorValues).where(eq(indicatorValues.regionCode, place)).orderBy(indicatorValues.indicatorId)).map((row) => [codes.get(row.indicatorId), row.value, row.source]);
};

/** Units of one level become others, as an officer's table says. */
async function changed(db: Db, lines: ChangeLine[]): Promise<void> {
  const known = await db.select({ code: regions.code, name: regions.name }).from(regions).where(sql`length(code) <= 6 and code like '34%'`);
  const planned = planChange(lines.map((line) => ({ ...line, fromName: known.find(({ code }) => code === line.fromCode)!.name })), known);
  if ('problems' in planned) throw new Error(JSON.stringify(planned.problems));
  await change(clock(db), (tx) => applyPlan(tx, changeId, planned.plan));
}

describe('figures and a change of regions', () => {
  test('go with a unit that has another code, in parts, with what was corrected and what was derived', async ({ db }) => {
    const [from, to] = ['340111888', '340103888'];
    await movedUnit(db, from, to);
    await db.insert(indicatorValues).values(Array.from({ length: 1001 }, (_, nth) => ({ countyCode: 340111, regionCode: from, indicatorId: 50, period: 2025000, breakdown: nth, value: nth, status: 2, origin: 0, recordedAt: new Date(0), recordedByName: 'x' })));
    await db.insert(derivedFigures).values({ countyCode: 340111, regionCode: from, indicatorId: 50, period: 2025000, way: 0, value: 1, reported: 1, expected: 1, reckonedAt: new Date(0) });
    await db.insert(indicatorValuePasts).values({ countyCode: 340111, regionCode: from, indicatorId: 50, period: 2025000, value: 1, status: 2, origin: 0, recordedAt: new Date(0), recordedByName: 'x', reason: '更正', replacedAt: new Date(0), replacedByName: 'x' });
    expect(await followRegions(clock(db), changeId)).toBe('1001');
    expect([await db.$count(indicatorValues, eq(indicatorValues.regionCode, from)), await db.$count(indicatorValues, eq(indicatorValues.countyCode, 340103)), await db.$count(derivedFigures, eq(derivedFigures.regionCode, to)), await db.$count(indicatorValuePasts, eq(indicatorValuePasts.regionCode, to))]).toEqual([0, 1001, 1, 1]);
    expect(await followRegions(clock(db), changeId)).toBe('0');
  });

  test('are added where two became one and both had told; what each told stays, and the city’s earlier sum stands', async ({ db }) => {
    const all = (await listChildren(clock(db), hefei)).map(({ code }) => code);
    const [one, other] = all as [string, string];
    for (const code of all) await record(db, code, 'A12-3', { value: '100' });
    await rollUpFigures(clock(db));
    const before = await at(db, hefei);
    await record(db, one, 'A08-1', { numerator: '30', denominator: '40' });
    await record(db, other, 'A08-1', { numerator: '10', denominator: '60' });
    await record(db, one, 'A10-2', { value: '90' });
    await record(db, other, 'A10-2', { value: '80' });
    await changed(db, [{ kind: 'merge', fromCode: one, fromName: '', toCode: '340199', toName: '新合区' }, { kind: 'merge', fromCode: other, fromName: '', toCode: '340199', toName: '新合区' }]);
    expect(Number(await followRegions(clock(db), changeId))).toBe(2);
    expect(await at(db, '340199')).toEqual([['A08-1', 40, 'region-change'], ['A12-3', 200, 'region-change']]);
    expect((await at(db, one)).length).toBe(3);
    expect(await followRegions(clock(db), changeId)).toBe('0');
    await record(db, all[2]!, 'A12-3', { value: '120', reason: '更正' });
    await rollUpFigures(clock(db));
    expect((await at(db, hefei)).filter(([code]) => code === 'A12-3')).toEqual(before.filter(([code]) => code === 'A12-3'));
  });
});
