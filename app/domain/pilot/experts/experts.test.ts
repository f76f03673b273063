import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { aRegion, aUser } from '#tests/cycle.ts';
import { as, hefei, test, today } from '#tests/world.ts';
import { listExperts } from './experts.ts';
import { registerExpert } from './register-expert.ts';

const office = (db: Db) => as(db, 'programme-officer', '*');
const eventsOf = async (db: Db, id: string) => (await db.select().from(records).where(eq(records.subjectId, id))).map((row) => row.event);

describe('the list of experts', () => {
  const typed = { account: 'prof@example.cn', fields: ['policy' as const], regionCode: '3201', organisationName: '示例大学' };

  test('takes somebody who holds the role, and leaves a record', async ({ db }) => {
    await aRegion(db, '3201');
    await aUser(db, 'prof', '示例教授');
    await expect(registerExpert(office(db), typed)).rejects.toThrow('expert-role-missing');
    await db.insert(roleGrants).values({ userId: 'prof', role: 'expert', regionCode: '*', grantedBy: 'admin', grantedAt: today });
    await registerExpert(office(db), typed);
    expect((await listExperts(office(db), { query: '示例教' })).rows).toMatchObject([{ id: 'prof', fields: ['policy'], load: 0 }]);
    expect((await listExperts(office(db), { field: 'education', query: '示例教' })).rows).toEqual([]);
    expect(await eventsOf(db, 'prof')).toEqual(['expert.registered']);
    await expect(registerExpert(office(db), typed)).rejects.toThrow('expert-already-listed');
  });

  test('refuses unknown accounts and regions, and everybody but the office', async ({ db }) => {
    await expect(registerExpert(office(db), { ...typed, regionCode: '*' })).rejects.toThrow('expert-not-found');
    await expect(registerExpert(office(db), { ...typed, regionCode: '99' })).rejects.toThrow('region-not-found');
    await expect(registerExpert(as(db, 'government-officer', '*'), typed)).rejects.toThrow('not-allowed');
    await expect(registerExpert(as(db, 'programme-officer', hefei), typed)).rejects.toThrow('not-allowed');
  });
});
