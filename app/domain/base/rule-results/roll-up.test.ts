import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { change } from '#app/platform/change.ts';
import { ctxOf, test } from '#tests/world.ts';
import { concludeResults } from './conclude-results.ts';
import { foldChanges } from './fold.ts';
import { followRegions } from './follow-regions.ts';
import type { Level, Stream } from './model.ts';
import { type Asked, readTallies } from './read-tallies.ts';
import { sheetsWithin } from './read-sheets.ts';
import { rebuildTallies } from './rebuild.ts';
import { meanOf } from './tally.ts';
import { resultChanges, resultPlaces, tallies } from './tables.server.ts';
import { verifyTallies } from './verify.ts';

const units = ['340111400001', '340111001001', '340102001001', '320102001001'] as const;
const turns: readonly Level[] = ['met', 'partly', 'not-met', 'not-applicable'];

async function conclude(db: Db, regionCode: string, more: { step?: number; year?: number; stream?: Stream } = {}) {
  const ctx = ctxOf(db);
  const edition = await currentEdition(ctx);
  const { step = 1, year = 2026, stream = 'self' } = more;
  const levels = Object.fromEntries(rulesOf(edition).flatMap(({ id }, at) => (at % 11 === 10 ? [] : [[id, turns[(at * step) % 4]!]])));
  await change(ctx, async (tx) => {
    await tx.record('self-assessment.submitted', { id: regionCode, regionCode });
    await concludeResults(tx, { regionCode, year, stream, editionId: edition.id, levels, sourceId: 'test' });
  });
}

/** What a plain question over all rows says of a section of a province. */
async function plainly(db: Db, prefix: string, section: string) {
  const { rows } = await db.execute<{ mean: string; many: number }>(sql`
    select avg(case r.level when 'met' then 100 when 'partly' then 50 when 'not-met' then 0 end)::text as mean, count(distinct r.region_code)::int as many
    from rule_results r join rules on rules.id = r.rule_id join norms n on n.edition_id = rules.edition_id and n.id = rules.norm_id
    where r.region_code like ${`${prefix}%`} and r.year = 2026 and r.stream = 'self' and n.section_id = ${section}`);
  return { mean: Number(rows[0]!.mean), many: rows[0]!.many };
}

const everything: Asked = { regions: ['*', '34', '3401', '340111', '340102', '32'], kinds: ['all', 'section', 'norm', 'rule'], stream: 'self', year: 2026 };
const picture = async (db: Db) => {
  const { figures, scores, version } = await readTallies(ctxOf(db), everything);
  const key = ({ region, kind, item }: { region: string; kind: string; item: string }) => `${region} ${kind} ${item}`;
  return { figures: figures.toSorted((one, other) => key(one).localeCompare(key(other))), scores: scores.toSorted((one, other) => one.region.localeCompare(other.region)), version };
};

describe('roll-ups', () => {
  test('say the same before, while and after changes are folded, and what a plain question says', async ({ db }) => {
    for (const [step, unit] of units.entries()) await conclude(db, unit, { step: step + 1 });
    const waiting = await picture(db);
    expect(waiting.figures.find(({ region, kind }) => region === '*' && kind === 'all')).toMatchObject({ item: '*' });
    expect(await verifyTallies(ctxOf(db))).toEqual([]);
    expect(await foldChanges(ctxOf(db))).toBe('4');
    expect(await db.select().from(resultChanges)).toEqual([]);
    expect(await picture(db)).toEqual(waiting);
    expect(await verifyTallies(ctxOf(db))).toEqual([]);

    await conclude(db, units[0], { step: 3 });
    await conclude(db, units[0], { step: 3, year: 2025 });
    const { figures, scores, version } = await picture(db);
    expect(version.changes).toBe(6);
    for (const region of ['34', '3401', '340111', '32']) {
      const figure = figures.find((each) => each.region === region && each.kind === 'section' && each.item === 'B')!;
      const truth = await plainly(db, region, 'B');
      expect([region, meanOf(figure)]).toEqual([region, expect.closeTo(truth.mean, 10)]);
      expect(scores.find((each) => each.region === region)!.bands.reduce((sum, { communities }) => sum + communities, 0)).toBe(truth.many);
    }
    expect(await verifyTallies(ctxOf(db))).toEqual([]);
  });

  test('are made anew from the sheets, to the same figures and the same version', async ({ db }) => {
    for (const [step, unit] of units.entries()) await conclude(db, unit, { step: step + 2 });
    await foldChanges(ctxOf(db));
    await conclude(db, units[1], { step: 1 });
    const before = await picture(db);
    await db.update(tallies).set({ met: 1000 });
    expect((await verifyTallies(ctxOf(db))).length, 'a wrong figure is found').toBeGreaterThan(0);
    expect(await rebuildTallies(ctxOf(db))).toMatchObject({ folded: 1 });
    expect(await picture(db)).toEqual(before);
    expect(await verifyTallies(ctxOf(db))).toEqual([]);
  });

  test('move with a region that became another, once, and with what is concluded of it later', async ({ db }) => {
    await conclude(db, units[0]);
    await foldChanges(ctxOf(db));
    const changeId = await becomes(db, units[0], units[2]);
    expect(await followRegions(ctxOf(db), changeId)).toBe('1');
    expect(await followRegions(ctxOf(db), changeId)).toBe('0');
    expect(await db.select().from(resultPlaces)).toEqual([{ regionCode: units[0], year: 2026, stream: 'self', placeCode: units[2] }]);
    expect(await verifyTallies(ctxOf(db))).toEqual([]);
    const regions = async () => [...new Set((await picture(db)).scores.map(({ region }) => region))];
    expect(await regions()).toEqual(['*', '34', '3401', '340102']);
    await foldChanges(ctxOf(db));
    await conclude(db, units[0], { step: 3 });
    await conclude(db, units[0], { step: 3, year: 2025 });
    expect(await regions()).toEqual(['*', '34', '3401', '340102']);
    const { sheets } = await sheetsWithin(ctxOf(db), { within: '340102', stream: 'self' });
    expect(sheets.map(({ regionCode, placeCode, year }) => [regionCode, placeCode, year])).toEqual([[units[0], units[2], 2025], [units[0], units[2], 2026]]);
    expect((await sheetsWithin(ctxOf(db), { within: '340111', stream: 'self' })).sheets).toEqual([]);
    expect(await verifyTallies(ctxOf(db))).toEqual([]);
  });
});

/** One unit takes the place of another, as a change of regions leaves it behind. */
async function becomes(db: Db, from: string, to: string): Promise<string> {
  const id = '0199f000-0000-7000-8000-000000000001';
  await db.execute(sql`insert into region_pasts (code, until, name, is_end, change_id, pinyin, initials) select code, '2026-08-01', name, true, ${id}, pinyin, initials from regions where code = ${from}`);
  await db.execute(sql`update regions set is_ended = true where code = ${from}`);
  await db.execute(sql`insert into region_lineage (old_code, ended_at, present_code, is_principal) values (${from}, '2026-08-01', ${to}, true)`);
  return id;
}
