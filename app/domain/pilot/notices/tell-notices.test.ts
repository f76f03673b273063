import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { draftNotice } from './draft-notice.ts';
import { publishNotice } from './publish-notice.ts';
import { receiveObjection } from './receive-objection.ts';
import { objections } from './tables.server.ts';
import { tellNotice, tellObjection } from './tell-notices.ts';
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

describe('telling of an objection', () => {
  test('reaches those who answer it for the nation, and no office elsewhere', async ({ db }) => {
    const id = await published(db);
    await receiveObjection(ctxOf(db), id, { applicationId: '', manner: 'anonymous', name: '', contact: '', content: '活动室去年没有开放过，附近居民都知道，请核实。' });
    const [objection] = await db.select().from(objections).where(eq(objections.noticeId, id));
    expect(await tellObjection(ctxOf(db), objection!.id, 'record')).toBe('1');
    expect(await toldTo(db, 'answerer')).toEqual(['objection-received']);
    expect(await toldTo(db, 'elsewhere')).toEqual([]);
  });
});
