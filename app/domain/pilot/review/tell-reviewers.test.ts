import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { system } from '#app/platform/ctx.ts';
import { anApplication, aUser } from '#tests/cycle.ts';
import { ctxOf, test, today } from '#tests/world.ts';
import { assignments } from './tables.server.ts';
import { tellConflict, tellExpert } from './tell-reviewers.ts';

async function anAssignment(db: Db) {
  const applicationId = await anApplication(db, { status: 'in-review' });
  for (const id of ['expert-1', 'officer-1']) await aUser(db, id, `姓名${id}`);
  await db.insert(roleGrants).values({ userId: 'officer-1', role: 'programme-officer', regionCode: '*', grantedBy: 'admin', grantedAt: today });
  const [row] = await db.insert(assignments).values({ applicationId, expertId: 'expert-1', assignedBy: 'officer-1', assignedAt: today, dueOn: '2026-09-20' }).returning();
  return { id: row!.id, applicationId };
}

describe('telling about reviews', () => {
  test('the expert hears of the review, with its limit', async ({ db }) => {
    const { id } = await anAssignment(db);
    await tellExpert(ctxOf(db, system), id, 'review-assigned', 'record-1');
    expect(await db.select().from(messages).where(eq(messages.userId, 'expert-1'))).toMatchObject([{ kind: 'review-assigned', params: { unit: '滨湖世纪社区', day: '2026-09-20' }, link: `/desk/reviews/${id}` }]);
  });

  test('the office hears of a conflict, and no name stands in the message', async ({ db }) => {
    const { id, applicationId } = await anAssignment(db);
    await tellConflict(ctxOf(db, system), id, 'record-2');
    const told = await db.select().from(messages).where(eq(messages.userId, 'officer-1'));
    expect(told).toMatchObject([{ kind: 'review-conflict', link: `/desk/applications/${applicationId}/review` }]);
    expect(JSON.stringify(told)).not.toContain('姓名expert-1');
  });
});
