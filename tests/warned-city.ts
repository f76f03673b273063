import { and, eq } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { loadPlan } from '#app/domain/city/city-plans/load-plan.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { planInFile } from '#seed/city-data.ts';
import { switchOn } from '#app/domain/city/early-warning/switch-rule.ts';
import { alerts } from '#app/domain/city/early-warning/tables.server.ts';
import { testRule } from '#app/domain/city/early-warning/test-rule.ts';
import { as, ctxOf, hefei, person } from './world.ts';

/** 那一夜: when the watch looks. */
export const night = new Date('2025-06-30T20:30:00Z');
export const later = (days: number) => new Date(night.getTime() + days * 86_400_000);
/** 促进计划办公室. */
export const office = (db: Db, now = night) => as(db, 'programme-officer', '*', now);
export const otherOffice = (db: Db) => ctxOf(db, person('programme-officer', '*', 'other-office'), night);
export const tried = '先在本年试行';
/** 城市经办人 and colleagues of the same city. */
export const city = (db: Db, now = night) => as(db, 'government-officer', hefei, now);
export const third = (db: Db) => ctxOf(db, person('government-officer', hefei, 'third'), night);
export const second = (db: Db, now = night) => ctxOf(db, person('government-officer', hefei, 'second'), now);
/** 一个季度的数 of childcare. */
export const quarter = (db: Db, nth: number, value: string, regionCode = hefei) => recordValue(city(db), 'A08-1', ValueInput.parse({ regionCode, period: nth > 4 ? `2025Q${nth - 4}` : `2024Q${nth}`, value, reason: '核实后更正' }));

/** A plan that runs: childcare from 10 % in 2023 to 30 % in 2025, and one paper to be issued. */
export async function aPlan(db: Db): Promise<void> {
  const { content, ...plan } = planInFile('city-3y-2023-2025');
  const childcare = content.actions.find(({ code }) => code === 'A08')!;
  const measured = { ...childcare.indicators[0]!, code: 'A08-1', baseline: { year: 2023, value: 10 }, targets: [{ year: 2025, op: '>=' as const, value: 30 }] };
  const silent = { ...measured, code: 'A08-2', baseline: null, targets: [{ year: 2025, op: '>=' as const, value: 100 }] };
  await loadPlan(city(db), { ...plan, content: { ...content, actions: [{ ...childcare, indicators: [measured, silent] }] } }, hefei, { reason: '按来源载入' });
}

/** 启用规则: tried and switched on by two people. */
export async function switchAllOn(db: Db): Promise<void> {
  for (const rule of ['W1', 'W2', 'W4', 'W5'] as const) {
    await testRule(office(db), '*', rule, 1);
    await switchOn(otherOffice(db), '*', rule, 1, tried);
  }
}
export const aPerson = (db: Db, id: string, name = id) => db.insert(users).values({ id, name, email: `${id}@example.org` });
/** 留着的预警 of a region by one rule. */
export const held = (db: Db, rule: 'W1' | 'W2' | 'W4' = 'W2', regionCode = hefei) => db.select().from(alerts).where(and(eq(alerts.regionCode, regionCode), eq(alerts.rule, rule)));
