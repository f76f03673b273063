import { asc, desc, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Plan } from './due.ts';
import { heldIn } from './hold.ts';
import type { PeriodInput } from './input.ts';
import { cutOff, isWithinBounds, type RecordClass, recordClasses, rules } from './model.ts';
import { retentionPeriods } from './tables.server.ts';

/** 期限的一处改动, as it stands now. */
export type SetPeriod = { version: number; regionCode: string; recordClass: RecordClass; amount: number; reason: string; setByName: string; setAt: Date };

/** 改期限 of a class for a region and what lies below it, within the bounds and with the reason; the next version of the schedule. */
export async function setPeriod(ctx: Ctx, { regionCode, recordClass, amount, reason }: PeriodInput): Promise<number> {
  allow(ctx, 'retention.keep', { regionCode });
  if (!isWithinBounds(recordClass, amount)) throw new Refusal('retention-bounds', 422);
  return change(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('retention schedule', 0))`);
    const version = (await scheduleVersion(tx)) + 1;
    await tx.db.insert(retentionPeriods).values({ version, regionCode, recordClass, amount, reason, setByName: tx.actor.name, setAt: tx.now });
    await tx.record('retention.period-set', { id: recordClass, regionCode }, { version, recordClass, amount, unit: rules[recordClass].unit });
    return version;
  });
}

/** 期限表的版本: 0 while nobody has changed it. */
export async function scheduleVersion(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db.select({ version: sql<number>`coalesce(max(${retentionPeriods.version}), 0)::int` }).from(retentionPeriods);
  return row!.version;
}

/** 现行的改动: the newest of each region and class. */
export async function periodsNow(ctx: Ctx): Promise<SetPeriod[]> {
  return ctx.db.selectDistinctOn([retentionPeriods.recordClass, retentionPeriods.regionCode]).from(retentionPeriods).orderBy(asc(retentionPeriods.recordClass), asc(retentionPeriods.regionCode), desc(retentionPeriods.version));
}

/** 改动的历史, the newest first. */
export function periodHistory(ctx: Ctx): Promise<SetPeriod[]> {
  return ctx.db.select().from(retentionPeriods).orderBy(desc(retentionPeriods.version)).limit(100);
}

/** 一个地方的期限: of its own, else of the nearest above, else the usual one. */
export function periodsOf(periods: readonly SetPeriod[], regionCode: string) {
  return recordClasses.map((recordClass) => {
    const above = periods.filter((one) => one.recordClass === recordClass && contains(one.regionCode, regionCode)).toSorted((a, b) => weight(b.regionCode) - weight(a.regionCode));
    return { recordClass, ...rules[recordClass], amount: above[0]?.amount ?? rules[recordClass].usual, from: above[0] ?? null };
  });
}

const weight = (code: string) => (code === '*' ? 0 : code.length);

/** 今晚的截止日与留存 of a class. */
export async function planOf(ctx: Ctx, recordClass: RecordClass): Promise<Plan> {
  const today = beijingDay(ctx.now);
  const { unit, usual } = rules[recordClass];
  const own = (await periodsNow(ctx)).filter((one) => one.recordClass === recordClass).toSorted((a, b) => weight(b.regionCode) - weight(a.regionCode));
  const cutOffs = own.map(({ regionCode, amount }): [string, string] => [regionCode, cutOff(today, { amount, unit })]);
  if (cutOffs.at(-1)?.[0] !== '*') cutOffs.push(['*', cutOff(today, { amount: usual, unit })]);
  return { today, cutOffs, held: await heldIn(ctx, recordClass) };
}
