import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { as, test, today } from '#tests/world.ts';
import { concludeResults } from './conclude-results.ts';
import type { Level, Levels } from './model.ts';
import { resultsOf, sheetAsOf } from './read.ts';
import { resultChanges, ruleResults } from './tables.server.ts';

const unit = '340111400007';

async function conclude(ctx: Ctx, level: Level, more: { year?: number; levels?: Levels } = {}) {
  const edition = await currentEdition(ctx);
  const levels = more.levels ?? Object.fromEntries(rulesOf(edition).map(({ id }) => [id, level]));
  return change(ctx, async (tx) => {
    await tx.record('self-assessment.submitted', { id: unit, regionCode: unit });
    return concludeResults(tx, { regionCode: unit, year: more.year ?? 2026, stream: 'self', editionId: edition.id, levels, sourceId: 'one' });
  });
}

describe('concluding results', () => {
  test('keeps the rows as they stand, every sheet that ever stood, and what the roll-ups have to learn', async ({ db }) => {
    const early = as(db, 'government-officer', '340111400');
    const late = as(db, 'government-officer', '340111400', new Date(today.getTime() + 86_400_000));
    expect(await conclude(early, 'partly')).toEqual({ revision: 1, score: 50 });
    expect(await conclude(late, 'met')).toEqual({ revision: 2, score: 100 });

    const rows = await db.select().from(ruleResults).where(eq(ruleResults.regionCode, unit));
    expect(rows).toHaveLength(77);
    expect(new Set(rows.map(({ level }) => level))).toEqual(new Set(['met']));
    expect(await resultsOf(early, unit)).toMatchObject([{ year: 2026, stream: 'self', revision: 2, score: 100, levels: { 'A1.1': 'met' } }]);
    expect(await sheetAsOf(early, unit, 'self', today)).toMatchObject({ revision: 1, score: 50, levels: { 'A1.1': 'partly' } });

    const told = await db.select().from(resultChanges).where(eq(resultChanges.regionCode, unit)).orderBy(resultChanges.id);
    expect(told).toMatchObject([{ before: null, after: 'p'.repeat(77) }, { before: 'p'.repeat(77), after: 'm'.repeat(77) }]);
  });

  test('lies in the partition of its year, and a year without one of its own is kept all the same', async ({ db }) => {
    const ctx = as(db, 'government-officer', '340111400');
    for (const year of [2026, 2019, 2101]) await conclude(ctx, 'met', { year });
    const { rows } = await db.execute<{ part: string }>(sql`select distinct tableoid::regclass::text as part from rule_results where region_code = ${unit} order by 1`);
    expect(rows.map(({ part }) => part)).toEqual(['rule_results_2019', 'rule_results_2026', 'rule_results_other']);
  });

  test('is refused for a rule that the edition does not know', async ({ db }) => {
    await expect(conclude(as(db, 'government-officer', '340111400'), 'met', { levels: { 'Z9.9': 'met' } })).rejects.toMatchObject({ code: 'rule-of-another-edition' });
  });
});
