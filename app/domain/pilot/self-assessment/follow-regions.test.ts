import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { regionLineage, regionPasts, regions } from '#app/domain/base/regions/tables.server.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { system } from '#app/platform/ctx.ts';
import { aRegion } from '#tests/cycle.ts';
import { as, binhu, ctxOf, test } from '#tests/world.ts';
import { followRegions } from './follow-regions.ts';
import { assessmentYears, getAssessment } from './read.ts';
import { saveCells } from './save-cells.ts';
import { startAssessment } from './start-assessment.ts';
import { submitAssessment } from './submit.ts';

const changeId = '0199a000-0000-7000-8000-0000000000ab';
const officerOf = (db: Db, code: string) => as(db, 'government-officer', code);

async function renumbered(db: Db, to: string) {
  await aRegion(db, to, '新街道');
  const at = new Date('2026-09-20T00:00:00Z');
  await db.insert(regionPasts).values({ code: binhu, until: at, name: '滨湖世纪社区', isEnd: true, changeId, pinyin: '', initials: '' });
  await db.insert(regionLineage).values({ oldCode: binhu, endedAt: at, presentCode: to, isPrincipal: true });
  await db.update(regions).set({ isEnded: true }).where(eq(regions.code, binhu));
}

describe('a change of regions', () => {
  for (const [where, to] of [['inside the county', '340111499'], ['into another county', '340104499']] as const) {
    test(`${where} takes a draft along, once, and leaves what was handed in where it was`, async ({ db }) => {
      const rules = rulesOf(await currentEdition(ctxOf(db)));
      for (const year of [2025, 2026]) await startAssessment(officerOf(db, binhu), binhu, { year });
      await saveCells(officerOf(db, binhu), { regionCode: binhu, year: 2025 }, { cells: rules.map(({ id }) => ({ ruleId: id, field: 'level', value: 'not-met', bases: [0] })) });
      await submitAssessment(officerOf(db, binhu), { regionCode: binhu, year: 2025 });
      await saveCells(officerOf(db, binhu), { regionCode: binhu, year: 2026 }, { cells: [{ ruleId: 'A1.1', field: 'level', value: 'met', bases: [0] }] });

      await renumbered(db, to);
      expect(await followRegions(ctxOf(db, system), changeId)).toBe('1');
      expect(await followRegions(ctxOf(db, system), changeId)).toBe('0');
      expect((await getAssessment(officerOf(db, to), { regionCode: to, year: 2026 })).levels).toEqual({ 'A1.1': 'met' });
      expect((await assessmentYears(officerOf(db, to), to)).map(({ year, regionCode }) => [year, regionCode])).toEqual([[2026, to], [2025, binhu]]);
      await expect(startAssessment(officerOf(db, binhu), binhu, { year: 2024 })).rejects.toMatchObject({ code: 'community-ended' });
    });
  }

  test('leaves a draft alone whose place somebody has begun under the new code', async ({ db }) => {
    await startAssessment(officerOf(db, binhu), binhu, { year: 2026 });
    await renumbered(db, '340111499');
    await startAssessment(officerOf(db, '340111499'), '340111499', { year: 2026 });
    expect(await followRegions(ctxOf(db, system), changeId)).toBe('0');
    expect(await assessmentYears(officerOf(db, binhu), binhu)).toHaveLength(1);
  });
});
