import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { system } from '#app/platform/ctx.ts';
import { anApplication, aUser } from '#tests/cycle.ts';
import { anAssignment } from '#tests/reviews.ts';
import { ctxOf, test, today } from '#tests/world.ts';
import { assignments } from './tables.server.ts';
import { remindExperts } from './remind-experts.ts';
import { tellConflict, tellExpert } from './tell-reviewers.ts';

async function waiting(db: Db) {
  const applicationId = await anApplication(db, { status: 'in-review' });
  for (const id of ['expert-1', 'officer-1']) await aUser(db, id, `姓名${id}`);
  await db.insert(roleGrants).values({ userId: 'officer-1', role: 'programme-officer', regionCode: '*', grantedBy: 'admin', grantedAt: today });
  return { id: await anAssignment(db, { applicationId, expertId: 'expert-1', assignedBy: 'officer-1', dueOn: '2026-09-20' }), applicationId };
}

describe('telling about reviews', () => {
  test('the expert hears of the review, with its limit', async ({ db }) => {
    const { id } = await waiting(db);
    await tellExpert(ctxOf(db, system), id, 'review-assigned', 'record-1');
    expect(await db.select().from(messages).where(eq(messages.userId, 'expert-1'))).toMatchObject([{ kind: 'review-assigned', params: { unit: '滨湖世纪社区', day: '2026-09-20' }, link: `/desk/reviews/${id}` }]);
  });

  test('the office hears of a conflict, and no name stands in the message', async ({ db }) => {
    const { id, applicationId } = await waiting(db);
    await tellConflict(ctxOf(db, system), id, 'record-2');
    const told = await db.select().from(messages).where(eq(messages.userId, 'officer-1'));
    expect(told).toMatchObject([{ kind: 'review-conflict', link: `/desk/applications/${applicationId}/review` }]);
    expect(JSON.stringify(told)).not.toContain('姓名expert-1');
  });
});

describe('reminding experts', () => {
  const clock = (db: Db, now: string) => ctxOf(db, system, new Date(now));
  const toldTo = async (db: Db) => (await db.select().from(messages).where(eq(messages.userId, 'expert-1'))).map(({ kind, params }) => [kind, params.day]);

  test('happens once after the last day of a review, and again only for a new day', async ({ db }) => {
    const { id } = await waiting(db);
    expect(await remindExperts(clock(db, '2026-09-20T15:59:00Z'))).toBe('0');
    expect(await remindExperts(clock(db, '2026-09-20T16:00:00Z'))).toBe('1');
    expect(await remindExperts(clock(db, '2026-09-22T01:10:00Z'))).toBe('0');
    await db.update(assignments).set({ dueOn: '2026-09-25' }).where(eq(assignments.id, id));
    expect(await remindExperts(clock(db, '2026-09-26T01:10:00Z'))).toBe('1');
    expect(await toldTo(db)).toEqual([['review-late', '2026-09-20'], ['review-late', '2026-09-25']]);
  });

  test('leaves alone who has handed in, stood aside or was never given a day, and what is decided', async ({ db }) => {
    const { id, applicationId } = await waiting(db);
    for (const given of [{ state: 'submitted' }, { state: 'conflict' }, { state: 'accepted', dueOn: null }] as const) {
      await db.update(assignments).set(given).where(eq(assignments.id, id));
      expect(await remindExperts(clock(db, '2026-10-20T01:10:00Z'))).toBe('0');
    }
    await db.update(assignments).set({ state: 'accepted', dueOn: '2026-09-20' }).where(eq(assignments.id, id));
    await db.update(applications).set({ status: 'accepted' }).where(eq(applications.id, applicationId));
    expect(await remindExperts(clock(db, '2026-10-20T01:10:00Z'))).toBe('0');
    expect(await toldTo(db)).toEqual([]);
  });
});
