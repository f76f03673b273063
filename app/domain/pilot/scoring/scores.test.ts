import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { usualBlindness } from '#app/domain/pilot/calls/blindness-settings.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { pseudonym } from '#app/domain/pilot/review/pseudonym.ts';
import { assignments, marks } from '#app/domain/pilot/review/tables.server.ts';
import { system } from '#app/platform/ctx.ts';
import { aCall, anApplication, aUser, fiveSections } from '#tests/cycle.ts';
import { anAssignment, anExpert, eventsOf } from '#tests/reviews.ts';
import { as, ctxOf, person, test, today } from '#tests/world.ts';
import { askScores } from './ask-scores.ts';
import { scoresAtDesk } from './at-desk.ts';
import { computeScores } from './compute-scores.ts';
import { publishedStatements } from './method-statement.ts';
import { publishScores } from './publish-scores.ts';
import { latestScores, publishedOf } from './read.ts';
import { publishedScores, scoreRuns } from './tables.server.ts';

const round = 1;
const later = (minutes: number) => new Date(+today + minutes * 60_000);

/** Six applications, each read by two of three experts, and a seventh that nobody read. */
async function aRound(db: Db, { areReviewed = true } = {}) {
  await aUser(db, 'office');
  await db.update(users).set({ twoFactorEnabled: true }).where(eq(users.id, 'office'));
  await db.insert(roleGrants).values({ userId: 'office', role: 'programme-officer', regionCode: '*', grantedBy: 'x', grantedAt: today });
  const callId = await aCall(db);
  const experts = [await anExpert(db, 'anna'), await anExpert(db, 'bo'), await anExpert(db, 'cai')];
  const ids: string[] = [];
  for (let n = 0; n < 7; n += 1) ids.push(await anApplication(db, { callId, status: 'in-review', regionCode: `34019900${n}` }));
  if (areReviewed) for (const [n, id] of ids.slice(0, 6).entries()) for (const k of [0, 1, 2]) if (k !== n % 3 || n === 5) await aReview(db, id, experts[k]!, 60 + 4 * n + 5 * k + ((n * 7 + k * 5) % 4), n * 10 + k);
  return { callId, ids, office: ctxOf(db, person('programme-officer', '*', 'office')), experts };
}

async function aReview(db: Db, applicationId: string, expertId: string, total: number, minutes: number) {
  const id = await anAssignment(db, { applicationId, expertId, state: 'submitted', submittedAt: later(minutes) });
  await db.insert(marks).values(fiveSections.map((itemId, i) => ({ assignmentId: id, itemId, score: total + (i - 2), savedAt: today })));
  return id;
}

async function reckoned(db: Db, office: ReturnType<typeof as>, callId: string) {
  const id = await askScores(office, callId, { round });
  await computeScores(ctxOf(db, system), id);
  return id;
}

describe('a reckoning of scores', () => {
  test('is asked for, reckoned in the background and read with names; both leave a record', async ({ db }) => {
    const { callId, office, ids } = await aRound(db);
    const id = await askScores(office, callId, { round });
    expect((await scoresAtDesk(office, callId, { round })).runs).toMatchObject([{ id, state: 'waiting', number: 1 }]);
    await expect(askScores(office, callId, { round })).rejects.toThrow('scoring-waits-already');
    expect(await computeScores(ctxOf(db, system), id)).toBe('calibrated');
    expect(await computeScores(ctxOf(db, system), id)).toBe('settled');
    expect(await eventsOf(db, id)).toEqual(['scores.asked', 'scores.computed']);

    const { shown } = await scoresAtDesk(office, callId, { round });
    expect(shown!.results.scores.map(({ application }) => application).toSorted()).toEqual(ids.slice(0, 6).toSorted());
    expect(Object.values(shown!.reviewers).toSorted()).toEqual(['专家anna', '专家bo', '专家cai']);
    expect([shown!.isStale, shown!.isNameless, shown!.adds]).toEqual([false, false, 6]);
    expect(shown!.statement[0]).toContain('6 份申报、3 位专家');
    expect(JSON.stringify(await db.select().from(scoreRuns))).not.toContain('anna');
  });

  test('gives other rooms a figure for each application they see the marks of', async ({ db }) => {
    const { callId, office, ids } = await aRound(db);
    await reckoned(db, office, callId);
    const latest = await latestScores(office, callId, round);
    expect(latest.get(ids[0]!)).toMatchObject({ why: null, number: 1, isPublished: false });
    expect(latest.get(ids[6]!)).toBeUndefined();
    expect(await latestScores(as(db, 'programme-officer', '320102'), callId, round)).toEqual(new Map());
  });

  test('without a single review says so and cannot be published', async ({ db }) => {
    const { callId, office } = await aRound(db, { areReviewed: false });
    const id = await reckoned(db, office, callId);
    expect((await scoresAtDesk(office, callId, { round })).shown!.results).toMatchObject({ state: 'raw', islands: [{ raw: 'no-marks' }] });
    await expect(publishScores(office, id)).rejects.toThrow('scoring-empty');
  });

  test('is refused to others, to those who have a part in an application, and for a draft', async ({ db }) => {
    const { callId, ids } = await aRound(db);
    await expect(askScores(as(db, 'expert', '*'), callId, { round })).rejects.toThrow('not-allowed');
    await expect(askScores(as(db, 'programme-officer', '340111'), callId, { round })).rejects.toThrow('not-allowed');
    const both = ctxOf(db, { ...person('programme-officer', '*', 'anna') });
    await expect(scoresAtDesk(both, callId, { round })).rejects.toThrow('involved-in-scoring');
    await expect(askScores(both, callId, { round })).rejects.toThrow('involved-in-scoring');
    const draft = await aCall(db, { state: 'draft' });
    const office = ctxOf(db, person('programme-officer', '*', 'office'));
    await expect(askScores(office, draft, { round })).rejects.toThrow('scoring-call-draft');
    await expect(scoresAtDesk(office, callId, { round, runId: ids[0]! })).rejects.toThrow('scoring-not-found');
    await expect(publishScores(office, ids[0]!)).rejects.toThrow('scoring-not-found');
  });

  test('runs as whoever asked is today; somebody who may no longer is told why', async ({ db }) => {
    const { callId, office } = await aRound(db);
    const id = await askScores(office, callId, { round });
    await expect(publishScores(office, id)).rejects.toThrow('scoring-not-ready');
    await db.update(users).set({ disabledAt: today }).where(eq(users.id, 'office'));
    expect(await computeScores(ctxOf(db, system), id)).toBe('sign-in-needed');
    expect((await scoresAtDesk(office, callId, { round })).runs).toMatchObject([{ state: 'refused', refusal: 'sign-in-needed' }]);
  });
});

