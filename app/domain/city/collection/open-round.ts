import { and, eq, sql } from 'drizzle-orm';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { openPeriod } from '#app/domain/city/indicators/period.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { change, type Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { OpenRoundInput } from './input.ts';
import { planRound, type RoundPlan } from './plan-round.ts';
import { collectionItems, collectionRounds, collectionSheets } from './tables.server.ts';
import { unitsAt } from './units-asked.ts';

/** 开始填报: a round is opened and every unit it asks has its sheet; a formula, or what is told less often, is asked of nobody. The same form sent twice opens one. */
export async function openRound(ctx: Ctx, input: OpenRoundInput): Promise<string> {
  const before = await openedBy(ctx, input.formId);
  if (before) return before;
  try {
    return await open(ctx, input);
  } catch (error) {
    const meanwhile = await openedBy(ctx, input.formId);
    if (meanwhile) return meanwhile;
    throw error;
  }
}

/** The round that this person opened with this form. */
async function openedBy({ db, actor }: Ctx, formId: string | undefined): Promise<string | undefined> {
  if (formId === undefined) return undefined;
  const [round] = await db.select({ id: collectionRounds.id }).from(collectionRounds).where(and(eq(collectionRounds.id, formId), eq(collectionRounds.openedBy, actor.id)));
  return round?.id;
}

function open(ctx: Ctx, input: OpenRoundInput): Promise<string> {
  return change(ctx, async (tx) => {
    const plan = await planRound(tx, input);
    const { regionCode, zh, planId, note, formId } = input;
    const { year, frequency, nth } = openPeriod(plan.period)!;
    const en = input.en || collectionWords.en.named(collectionWords.en.period(year, frequency, nth));
    const [round] = await tx.db.insert(collectionRounds).values({
      ...(formId ? { id: formId } : {}), regionCode, zh, en, planId, note, period: plan.period, deadlines: plan.deadlines, isPilotsOnly: !input.everyCommunity, openedAt: tx.now, openedBy: tx.actor.id, openedByName: tx.actor.name,
    }).onConflictDoNothing().returning({ id: collectionRounds.id });
    if (!round) throw new Refusal('changed-meanwhile');
    const { id } = round;
    await tx.db.insert(collectionItems).values(plan.items.map((item) => ({ roundId: id, ...item })));
    const sheets = await makeSheets(tx, id, input, plan);
    await tx.record('collection.opened', { id, regionCode }, { title: zh, period: plan.period, indicators: plan.items.length, sheets });
    return id;
  });
}

/** Lists show what is newest first, so the lowest level is made first. */
async function makeSheets(tx: Change, roundId: string, { regionCode, everyCommunity }: OpenRoundInput, { items, asking, period }: RoundPlan): Promise<number> {
  let made = 0;
  for (const { level, dueOn } of asking.toReversed()) {
    const about = { roundId, level, period, dueOn };
    if (level === 'department') {
      const departments = [...new Set(items.filter((item) => item.level === level).map(({ department }) => department))];
      await tx.db.insert(collectionSheets).values(departments.map((department) => ({ ...about, department, regionCode, countyCode: countyCode(regionCode) })));
      made += departments.length;
      continue;
    }
    const { rowCount } = await tx.db.execute(sql`
      insert into ${collectionSheets} (county_code, region_code, round_id, level, period, due_on)
      select rpad(left(${regions.code}, 6), 6, '0')::int, ${regions.code}, ${roundId}::uuid, ${level}, ${period}::int, ${dueOn}::date
      from ${regions} where ${unitsAt(level, regionCode, !everyCommunity, tx)} order by ${regions.code} desc`);
    made += rowCount ?? 0;
  }
  return made;
}
