import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { applyPlan } from '#app/domain/base/regions/apply-plan.ts';
import { concludeResults } from '#app/domain/base/rule-results/conclude-results.ts';
import { resultSheets } from '#app/domain/base/rule-results/tables.server.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { editions, norms, rules, sections } from '#app/domain/base/standard/tables.server.ts';
import type { Level } from '#app/domain/base/rule-results/model.ts';
import type { Db } from '#app/db/db.server.ts';
import { change } from '#app/platform/change.ts';
import { aCertificate } from '#tests/certificates.ts';
import { as, binhu, ctxOf, neighbour, person, test, today } from '#tests/world.ts';
import { communityOn } from './community-on.ts';
import { pastResult } from './past-result.ts';
import { previewEdition } from './preview-edition.ts';

const later = (days: number) => new Date(today.getTime() + days * 86_400_000);

async function conclude(db: Db, level: Level, now: Date) {
  const ctx = as(db, 'government-officer', binhu, now);
  const edition = await currentEdition(ctx);
  await change(ctx, async (tx) => {
    await tx.record('evaluation.concluded', { id: binhu, regionCode: binhu });
    await concludeResults(tx, { regionCode: binhu, year: 2026, stream: 'whole', editionId: edition.id, levels: Object.fromEntries(rulesOf(edition).map(({ id }) => [id, level])), sourceId: 'one' });
  });
}

/** Another edition: one rule becomes a must, one reads otherwise, one goes, one is new. */
async function anotherEdition(db: Db) {
  const now = await currentEdition(as(db, 'programme-officer', '*'));
  const [edition] = await db.select().from(editions).where(eq(editions.id, now.id));
  await db.insert(editions).values({ ...edition!, id: 'next', state: 'draft', publishedAt: null, effectiveFrom: null, hash: 'next' });
  await db.insert(sections).values((await db.select().from(sections).where(eq(sections.editionId, now.id))).map((row) => ({ ...row, editionId: 'next' })));
  await db.insert(norms).values((await db.select().from(norms).where(eq(norms.editionId, now.id))).map((row) => ({ ...row, editionId: 'next' })));
  const old = await db.select().from(rules).where(eq(rules.editionId, now.id)).orderBy(rules.position);
  const [softer, , gone, other] = old.filter(({ kind }) => kind !== 'must');
  const kept = old.filter((row) => row !== gone).map((row) => ({ ...row, editionId: 'next', ...(row === softer ? { kind: 'must' as const } : {}), ...(row === other ? { zh: `${row.zh}（新）` } : {}) }));
  await db.insert(rules).values([...kept, { ...other!, editionId: 'next', id: 'A1.99', position: 999, zh: '新的一条' }]);
  return { softer: softer!.id, gone: gone!.id, other: other!.id };
}

describe('opening the past', () => {
  test('shows a result as it was, says what took its place, and works its score out again', async ({ db }) => {
    await conclude(db, 'partly', today);
    await conclude(db, 'met', later(3));
    const ctx = as(db, 'government-officer', binhu, later(9));
    const then = await communityOn(ctx, binhu, '2026-09-02');
    expect(then.results).toMatchObject([{ stream: 'whole', score: 50, revision: 1, rules: 77 }]);
    expect((await communityOn(ctx, binhu, '2030-01-01')).results).toMatchObject([{ score: 100, revision: 2 }]);
    expect((await communityOn(ctx, binhu, '2026-08-31')).results).toEqual([]);

    const past = await pastResult(ctx, binhu, then.results[0]!.id);
    expect(past).toMatchObject({ differs: ['replaced'], checked: [{ what: 'score', isRight: true }], sheet: { levels: { 'A1.1': 'partly' } } });
    expect(past.unmet.length).toBeGreaterThan(20);
  });

  test('says so when a stored score is not what its rules come to', async ({ db }) => {
    await conclude(db, 'met', today);
    const [sheet] = await db.select().from(resultSheets).where(eq(resultSheets.regionCode, binhu));
    const [{ county_code: _, ...wrong }] = [{ ...sheet!, county_code: 0 }];
    await db.insert(resultSheets).values({ ...wrong, id: '00000000-0000-7000-8000-0000000000ff', revision: 2, score: 12 });
    const past = await pastResult(as(db, 'programme-officer', '*'), binhu, '00000000-0000-7000-8000-0000000000ff');
    expect(past.checked).toEqual([{ what: 'score', isRight: false }]);
  });

  test('keeps the name a place bore on the day', async ({ db }) => {
    await conclude(db, 'met', today);
    const officer = ctxOf(db, person('programme-officer', '*'), later(5));
    const before = (await communityOn(officer, binhu, '2026-09-01')).place.name;
    await change(officer, async (tx) => {
      await tx.record('region-change.applied', { id: binhu, regionCode: binhu });
      await applyPlan(tx, '00000000-0000-7000-8000-0000000000aa', { fates: [], renamed: [{ code: binhu, from: before, to: '新滨湖街道' }], made: [], ended: [] });
    });
    const now = ctxOf(db, person('programme-officer', '*'), later(8));
    expect((await communityOn(now, binhu, '2026-09-02')).place).toMatchObject({ name: before, differs: ['name'], today: [{ name: '新滨湖街道' }] });
    expect((await communityOn(now, binhu, undefined)).place).toMatchObject({ name: '新滨湖街道', differs: [] });
  });

  test('is not for people of another place, nor for visitors', async ({ db }) => {
    await conclude(db, 'met', today);
    await expect(communityOn(as(db, 'government-officer', neighbour), binhu, undefined)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(pastResult(ctxOf(db), binhu, 'x')).rejects.toMatchObject({ code: 'sign-in-needed' });
    await expect(pastResult(as(db, 'government-officer', binhu), binhu, 'x')).rejects.toMatchObject({ code: 'result-not-found' });
  });
});

describe('previewing an edition', () => {
  test('says for every holder of a certificate what would change, and guesses nothing', async ({ db }) => {
    await aCertificate(db);
    await conclude(db, 'partly', today);
    const { softer, gone, other } = await anotherEdition(db);
    const { rows } = await previewEdition(as(db, 'programme-officer', '*'), 'next');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ regionCode: binhu, stream: 'whole', year: 2026, verdict: 'short', effect: { short: [softer], gone: [gone], before: 50, after: 50 } });
    expect(rows[0]!.effect!.again.toSorted()).toEqual(['A1.99', other].toSorted());
  });

  test('tells a holder without results apart, and is for the national office alone', async ({ db }) => {
    await aCertificate(db);
    await anotherEdition(db);
    expect((await previewEdition(as(db, 'programme-officer', '*'), 'next')).rows).toMatchObject([{ verdict: 'unknown', effect: null }]);
    await expect(previewEdition(as(db, 'government-officer', binhu), 'next')).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
