import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { aRegion } from '#tests/cycle.ts';
import { as, binhu, ctxOf, hefei, neighbour, test } from '#tests/world.ts';
import { recommendCommunity } from './recommend.ts';
import { listRecommendations } from './recommendations.ts';

const words = { recommender: '张老师', organisation: '某基金会', contact: '13800000000', reason: '孩子很多，居民愿意一起做。' };

async function recommended(db: Db) {
  await aRegion(db, binhu, '滨湖世纪社区');
  await aRegion(db, `${neighbour}099`, '示例街道');
  const here = await recommendCommunity(ctxOf(db), { regionCode: binhu, ...words });
  const there = await recommendCommunity(ctxOf(db), { regionCode: `${neighbour}099`, ...words });
  return { here, there };
}

describe('the recommendations', () => {
  test('reach the office, the newest first, with how to answer', async ({ db }) => {
    const { here, there } = await recommended(db);
    const { rows } = await listRecommendations(as(db, 'programme-officer', '*'));
    expect(rows.map((row) => row.code)).toEqual([there, here]);
    expect(rows[1]).toMatchObject({ ...words, path: ['安徽省', '合肥市', '包河区'] });
  });

  test('are found by the name of the community, by the code as it was noted, and by region', async ({ db }) => {
    const { here, there } = await recommended(db);
    const office = as(db, 'programme-officer', '*');
    const codes = async (filter: Parameters<typeof listRecommendations>[1]) => (await listRecommendations(office, filter)).rows.map((row) => row.code);
    expect(await codes({ query: '示例' })).toEqual([there]);
    expect(await codes({ query: here.toLowerCase().replaceAll('-', ' ') })).toEqual([here]);
    expect(await codes({ region: '34' })).toEqual([here]);
    expect(await codes({ query: '%' })).toEqual([]);
  });

  test('stay within the region of who reads them, and are nobody else’s', async ({ db }) => {
    const { here } = await recommended(db);
    expect((await listRecommendations(as(db, 'programme-officer', hefei))).rows.map((row) => row.code)).toEqual([here]);
    await expect(listRecommendations(as(db, 'government-officer', binhu))).rejects.toThrow('not-allowed');
    await expect(listRecommendations(ctxOf(db))).rejects.toThrow('sign-in-needed');
  });
});
