import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { getSubmitted } from '#app/domain/pilot/applications/submitted.ts';
import { scoreRuns } from '#app/domain/pilot/scoring/tables.server.ts';
import { anApplication, aRegion } from '#tests/cycle.ts';
import { aRubricCall, aRubricReview } from '#tests/meetings.ts';
import { anExpert, eventsOf, office } from '#tests/reviews.ts';
import { as, ctxOf, neighbour, person, test, today } from '#tests/world.ts';
import { decideTogether } from './decide-together.ts';
import { newestExplanation } from './read-explanation.ts';
import { getRanking } from './ranking.ts';
import { setRankingRule } from './ranking-rule.ts';
import { rankings } from './tables.server.ts';

const rule = { steps: ['section' as const], sectionId: 'b', spread: 'district' as const, mostPerRegion: null, mustRulesStop: true, decimals: 1, seed: '2026 年 9 月 1 日双色球第 100 期' };
const reasons = { acceptReason: '按排名列入名额，同意通过。', declineReason: '未进入名额，本次不列入。' };

/** Three applications: two of the same score, one below the pass mark. */
async function three(db: Db) {
  const callId = await aRubricCall(db, { places: 1, reviewsPerApplication: 1 });
  await anExpert(db, 'a');
  const ids: string[] = [];
  for (const [at, given] of [{ a1: 'not' as const, a2: 'not' as const }, { b1: 'partly' as const, a1: 'partly' as const, a2: 'partly' as const }, { b1: 'partly' as const }].entries()) {
    const id = await anApplication(db, { callId, status: 'complete', regionCode: await aRegion(db, `34011140000${at + 1}`) });
    await aRubricReview(db, id, 'a', given);
    ids.push(id);
  }
  return { callId, ids };
}

describe('the ranking of a call', () => {
  test('shows score, standing and how ties were parted, by the usual rule until another is set', async ({ db }) => {
    const { callId, ids } = await three(db);
    const { rows, rule: usual, isRuleSettled } = await getRanking(office(db), callId);
    expect(usual.seed).toBe(callId);
    expect(isRuleSettled).toBe(true);
    expect(rows.map(({ id, standing, judged }) => [ids.indexOf(id), standing, judged.score.value])).toEqual([
      [2, 'proposed', 75], [0, 'below-pass', 50], [1, 'below-pass', 50],
    ]);
  });

  test('follows a rule that stands before the first marks are in, and no other', async ({ db }) => {
    const callId = await aRubricCall(db, { places: 1, reviewsPerApplication: 1 });
    await setRankingRule(office(db), callId, rule);
    await setRankingRule(office(db), callId, { ...rule, decimals: 2 });
    expect((await getRanking(office(db), callId)).rule).toMatchObject({ steps: ['section', 'lots'], decimals: 2, seed: rule.seed });
    await expect(setRankingRule(office(db), callId, { ...rule, sectionId: 'z' })).rejects.toThrow('rubric-section-not-found');
    await expect(setRankingRule(as(db, 'programme-officer', neighbour), callId, rule)).rejects.toThrow('not-allowed');
    const id = await anApplication(db, { callId, status: 'complete' });
    await aRubricReview(db, id, await anExpert(db, 'a'));
    await expect(setRankingRule(office(db), callId, rule)).rejects.toThrow('ranking-rule-settled');
    expect(await eventsOf(db, callId)).toEqual(['ranking.rule-set', 'ranking.rule-set']);
  });

  test('is not for governments, neighbours, or whoever has a part in one of the applications', async ({ db }) => {
    const { callId } = await three(db);
    await expect(getRanking(as(db, 'programme-officer', neighbour), callId)).rejects.toThrow('call-not-found');
    await expect(getRanking(as(db, 'government-officer', '*'), callId)).rejects.toThrow('call-not-found');
    await expect(getRanking(ctxOf(db, person('programme-officer', '*', 'a')), callId)).rejects.toThrow('involved-in-ranking');
  });
});

