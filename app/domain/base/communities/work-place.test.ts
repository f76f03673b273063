import { describe, expect } from 'vitest';
import { aRegion } from '#tests/cycle.ts';
import { as, baohe, binhu, neighbour, test } from '#tests/world.ts';
import { pilots } from './tables.server.ts';
import { askBoth } from './told.ts';
import { listMyCommunities, pilotMoments, placesBelow, workFacts, workPlace } from './work-place.ts';

const pilot = { applicationId: '0199a000-0000-7000-8000-000000000001', noticeId: '0199a000-0000-7000-8000-000000000001', callTitle: '第一批', since: '2026-01-08' };

describe('the pages of those who work for a community', () => {
  test('open for its own people and those above, and do not exist for anybody else', async ({ db }) => {
    await db.insert(pilots).values({ ...pilot, regionCode: binhu });
    expect(await workPlace(as(db, 'community-worker', binhu), binhu)).toMatchObject({ code: binhu, pilotSince: '2026-01-08', path: [{ code: '34' }, { code: '3401' }, { code: '340111' }] });
    expect(await workPlace(as(db, 'government-officer', baohe), binhu)).toMatchObject({ code: binhu });
    expect((await askBoth(as(db, 'community-worker', binhu), [], [pilotMoments], binhu)).moments).toEqual([{ kind: 'pilot-since', day: '2026-01-08' }]);
    await expect(workPlace(as(db, 'community-worker', neighbour), binhu)).rejects.toMatchObject({ code: 'work-place-not-found' });
    await expect(workPlace(as(db, 'government-officer', baohe), baohe)).rejects.toMatchObject({ code: 'work-place-not-found' });
    await expect(workPlace(as(db, 'expert', '*'), binhu)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(workFacts(as(db, 'community-worker', neighbour), binhu)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('list one’s own places, the pilots below and whoever has begun, and lead to the others', async ({ db }) => {
    await aRegion(db, '340111401', '方兴社区');
    await aRegion(db, '340111402', '还没有开始的社区');
    await db.insert(pilots).values({ ...pilot, regionCode: '340111401' });
    const officer = as(db, 'government-officer', baohe);
    const codes = async (ctx: typeof officer, begun: string[] = []) => (await listMyCommunities(ctx, begun)).rows.map(({ code }) => code);
    expect(await codes(officer)).toEqual(['340111401']);
    expect((await listMyCommunities(officer, [])).rows[0]!.path.map(({ code }) => code)).toEqual(['34', '3401', '340111']);
    expect(await codes(officer, [binhu])).toEqual([binhu, '340111401']);
    expect(await codes(as(db, 'community-worker', binhu))).toEqual([binhu]);
    expect((await listMyCommunities(officer, [binhu], { text: '方兴' })).rows).toMatchObject([{ name: '方兴社区' }]);
    expect((await placesBelow(officer, undefined)).rows.map(({ code }) => code)).toContain('340111001');
    expect((await placesBelow(officer, neighbour)).under).toBe(baohe);
  });
});