describe('published scores', () => {
  test('stand when an entry comes, an expert leaves and a late review arrives; a new reckoning shows the differences', async ({ db }) => {
    const { callId, office, ids, experts } = await aRound(db);
    const first = await reckoned(db, office, callId);
    expect(await publishScores(office, first)).toBe(6);
    expect(await eventsOf(db, first)).toContain('scores.published');
    const before = await publishedOf(office, callId, round);
    await expect(publishScores(office, first)).rejects.toThrow('scoring-published');

    await aReview(db, ids[6]!, experts[0]!, 95, 500);
    await aReview(db, ids[6]!, experts[1]!, 70, 501);
    await db.update(assignments).set({ setAsideAt: today }).where(eq(assignments.expertId, 'cai'));
    expect((await scoresAtDesk(office, callId, { round })).shown!.isStale).toBe(true);
    const second = await reckoned(db, office, callId);
    const { shown } = await scoresAtDesk(office, callId, { round });
    expect(shown!.run.number).toBe(2);
    expect(shown!.fromPublished.map(({ kind }) => kind)).toContain('changed');
    expect(shown!.fromPublished).toContainEqual(expect.objectContaining({ application: ids[6], kind: 'added' }));

    expect(await publishScores(office, second)).toBe(1);
    const after = await publishedOf(office, callId, round);
    for (const [id, figures] of before) expect(after.get(id)).toEqual(figures);
    expect((await latestScores(office, callId, round)).get(ids[0]!)).toMatchObject({ score: before.get(ids[0]!)!.score, isPublished: true });
    expect(await publishedStatements(ctxOf(db), callId, 'en')).toHaveLength(2);

    const third = await reckoned(db, office, callId);
    await expect(publishScores(office, third)).rejects.toThrow('scoring-adds-nothing');
  });

  test('cannot be altered or removed, nor can results once written, whatever asks for it', async ({ db }) => {
    const { callId, office, ids } = await aRound(db);
    const id = await reckoned(db, office, callId);
    const refused = async (run: (tx: Db) => Promise<unknown>) => {
      const cause = await db.transaction(async (tx) => { await run(tx); }).then(() => null, (error: { cause?: { code?: string } }) => error.cause?.code);
      expect(cause).toBe('PS001');
    };
    await refused((tx) => tx.update(scoreRuns).set({ results: null }).where(eq(scoreRuns.id, id)));
    await publishScores(office, id);
    await refused((tx) => tx.update(scoreRuns).set({ publishedAt: null }).where(eq(scoreRuns.id, id)));
    await refused((tx) => tx.delete(scoreRuns).where(eq(scoreRuns.id, id)));
    await refused((tx) => tx.update(publishedScores).set({ score: 99 }).where(eq(publishedScores.applicationId, ids[0]!)));
    await refused((tx) => tx.execute(sql`delete from published_scores`));
  });
});

describe('where the office reads without names', () => {
  test('reviewers are numbers by leniency, without what would tell who they are, until all is decided', async ({ db }) => {
    const { callId, office } = await aRound(db);
    const nameless = { ...usualBlindness, first: { ...usualBlindness.first, officeSeesNames: 'after-decision' as const } };
    const [call] = await db.select({ review: calls.review }).from(calls).where(eq(calls.id, callId));
    await db.update(calls).set({ review: { ...call!.review, blindness: nameless } }).where(eq(calls.id, callId));
    await reckoned(db, office, callId);
    const { shown } = await scoresAtDesk(office, callId, { round });
    expect(shown!.isNameless).toBe(true);
    expect(Object.entries(shown!.reviewers)).toEqual([['1', '#1'], ['2', '#2'], ['3', '#3']]);
    expect(shown!.results.pairs).toEqual([]);
    expect(shown!.results.agreement.between).toEqual([]);
    const told = JSON.stringify(shown);
    for (const expert of ['anna', 'bo', 'cai']) for (const word of [`专家${expert}`, pseudonym(callId, expert)]) expect(told).not.toContain(word);
    const leniencies = shown!.results.reviewers.map(({ leniency }) => leniency!);
    expect(leniencies).toEqual(leniencies.toSorted((a, b) => b - a));
  });
});
