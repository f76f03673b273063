import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { childrenFigures } from '#app/domain/base/communities/children.ts';
import { ageBands } from '#app/domain/base/communities/model.ts';
import { getCommunity, listPilots } from '#app/domain/base/communities/read.ts';
import { communities, pilots } from '#app/domain/base/communities/tables.server.ts';
import { leastFor } from '#app/domain/base/small-cells/model.ts';
import { type Known, rangesOf } from '#tests/attacker.ts';
import { aRegion } from '#tests/cycle.ts';
import { ctxOf, test, today } from '#tests/world.ts';
import { homeNumbers } from './read.ts';

const units = ['430102001', '430102002', '430102003', '430103001', '430103002'];
const regions = ['*', '43', '4301', '430102', '430103', ...units];
const counts = fc.oneof(...[3, 14, 90].map((max) => fc.array(fc.integer({ min: 0, max }), { minLength: 4, maxLength: 4 })));
const worlds = fc.sample(fc.array(counts, { minLength: units.length, maxLength: units.length }), { numRuns: 12, seed: 20261122 });

type Figures = readonly (readonly number[])[];
const everyBand = [0, 1, 2, 3];
const rowOf = (code: string, bands: readonly number[]) => units.flatMap((unit) => everyBand.map((band) => Number((code === '*' || unit.startsWith(code)) && bands.includes(band))));
const valueOf = (world: Figures, row: readonly number[]) => world.flat().reduce((sum, count, at) => sum + count * row[at]!, 0);
const sums = regions.flatMap((code) => [everyBand, ...everyBand.map((band) => [band])].map((bands) => rowOf(code, bands)));

async function tell(db: Db, world: Figures) {
  for (const [at, given] of world.entries()) {
    const facts = Object.fromEntries(given.map((count, band) => [`children-${ageBands[band]}`, count]));
    await db.insert(communities).values({ regionCode: units[at]!, facts, updatedAt: today }).onConflictDoUpdate({ target: communities.regionCode, set: { facts } });
  }
}

/** What everybody can read of children: home page, list of pilots, their pages, statistics of every region. */
async function allPages(db: Db): Promise<Known[]> {
  const ctx = ctxOf(db);
  const seen: { code: string; total: number | null; bands?: readonly (number | null)[] }[] = [{ code: '*', total: (await homeNumbers(ctx)).children }];
  for (const row of (await listPilots(ctx)).rows) seen.push({ code: row.regionCode, total: row.children });
  for (const code of units) seen.push({ code, ...(await getCommunity(ctx, code)).children });
  for (const code of regions) {
    const { own, below } = await childrenFigures(ctx, code);
    seen.push({ code, ...own }, ...[...below].map(([each, shown]) => ({ code: each.replace('=', ''), ...shown })));
  }
  return seen.flatMap(({ code, total, bands = [] }) => [
    ...(total === null ? [] : [{ row: rowOf(code, everyBand), value: total }]),
    ...bands.flatMap((value, band) => (value === null ? [] : [{ row: rowOf(code, [band]), value }])),
  ]);
}

/** Sums that are small, or hidden, and come out more closely than ten values apart. */
const narrowed = (world: Figures, known: readonly Known[]) => rangesOf(known, sums).filter(({ low, high }, at) => high - low < leastFor.public - 1e-6 && (high - low > 1e-6 || valueOf(world, sums[at]!) < leastFor.public));

describe('children in public', () => {
  test('no small figure follows from all pages together, and from figures as each community gave them it would', async ({ db }) => {
    for (const [at, regionCode] of units.entries()) {
      await aRegion(db, regionCode, `街道${at}`);
      const id = `0199a000-0000-7000-8000-00000000000${at}`;
      await db.insert(pilots).values({ id, regionCode, applicationId: id, noticeId: id, callTitle: '第一批', since: '2026-09-01' });
    }
    let givenAway = 0;
    for (const world of worlds) {
      await tell(db, world);
      const known = await allPages(db);
      expect(known.filter(({ row, value }) => valueOf(world, row) !== value), 'what is shown is true').toEqual([]);
      expect(narrowed(world, known)).toEqual([]);
      const exact = sums.slice(-5 * units.length).map((row) => ({ row, value: valueOf(world, row) })).filter(({ value }) => value >= leastFor.public);
      givenAway += narrowed(world, [...known, ...exact]).length;
    }
    expect(givenAway).toBeGreaterThan(0);
  });
});
