import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { experts } from '#app/domain/pilot/experts/tables.server.ts';
import { secondRounds } from '#app/domain/pilot/panels/tables.server.ts';
import { assignments } from '#app/domain/pilot/review/tables.server.ts';
import { withdrawAssignment } from '#app/domain/pilot/review/withdraw-assignment.ts';
import { aCall, anApplication, aUser } from '#tests/cycle.ts';
import { anExpert, assign, eventsOf } from '#tests/reviews.ts';
import { as, ctxOf, hefei, person, test, today } from '#tests/world.ts';
import { listChoices } from './candidates.ts';
import { keepPairs, putPair, takePair } from './change-pairs.ts';
import { discardPlan } from './discard-plan.ts';
import { PlanInput } from './input.ts';
import { carryOutPlan, lockPlan } from './lock-plan.ts';
import { orderAgain, orderPlan } from './order-plan.ts';
import { listPlans, readLoads, readPairs } from './read.ts';
import { solvePlan } from './solve-plan.ts';
import { assignmentPlanPairs, assignmentPlans } from './tables.server.ts';

const officer = 'officer';
const office = (db: Db) => ctxOf(db, person('programme-officer', '*', officer));
const settings = (given: Record<string, string> = {}) => PlanInput.parse({ reviewsPerApplication: '2', mostLoad: '10', seed: '7', ...given });
const pairsOf = (db: Db, planId: string) => db.select().from(assignmentPlanPairs).where(eq(assignmentPlanPairs.planId, planId));
const planOf = async (db: Db, id: string) => (await db.select().from(assignmentPlans).where(eq(assignmentPlans.id, id)))[0]!;
const aPair = (plan: { revision: number }, applicationId: string, expertId: string, inPlaceOf = '') => ({ applicationId, expertId, inPlaceOf, revision: plan.revision });

/** A call with some applications that passed the check, an officer who may work in the background, and experts of all fields from elsewhere. */
async function aWorld(db: Db, { applications = 3, names = ['a', 'b', 'c', 'd'] } = {}) {
  await aUser(db, officer);
  await db.update(users).set({ twoFactorEnabled: true }).where(eq(users.id, officer));
  await db.insert(roleGrants).values({ userId: officer, role: 'programme-officer', regionCode: '*', grantedBy: 'admin', grantedAt: today });
  const callId = await aCall(db);
  const ids: string[] = [];
  for (let i = 0; i < applications; i++) ids.push(await anApplication(db, { callId, status: 'complete', regionCode: `34011140${i}`, applicantCode: '340111' }));
  const fields = ['education', 'policy', 'social-work', 'planning-design'] as const;
  for (const [i, name] of names.entries()) await anExpert(db, name, { fields: [fields[i % 4]!], regionCode: `${32 + i}0102` });
  return { callId, ids };
}

async function aPlan(db: Db, callId: string, given: Record<string, string> = {}) {
  const id = await orderPlan(office(db), callId, settings(given));
  await solvePlan(ctxOf(db), id);
  return planOf(db, id);
}

