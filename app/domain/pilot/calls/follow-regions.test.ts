import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { followRegions } from './follow-regions.ts';
import { calls } from './tables.server.ts';
import { regionChangeLines, regionChanges } from '#app/domain/base/regions/tables.server.ts';
import { system } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { aCall, aRegion } from '#tests/cycle.ts';
import { baohe, ctxOf, hefei, test, today } from '#tests/world.ts';

describe('the calls of a region that changed', () => {
  test('go on in its principal successor, once; those that are over stay', async ({ db }) => {
    const open = await aCall(db, { regionCode: baohe });
    const over = await aCall(db, { regionCode: baohe, state: 'closed' });
    const other = await aCall(db, { regionCode: hefei });
    const [made] = await db.insert(regionChanges).values({ effectiveOn: '2026-09-01', source: '文', state: 'applied', proposedBy: 'a', proposedByName: 'a', proposedAt: today }).returning();
    for (const code of ['340198', '340199']) await aRegion(db, code);
    const line = { changeId: made!.id, kind: 'split' as const, fromCode: baohe, fromName: '', toName: '新区' };
    await db.insert(regionChangeLines).values([{ ...line, position: 0, toCode: '340198' }, { ...line, position: 1, toCode: '340199' }]);
    expect(await followRegions(ctxOf(db, system), made!.id)).toBe('1');
    expect(await followRegions(ctxOf(db, system), made!.id)).toBe('0');
    const regionOf = async (id: string) => (await db.select({ code: calls.regionCode }).from(calls).where(eq(calls.id, id)))[0]!.code;
    expect(await Promise.all([open, over, other].map(regionOf))).toEqual(['340198', baohe, hefei]);
    expect(await db.select({ event: records.event }).from(records).where(eq(records.subjectId, open))).toEqual([{ event: 'call.region-followed' }]);
  });
});