describe('a calibrated score', () => {
  const reckoned = (db: Db, callId: string, scores: { application: string; score: number | null; island: number; reviews: number }[]) => db.insert(scoreRuns).values({
    callId, round: 1, number: 1, state: 'ready', askedBy: 'office', askedByName: '办公室', askedAt: today, computedAt: today, method: '1', inputsHash: 'hash',
    results: {
      state: 'calibrated', islands: [{ applications: 3, reviewers: 2, reviews: 3, raw: null, components: null }, { applications: 1, reviewers: 1, reviews: 1, raw: null, components: null }],
      scores: scores.map((one) => ({ ...one, raw: 50, rawRank: 1, low: one.score && one.score - 6, high: one.score && one.score + 6, rank: 1, near: null })),
      reviewers: [], items: [], pairs: [], withoutOne: [], drift: [], lines: [], agreement: { single: null, average: null, calibrated: null, alpha: null, metric: 'ordinal', between: [] },
    },
  });

  test('with its interval stands before the mean, where it rests on the same reviews', async ({ db }) => {
    const { callId, ids } = await three(db);
    await reckoned(db, callId, [{ application: ids[0]!, score: 71.5, island: 0, reviews: 1 }, { application: ids[1]!, score: 90, island: 0, reviews: 2 }, { application: ids[2]!, score: null, island: 0, reviews: 1 }]);
    const { rows } = await getRanking(office(db), callId);
    expect(Object.fromEntries(rows.map(({ id, judged: { score } }) => [ids.indexOf(id), [score.value, score.low, score.kind]]))).toEqual({ 0: [71.5, 65.5, 'calibrated'], 1: [50, null, 'mean'], 2: [75, null, 'mean'] });
  });

  test('is left alone where the applications of a call do not hang together', async ({ db }) => {
    const { callId, ids } = await three(db);
    await reckoned(db, callId, [{ application: ids[0]!, score: 71.5, island: 0, reviews: 1 }, { application: ids[1]!, score: 90, island: 1, reviews: 1 }]);
    expect((await getRanking(office(db), callId)).rows.map(({ judged: { score } }) => score.kind)).toEqual(['mean', 'mean', 'mean']);
  });
});

describe('deciding together', () => {
  test('does what was previewed, row by row, and keeps the ranking whole', async ({ db }) => {
    const { callId, ids } = await three(db);
    const { hash } = await getRanking(office(db), callId);
    const done = await decideTogether(office(db), callId, { hash, accept: [ids[2]!], decline: [ids[0]!, ids[1]!], ...reasons });
    expect(done.map(({ refusal }) => refusal)).toEqual([null, null, null]);
    expect(await getSubmitted(office(db), ids[2]!)).toMatchObject({ status: 'accepted' });
    expect((await newestExplanation(office(db), ids[2]!))!.content.place).toEqual({ rank: 1, places: 1 });
    expect((await newestExplanation(office(db), ids[0]!))!.content.place).toBeNull();
    expect(await db.select().from(rankings)).toMatchObject([{ hash, places: 1 }]);
    expect(await eventsOf(db, callId)).toEqual(['ranking.kept']);
  });

  test('stops when the ranking is another by now, when nothing or too much is chosen, and without a reason', async ({ db }) => {
    const { callId, ids } = await three(db);
    const { hash } = await getRanking(office(db), callId);
    const none = { accept: [], decline: [] };
    await expect(decideTogether(office(db), callId, { hash: 'f'.repeat(64), ...none, accept: [ids[2]!], ...reasons })).rejects.toThrow('ranking-changed');
    await expect(decideTogether(office(db), callId, { hash, ...none, ...reasons })).rejects.toThrow('ranking-nothing-chosen');
    await expect(decideTogether(office(db), callId, { hash, ...none, accept: [ids[0]!], ...reasons })).rejects.toThrow('ranking-not-proposed');
    await expect(decideTogether(office(db), callId, { hash, ...none, accept: [ids[2]!], ...reasons, acceptReason: '好' })).rejects.toThrow('ranking-reason-short');
  });

  test('tells of a row that is refused and goes on with the others', async ({ db }) => {
    const { callId, ids } = await three(db);
    const waiting = await anApplication(db, { callId, status: 'in-review', regionCode: await aRegion(db, '340111400007') });
    const { hash, rows } = await getRanking(office(db), callId);
    expect(rows.find(({ id }) => id === waiting)).toMatchObject({ standing: 'unready', rank: null });
    const done = await decideTogether(office(db), callId, { hash, accept: [], decline: [waiting, ids[0]!], ...reasons });
    expect(done).toEqual([{ id: waiting, refusal: 'reviews-too-few' }, { id: ids[0], refusal: null }]);
  });
});
