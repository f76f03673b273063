import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { draftNotice } from './draft-notice.ts';
import { publishNotice } from './publish-notice.ts';
import { tellNotice } from './tell-notices.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import type { Db } from '#app/db/db.server.ts';
import { aCall, anApplication } from '#tests/cycle.ts';
import { as, ctxOf, test, today } from '#tests/world.ts';

async function published(db: Db) {
  await db.insert(users).values([
    { id: 'starter', name: '经办人', email: 'starter@tongyou.invalid' },
    { id: 'answerer', name: '办公室', email: 'answerer@tongyou.invalid' },
    { id: 'elsewhere', name: '外省办公室', email: 'elsewhere@tongyou.invalid' },
  ]);
  await db.insert(roleGrants).values([
    { userId: 'answerer', role: 'programme-officer', regionCode: '*', grantedBy: 'test', grantedAt: today },
    { userId: 'elsewhere', role: 'programme-officer', regionCode: '32', grantedBy: 'test', grantedAt: today },
  ]);
  const callId = await aCall(db, { state: 'closed', questionSetId: 'pilot-1' });
  await anApplication(db, { callId, status: 'accepted', startedBy: 'starter' });
  const office = as(db, 'programme-officer', '*');
  const id = await draftNotice(office, { callId, title: '关于拟列入试点名单的公示', body: '' });
  await publishNotice(office, id, { starts: 'today' });
  return id;
}

const toldTo = async (db: Db, userId: string) => (await db.select().from(messages).where(eq(messages.userId, userId))).map((row) => row.kind);

describe('telling of a notice', () => {
  test('reaches the people behind an application on the list, once', async ({ db }) => {
    const id = await published(db);
    expect(await tellNotice(ctxOf(db), id, 'record')).toBe('1');
    expect(await tellNotice(ctxOf(db), id, 'record')).toBe('0');
    expect(await toldTo(db, 'starter')).toEqual(['notice-published']);
  });
});
