import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { applyPlan } from '#app/domain/base/regions/apply-plan.ts';
import { concludeResults } from '#app/domain/base/rule-results/conclude-results.ts';
import { resultSheets } from '#app/domain/base/rule-results/tables.server.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { decideExplained } from '#app/domain/pilot/panels/decide-explained.ts';
import { explanationForApplicant } from '#app/domain/pilot/panels/read-explanation.ts';
import { decisionExplanations } from '#app/domain/pilot/panels/tables.server.ts';
import type { Level } from '#app/domain/base/rule-results/model.ts';
import type { Db } from '#app/db/db.server.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { change } from '#app/platform/change.ts';
import { aCertificate } from '#tests/certificates.ts';
import { anApplication } from '#tests/cycle.ts';
import { afterEdition, aNextEdition } from '#tests/editions.ts';
import { aRubricCall, aRubricReview } from '#tests/meetings.ts';
import { anExpert } from '#tests/reviews.ts';
import { as, binhu, ctxOf, neighbour, person, test, today } from '#tests/world.ts';
import { communityOn } from './community-on.ts';
import { pastDecision } from './past-decision.ts';
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

/** A decision of Binhu, told and frozen today. */
async function aDecision(db: Db) {
  const id = await anApplication(db, { status: 'complete', callId: await aRubricCall(db) });
  await aRubricReview(db, id, await anExpert(db, 'a'));
  await aRubricReview(db, id, await anExpert(db, 'b'));
  await decideExplained(as(db, 'programme-officer', '*'), id, { outcome: 'accepted', reason: '基础扎实，计划具体，同意列为试点。' });
  return id;
}

async function rename(db: Db, to: string) {
  const officer = ctxOf(db, person('programme-officer', '*'), later(5));
  const from = (await communityOn(officer, binhu, '2026-09-01')).place.name;
  await change(officer, async (tx) => {
    await tx.record('region-change.applied', { id: binhu, regionCode: binhu });
    await applyPlan(tx, '00000000-0000-7000-8000-0000000000aa', { fates: [], renamed: [{ code: binhu, from, to }], made: [], ended: [] });
  });
  return from;
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
    const before = await rename(db, '新滨湖街道');
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

describe('opening a past decision', () => {
  test('shows it under the edition and the names of its day, works its fingerprints out again, and says what differs today', async ({ db }) => {
    const id = await aDecision(db);
    const before = await pastDecision(as(db, 'programme-officer', '*', later(2)), id);
    expect(before).toMatchObject({ differs: ['edition'], edition: { id: 'edition-published', isCurrent: false }, content: { outcome: 'accepted', reason: '基础扎实，计划具体，同意列为试点。' }, handedIn: { round: 1 } });
    expect(before.checked.find(({ what }) => what === 'explanation')).toEqual({ what: 'explanation', isRight: true });

    const name = await rename(db, '新滨湖街道');
    const after = await pastDecision(as(db, 'programme-officer', '*', later(9)), id);
    expect(after).toMatchObject({ differs: ['edition', 'name'], place: { name, today: [{ name: '新滨湖街道' }] }, edition: before.edition, hash: before.hash, content: before.content });
  });

  test('gives the applicant what the page of the decision gives, and no more', async ({ db }) => {
    const id = await aDecision(db);
    const applicant = as(db, 'government-officer', binhu, later(2));
    const { content, hash } = await explanationForApplicant(applicant, id);
    const past = await pastDecision(applicant, id);
    expect(past).toMatchObject({ content, hash });
    expect(JSON.stringify(past)).not.toMatch(/专家[ab]/);
    await expect(pastDecision(as(db, 'government-officer', neighbour), id)).rejects.toMatchObject({ code: 'application-not-found' });
    await expect(pastDecision(ctxOf(db), id)).rejects.toMatchObject({ status: 401 });
  });

  test('says so when what was told is not what was frozen, and has nothing to show before anything was told', async ({ db }) => {
    const id = await aDecision(db);
    const office = as(db, 'programme-officer', '*', later(2));
    const [row] = await db.select().from(decisionExplanations).where(eq(decisionExplanations.applicationId, id));
    const { id: _, ...frozen } = row!;
    await db.insert(decisionExplanations).values({ ...frozen, sequence: frozen.sequence + 1, content: { ...frozen.content, reason: '换成另一句话。' } });
    expect((await pastDecision(office, id)).checked).toContainEqual({ what: 'explanation', isRight: false });
    const waiting = await anApplication(db, { status: 'complete', regionCode: '340111401' });
    await expect(pastDecision(office, waiting)).rejects.toMatchObject({ code: 'explanation-not-found' });
  });
});

describe('a result of an earlier edition', () => {
  test('stays under that edition, and what the current one would make of it stands beside it', async ({ db }) => {
    const [day, after] = [await afterEdition(db, 1), await afterEdition(db, 9)];
    await conclude(db, 'partly', day);
    const now = (await currentEdition(as(db, 'programme-officer', '*'))).id;
    await aNextEdition(db, { stricter: 'A1.4', gone: 'A2.3' });
    const ctx = as(db, 'government-officer', binhu, after);
    const then = await communityOn(ctx, binhu, beijingDay(day));
    expect(then.edition).toMatchObject({ id: now, isCurrent: false });
    expect(await pastResult(ctx, binhu, then.results[0]!.id)).toMatchObject({ differs: ['edition'], edition: { isCurrent: false }, underToday: { verdict: 'short', short: ['A1.4'], gone: ['A2.3'], again: ['A1.99'] } });
  });
});

describe('previewing an edition', () => {
  test('says for every holder of a certificate what would change, and guesses nothing', async ({ db }) => {
    await aCertificate(db);
    await conclude(db, 'partly', today);
    await aNextEdition(db, { stricter: 'A1.4', gone: 'A2.3', other: 'A4.3', isDraft: true });
    const { rows } = await previewEdition(as(db, 'programme-officer', '*'), 'next');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ regionCode: binhu, stream: 'whole', year: 2026, verdict: 'short', effect: { short: ['A1.4'], gone: ['A2.3'], before: 50, after: 50 } });
    expect(rows[0]!.effect!.again.toSorted()).toEqual(['A1.99', 'A4.3']);
  });

  test('tells a holder without results apart, and is for the national office alone', async ({ db }) => {
    await aCertificate(db);
    await aNextEdition(db, { isDraft: true });
    expect((await previewEdition(as(db, 'programme-officer', '*'), 'next')).rows).toMatchObject([{ verdict: 'unknown', effect: null }]);
    await expect(previewEdition(as(db, 'government-officer', binhu), 'next')).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