describe('ordering a plan', () => {
  test('keeps its settings and seed, is worked out in the background with reasons, and leaves records', async ({ db }) => {
    const { callId, ids } = await aWorld(db);
    const plan = await aPlan(db, callId);
    expect(plan).toMatchObject({ state: 'draft', seed: 7, settings: { reviewsPerApplication: 2 }, stats: { applications: 3, experts: 4, missing: [], groups: 1 } });
    expect(await eventsOf(db, plan.id)).toEqual(['plan.ordered', 'plan.proposed']);
    const { rows } = await readPairs(office(db), plan, {});
    expect(rows.map(({ id, team }) => [id, team.length])).toEqual(ids.toSorted().map((id) => [id, 2]));
    expect(rows[0]!.team[0]!.reasons).toMatchObject({ place: 'elsewhere', repeats: false });
    expect(await db.select().from(assignments)).toEqual([]);
  });

  test('with the same seed is the same plan again; a plan that was given up frees the round', async ({ db }) => {
    const { callId } = await aWorld(db);
    const first = await aPlan(db, callId, { chance: '20' });
    await discardPlan(office(db), first.id);
    const second = await aPlan(db, callId, { chance: '20' });
    const bare = async (id: string) => (await pairsOf(db, id)).map(({ applicationId, expertId }) => `${applicationId} ${expertId}`).toSorted();
    expect(await bare(second.id)).toEqual(await bare(first.id));
    expect(await eventsOf(db, first.id)).toEqual(['plan.ordered', 'plan.proposed', 'plan.discarded']);
    await expect(discardPlan(office(db), first.id)).rejects.toThrow('plan-closed');
  });

  test('is refused while another is open, for a draft call and for a day that is past', async ({ db }) => {
    const { callId } = await aWorld(db);
    await orderPlan(office(db), callId, settings());
    await expect(orderPlan(office(db), callId, settings())).rejects.toThrow('plan-open-already');
    await expect(orderPlan(office(db), callId, settings({ round: '2', dueOn: '2026-08-31' }))).rejects.toThrow('plan-due-past');
    await expect(orderPlan(office(db), await aCall(db, { state: 'draft' }), settings())).rejects.toThrow('plan-call-draft');
  });

  test('is for the programme office of the whole call', async ({ db }) => {
    const { callId } = await aWorld(db);
    const plan = await aPlan(db, callId);
    for (const who of [as(db, 'programme-officer', hefei), as(db, 'expert', '*'), as(db, 'government-officer', '*'), as(db, 'system-admin', '*')]) {
      await expect(orderPlan(who, callId, settings())).rejects.toThrow('not-allowed');
      await expect(listPlans(who, callId)).rejects.toThrow('not-allowed');
      await expect(listChoices(who, plan, plan.id)).rejects.toThrow('not-allowed');
      for (const deed of [orderAgain(who, plan.id, settings()), keepPairs(who, plan.id, { applicationId: '', expertId: '', isLocked: true }), lockPlan(who, plan.id, 1), discardPlan(who, plan.id)]) {
        await expect(deed).rejects.toThrow('not-allowed');
      }
    }
    await expect(orderPlan(ctxOf(db), callId, settings())).rejects.toThrow('sign-in-needed');
  });

  test('that cannot be made at all says why and does not block the round', async ({ db }) => {
    const { callId } = await aWorld(db, { names: [] });
    const plan = await aPlan(db, callId);
    expect(plan).toMatchObject({ state: 'failed', problem: 'plan-no-experts' });
    expect(await eventsOf(db, plan.id)).toEqual(['plan.ordered', 'plan.failed']);
    expect(await aPlan(db, await aCall(db))).toMatchObject({ state: 'failed', problem: 'plan-nothing-to-assign' });
    expect(await solvePlan(ctxOf(db), plan.id)).toBe('settled');
    await orderPlan(office(db), callId, settings());
  });
});

