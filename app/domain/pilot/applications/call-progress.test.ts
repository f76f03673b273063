import { describe, expect } from 'vitest';
import { callCounts } from './call-progress.ts';
import type { Db } from '#app/db/db.server.ts';
import { aCall, anApplication } from '#tests/cycle.ts';
import { as, test } from '#tests/world.ts';

const office = (db: Db) => as(db, 'programme-officer', '*');

describe('the progress of a call', () => {
  test('counts applications by status, in the region of the officer only', async ({ db }) => {
    const callId = await aCall(db);
    await anApplication(db, { callId, status: 'submitted' });
    await anApplication(db, { callId, status: 'draft', regionCode: '320102002001' });
    expect(await callCounts(office(db), callId)).toMatchObject({ submitted: 1, draft: 1, complete: 0 });
    expect(await callCounts(as(db, 'programme-officer', '34'), callId)).toMatchObject({ submitted: 1, draft: 0 });
    expect(await callCounts(as(db, 'government-officer', '34'), callId)).toMatchObject({ submitted: 0, draft: 0 });
  });
});
