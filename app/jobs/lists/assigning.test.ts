import { describe, expect } from 'vitest';
import { assignmentPlanPairs, assignmentPlans } from '#app/domain/pilot/assigning/tables.server.ts';
import { aCall, anApplication, aUser } from '#tests/cycle.ts';
import { anExpert, office } from '#tests/reviews.ts';
import { as, hefei, test, today } from '#tests/world.ts';
import { assignmentPlanList } from './assigning.ts';

describe('a plan of assignment as a file', () => {
  test('has a line a pair with its reason in words, and a line for each application that lacks experts', async ({ db }) => {
    const callId = await aCall(db);
    const [full, empty] = [await anApplication(db, { callId, status: 'complete' }), await anApplication(db, { callId, status: 'complete', regionCode: '340111401' })];
    await aUser(db, 'officer');
    await anExpert(db, 'a');
    const missing = [{ applicationId: empty, seats: 1, why: 'all-in-conflict' as const, free: 0, apart: 1 }];
    const stats = { applications: 2, experts: 1, value: 80, bound: 80, worst: 80, worstBefore: 80, worstBound: 80, meanMatch: 80, groups: 1, missing, short: [] };
    const [plan] = await db
      .insert(assignmentPlans)
      .values({ callId, state: 'draft', seed: 7, settings: {} as never, stats, orderedBy: 'officer', orderedByName: '王宁', orderedAt: today })
      .returning({ id: assignmentPlans.id });
    await db.insert(assignmentPlanPairs).values({ planId: plan!.id, applicationId: full, expertId: 'a', match: 80, isByHand: true, isLocked: true, reasons: { fields: ['education'], place: 'elsewhere', repeats: false, load: 1, most: 5 } });

    const lines = [];
    for await (const batch of assignmentPlanList.rows(office(db), `?id=${plan!.id}`)) lines.push(...batch);
    expect(lines.map((line) => line.slice(2))).toEqual([
      ['专家a', 80, '专业：教育；外地；连同以前分配的 1 份，至多 5 份；手工放入', '是', ''],
      ['缺 1 位', null, expect.stringContaining('都应当回避（1 位）'), '', ''],
    ]);
    const english = [];
    for await (const batch of assignmentPlanList.rows({ ...office(db), locale: 'en' }, `?id=${plan!.id}`)) english.push(...batch);
    expect(english[0]![4]).toBe('Education; from elsewhere; 1 with what was assigned before, of at most 5; put in by hand');
  });

  test('is for the programme office of the whole call, and of a plan that is there', async ({ db }) => {
    const read = async (ctx: ReturnType<typeof office>, search: string) => {
      for await (const batch of assignmentPlanList.rows(ctx, search)) expect(batch).toEqual([]);
    };
    await expect(read(office(db), '')).rejects.toThrow('not-found');
    await expect(read(office(db), '?id=nothing')).rejects.toThrow('assignment-plan-not-found');
    const callId = await aCall(db);
    await aUser(db, 'officer');
    const [plan] = await db.insert(assignmentPlans).values({ callId, seed: 7, settings: {} as never, orderedBy: 'officer', orderedByName: '王宁', orderedAt: today }).returning({ id: assignmentPlans.id });
    await expect(read(as(db, 'programme-officer', hefei), `?id=${plan!.id}`)).rejects.toThrow('not-allowed');
  });
});