describe('conflicts and lacks', () => {
  test('an expert from the applicant’s district is never proposed, nor put in by hand', async ({ db }) => {
    const { callId, ids } = await aWorld(db);
    await anExpert(db, 'near', { regionCode: '340111', fields: ['education', 'policy', 'childrens-rights'] });
    const plan = await aPlan(db, callId);
    expect((await pairsOf(db, plan.id)).filter(({ expertId }) => expertId === 'near')).toEqual([]);
    await expect(putPair(office(db), plan.id, aPair(plan, ids[0]!, 'near'))).rejects.toThrow('expert-same-region');
    expect((await listChoices(office(db), plan, ids[0]!)).find(({ id }) => id === 'near')).toMatchObject({ kind: 'same-region' });
  });

  test('when all experts are in conflict each application says whom it lacks and why', async ({ db }) => {
    const { callId, ids } = await aWorld(db, { applications: 1, names: [] });
    for (const name of ['x', 'y']) await anExpert(db, name, { regionCode: '340111' });
    const plan = await aPlan(db, callId);
    expect(plan.stats!.missing).toEqual([{ applicationId: ids[0], seats: 2, why: 'all-in-conflict', free: 0, apart: 2 }]);
    expect((await readPairs(office(db), plan, { only: 'lacking' })).rows).toMatchObject([{ id: ids[0], team: [], lack: { seats: 2 } }]);
    await expect(lockPlan(office(db), plan.id, plan.revision)).rejects.toThrow('assignment-plan-empty');
  });

  test('too few experts and loads too small are told apart', async ({ db }) => {
    const { callId } = await aWorld(db, { names: ['a'] });
    const few = await aPlan(db, callId);
    expect(few.stats!.missing.map(({ why }) => why)).toEqual(['too-few-experts', 'too-few-experts', 'too-few-experts']);
    await discardPlan(office(db), few.id);
    const small = await aPlan(db, callId, { reviewsPerApplication: '1', mostLoad: '2' });
    expect(small.stats!.missing).toMatchObject([{ seats: 1, why: 'loads-full', free: 1 }]);
  });

  test('who may not be assigned today is left out; what an expert has in hand leaves less room', async ({ db }) => {
    const { callId, ids } = await aWorld(db);
    await db.update(experts).set({ standing: 'suspended' }).where(eq(experts.userId, 'a'));
    await db.update(experts).set({ maxLoad: 1 }).where(eq(experts.userId, 'b'));
    const plan = await aPlan(db, callId);
    const of = async (name: string) => (await pairsOf(db, plan.id)).filter(({ expertId }) => expertId === name).length;
    expect([await of('a'), await of('b')]).toEqual([0, 1]);
    const free = ids.find((id) => !(id === ''))!;
    await expect(putPair(office(db), plan.id, aPair(plan, free, 'a'))).rejects.toThrow('expert-suspended');
  });
});

describe('changing a plan by hand', () => {
  test('puts, replaces and takes out, each with a record; what was put in is locked', async ({ db }) => {
    const { callId, ids } = await aWorld(db);
    let plan = await aPlan(db, callId);
    const team = (await pairsOf(db, plan.id)).filter(({ applicationId }) => applicationId === ids[0]).map(({ expertId }) => expertId);
    const [other] = ['a', 'b', 'c', 'd'].filter((name) => !team.includes(name));
    await putPair(office(db), plan.id, aPair(plan, ids[0]!, other!, team[0]!));
    plan = await planOf(db, plan.id);
    expect((await pairsOf(db, plan.id)).filter(({ applicationId }) => applicationId === ids[0])).toEqual(
      expect.arrayContaining([expect.objectContaining({ expertId: other, isLocked: true, isByHand: true }), expect.objectContaining({ expertId: team[1] })]),
    );
    await takePair(office(db), plan.id, aPair(plan, ids[0]!, team[1]!));
    await expect(takePair(office(db), plan.id, aPair(plan, ids[0]!, team[1]!))).rejects.toThrow('changed-meanwhile');
    plan = await planOf(db, plan.id);
    await expect(takePair(office(db), plan.id, aPair(plan, ids[0]!, team[1]!))).rejects.toThrow('pair-not-found');
    await expect(putPair(office(db), plan.id, aPair(plan, ids[0]!, other!))).rejects.toThrow('expert-already-assigned');
    await expect(putPair(office(db), plan.id, aPair(plan, ids[0]!, 'nobody'))).rejects.toThrow('expert-not-found');
    expect(await eventsOf(db, plan.id)).toEqual(['plan.ordered', 'plan.proposed', 'plan.pair-put', 'plan.pair-taken']);
    expect((await readLoads(office(db), plan)).figures).toMatchObject({ pairs: 5, locked: 1 });
  });

  test('locked pairs stay when it is worked out anew for somebody who left', async ({ db }) => {
    const { callId } = await aWorld(db);
    const plan = await aPlan(db, callId);
    await keepPairs(office(db), plan.id, { applicationId: '', expertId: '', isLocked: true });
    await keepPairs(office(db), plan.id, { applicationId: '', expertId: 'a', isLocked: false });
    const stay = (await pairsOf(db, plan.id)).filter(({ expertId }) => expertId !== 'a').map(({ applicationId, expertId }) => `${applicationId} ${expertId}`);
    await db.update(experts).set({ standing: 'suspended' }).where(eq(experts.userId, 'a'));
    await orderAgain(office(db), plan.id, settings({ seed: '9' }));
    await expect(takePair(office(db), plan.id, aPair(plan, plan.id, 'b'))).rejects.toThrow('plan-not-ready');
    await solvePlan(ctxOf(db), plan.id);
    const now = await pairsOf(db, plan.id);
    expect(now).toHaveLength(6);
    expect(now.filter(({ isLocked }) => isLocked).map(({ applicationId, expertId }) => `${applicationId} ${expertId}`).toSorted()).toEqual(stay.toSorted());
    expect(now.filter(({ expertId }) => expertId === 'a')).toEqual([]);
    expect(await eventsOf(db, plan.id)).toEqual(['plan.ordered', 'plan.proposed', 'plan.pairs-kept', 'plan.pairs-freed', 'plan.ordered', 'plan.proposed']);
  });
});

