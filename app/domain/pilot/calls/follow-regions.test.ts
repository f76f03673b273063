import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { followRegions } from './follow-regions.ts';
import { calls } from './tables.server.ts';
import { followRegions as followCommunities } from '#app/domain/base/communities/follow-regions.ts';
import { communities } from '#app/domain/base/communities/tables.server.ts';
import { applyPlan } from '#app/domain/base/regions/apply-plan.ts';
import { planChange } from '#app/domain/base/regions/change-plan.ts';
import type { ChangeLine } from '#app/domain/base/regions/model.ts';
import type { Db } from '#app/db/db.server.ts';
import { change } from '#app/platform/change.ts';
import { system } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { aCall, aRegion } from '#tests/cycle.ts';
import { ctxOf, hefei, test, today } from '#tests/world.ts';

const changeId = '01900000-0000-7000-8000-000000000009';
const [one, two] = ['340197', '340196'];

/** One county is parted into two, another only changes its code. */
async function aChange(db: Db) {
  const line = (kind: ChangeLine['kind'], fromCode: string, toCode: string): ChangeLine => ({ kind, fromCode, fromName: '', toCode, toName: `区${toCode}` });
  const units = ['34', hefei, one, two].map((code) => ({ code, name: `区${code}` }));
  const planned = planChange([line('split', one, '340198'), line('split', one, '340199'), line('recode', two, '340195')], units);
  if ('problems' in planned) throw new Error(JSON.stringify(planned.problems));
  await change(ctxOf(db, system), (tx) => applyPlan(tx, changeId, planned.plan));
}

describe('what follows a change of regions', () => {
  test('open calls go on in the principal successor, once; those that are over stay', async ({ db }) => {
    for (const code of [one, two]) await aRegion(db, code);
    const open = await aCall(db, { regionCode: one });
    const over = await aCall(db, { regionCode: one, state: 'closed' });
    const other = await aCall(db, { regionCode: hefei });
    await aChange(db);
    expect(await followRegions(ctxOf(db, system), changeId)).toBe('1');
    expect(await followRegions(ctxOf(db, system), changeId)).toBe('0');
    const regionOf = async (id: string) => (await db.select({ code: calls.regionCode }).from(calls).where(eq(calls.id, id)))[0]!.code;
    expect(await Promise.all([open, over, other].map(regionOf))).toEqual(['340198', one, hefei]);
    expect(await db.select({ event: records.event }).from(records).where(eq(records.subjectId, open))).toEqual([{ event: 'call.region-followed' }]);
  });

  test('what is known of a community goes to the one that alone took its place, and stays where it was', async ({ db }) => {
    for (const code of [one, two]) await aRegion(db, code);
    for (const regionCode of [one, two]) await db.insert(communities).values({ regionCode, facts: { children: 9 }, updatedAt: today });
    await aChange(db);
    expect(await followCommunities(ctxOf(db, system), changeId)).toBe('1');
    expect(await followCommunities(ctxOf(db, system), changeId)).toBe('1');
    const known = await db.select({ code: communities.regionCode }).from(communities).orderBy(communities.regionCode);
    expect(known.map(({ code }) => code).filter((code) => code.startsWith('34019'))).toEqual(['340195', two, one]);
  });
});
