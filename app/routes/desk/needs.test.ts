import { describe, expect } from 'vitest';
import { aCall, anApplication } from '#tests/cycle.ts';
import { as, baohe, binhu, neighbour, test } from '#tests/world.ts';
import type { Role } from '#app/domain/base/accounts/model.ts';
import { needsOf } from './needs.ts';

describe('what waits at the desk', () => {
  test('is what lies in the person’s own region and role, the late first, then what is due today', async ({ db }) => {
    const callId = await aCall(db);
    const at = (unit: string) => ({ callId, regionCode: `${binhu}${unit}`, applicantCode: binhu });
    await anApplication(db, { ...at('001'), status: 'complete' });
    await anApplication(db, { ...at('002'), checkDueOn: '2026-08-31' });
    await anApplication(db, { ...at('003'), checkDueOn: '2026-09-01' });
    await anApplication(db, { ...at('004'), status: 'draft' });
    await anApplication(db, { ...at('005'), status: 'returned', answerDueOn: '2026-09-01' });
    const seen = async (role: Role, region: string) =>
      (await needsOf(as(db, role, region))).filter((need) => need.count > 0).map(({ name, count, late, today }) => [name, count, late, today]);

    expect(await seen('programme-officer', '*')).toEqual([['overdue', 1, 1, 0], ['checks', 2, 1, 1], ['withoutExperts', 1, 0, 0]]);
    expect(await seen('government-officer', baohe)).toEqual([['returned', 1, 0, 1], ['drafts', 1, 0, 0]]);
    expect(await seen('programme-officer', neighbour)).toEqual([]);
    expect(await seen('expert', '*')).toEqual([]);
  });

  test('names to each role only what it may do', async ({ db }) => {
    const names = async (role: Role) => (await needsOf(as(db, role, '*'))).map((need) => need.name);
    expect(await names('security-admin')).toEqual(['invitations', 'unread']);
    expect(await names('expert')).toEqual(['newReviews', 'scoring', 'myVisits', 'evaluationsToWrite', 'agreement', 'unread']);
    expect(await names('organisation-agent')).toEqual(['unread']);
  });
});