describe('locking a plan', () => {
  test('assigns pair by pair and says of each what came of it', async ({ db }) => {
    const { callId } = await aWorld(db);
    const plan = await aPlan(db, callId, { dueOn: '2026-09-20' });
    await expect(lockPlan(office(db), plan.id, plan.revision - 1)).rejects.toThrow('changed-meanwhile');
    await lockPlan(office(db), plan.id, plan.revision);
    await db.update(experts).set({ standing: 'suspended' }).where(eq(experts.userId, 'a'));
    await carryOutPlan(ctxOf(db), plan.id);
    const pairs = await pairsOf(db, plan.id);
    for (const { expertId, outcome } of pairs) expect(outcome).toBe(expertId === 'a' ? 'expert-suspended' : 'assigned');
    const made = await db.select().from(assignments);
    expect(made).toHaveLength(pairs.filter(({ expertId }) => expertId !== 'a').length);
    expect(made[0]).toMatchObject({ state: 'assigned', assignedBy: officer, dueOn: '2026-09-20', round: 1 });
    expect(await planOf(db, plan.id)).toMatchObject({ state: 'locked', lockedBy: officer });
    expect(await eventsOf(db, plan.id)).toEqual(['plan.ordered', 'plan.proposed', 'plan.locked', 'plan.carried-out']);
    expect(await carryOutPlan(ctxOf(db), plan.id)).toBe('settled');
    await expect(takePair(office(db), plan.id, aPair(plan, pairs[0]!.applicationId, pairs[0]!.expertId))).rejects.toThrow('plan-closed');
  });

  test('afterwards another plan fills only what is empty, and does not bring back whoever was taken off', async ({ db }) => {
    const { callId, ids } = await aWorld(db);
    const [stays, goes] = [await assign(db, ids[0]!, 'a'), await assign(db, ids[0]!, 'b')];
    await withdrawAssignment(office(db), ids[0]!, goes);
    const plan = await aPlan(db, callId);
    const mine = (await pairsOf(db, plan.id)).filter(({ applicationId }) => applicationId === ids[0]);
    expect(mine).toHaveLength(1);
    expect(['a', 'b']).not.toContain(mine[0]!.expertId);
    expect((await db.select().from(assignments).where(eq(assignments.id, stays)))[0]).toMatchObject({ state: 'assigned' });
  });

  test('of a second round takes in only what a second round was opened for', async ({ db }) => {
    const { callId, ids } = await aWorld(db);
    await db.insert(secondRounds).values({ applicationId: ids[1]!, ground: 'disputed', reason: '分差较大', wanted: 1, counting: 'both', openedBy: officer, openedByName: officer, openedAt: today });
    const plan = await aPlan(db, callId, { round: '2' });
    expect(new Set((await pairsOf(db, plan.id)).map(({ applicationId }) => applicationId))).toEqual(new Set([ids[1]]));
  });
});
