import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { namesToCounty } from './names-above.ts';
import { officially } from './name-in.ts';
import { findRegion, getRegion, listChildren, placeNames, regionAndPath, regionPath } from './read.ts';
import { searchable } from './readings.ts';
import { searchRegions } from './search.ts';
import { regions } from './tables.server.ts';
import { change } from '#app/platform/change.ts';
import { ctxOf, person, test } from '#tests/world.ts';

const names = (found: { name: string }[]) => found.map(({ name }) => name);
const codes = (found: { code: string }[]) => found.map(({ code }) => code);

describe('the cascade of regions', () => {
  test('goes from the provinces down to the committees', async ({ db }) => {
    const ctx = ctxOf(db);
    expect(codes(await listChildren(ctx, null))).toContain('34');
    expect(names(await listChildren(ctx, '34'))).toContain('合肥市');
    expect(names(await listChildren(ctx, '3401'))).toContain('包河区');
    expect(codes(await listChildren(ctx, '340111'))).toContain('340111400');
    expect(await listChildren(ctx, '340111400')).toHaveLength(8);
    expect(await listChildren(ctx, '340111400001')).toEqual([]);
  });

  test('steps over a level that is only a name in the tables', async ({ db }) => {
    const districts = await listChildren(ctxOf(db), '11');
    expect(codes(districts)).toContain('110101');
    expect(codes(districts)).not.toContain('1101');
  });

  test('hides communities that exist in the statistics only', async ({ db }) => {
    expect(await findRegion(ctxOf(db), '110112009498')).toMatchObject({ name: '文景街道虚拟社区' });
    expect(await listChildren(ctxOf(db), '110112009')).toEqual([]);
  });

  test('hides what has ended, and still reads it', async ({ db }) => {
    await db.update(regions).set({ isEnded: true }).where(eq(regions.code, '340111400'));
    const ctx = ctxOf(db);
    expect(codes(await listChildren(ctx, '340111'))).not.toContain('340111400');
    expect(codes(await searchRegions(ctx, '滨湖世纪'))).not.toContain('340111400');
    expect(await getRegion(ctx, '340111400')).toMatchObject({ name: '滨湖世纪社区', kind: 'township-like' });
  });
});

describe('one region', () => {
  test('has a path that people would say', async ({ db }) => {
    const ctx = ctxOf(db);
    expect(names(await regionPath(ctx, '340111400001'))).toEqual(['安徽省', '合肥市', '包河区', '滨湖世纪社区', '琼临居民委员会']);
    expect(names(await regionPath(ctx, '110101001'))).toEqual(['北京市', '东城区', '东华门街道']);
    expect(await regionAndPath(ctx, '110101001')).toMatchObject({ region: { code: '110101001', level: 4 }, path: ['北京市', '东城区', '东华门街道'] });
    await expect(regionAndPath(ctx, '349999')).rejects.toThrow('region-not-found');
  });

  test('that is not there is refused with a sentence', async ({ db }) => {
    await expect(getRegion(ctxOf(db), '349999')).rejects.toThrow('region-not-found');
    await expect(getRegion(ctxOf(db), "34' or '1'='1")).rejects.toThrow('region-not-found');
    expect(await regionPath(ctxOf(db), 'nonsense')).toEqual([]);
  });
});

describe('places in English', () => {
  test('are named in English to who reads English, and as the state names them where something is written', async ({ db }) => {
    const ctx = { ...ctxOf(db, person('system-admin', '*')), locale: 'en' as const };
    expect(names(await regionPath(ctx, '340111400001'))).toEqual(['Anhui Province', 'Hefei City', 'Baohe District', 'Binhu Shiji Community', 'Qionglin Community']);
    expect(await regionAndPath(ctx, '340111')).toMatchObject({ region: { name: 'Baohe District' }, path: ['Anhui Province', 'Hefei City', 'Baohe District'] });
    expect((await placeNames(ctx, ['340111']))('340111')).toBe('Anhui Province, Hefei City, Baohe District');
    expect(names(await listChildren(ctx, '34'))).toContain('Hefei City');
    expect((await namesToCounty(ctx))('340111400')).toEqual(['Anhui Province', 'Hefei City', 'Baohe District']);
    expect(await findRegion(officially(ctx), '340111')).toMatchObject({ name: '包河区' });
    const written = await change(ctx, async (tx) => {
      await tx.record('regions.changed', { id: '1', regionCode: '*' });
      return getRegion(tx, '340111');
    });
    expect(written.name).toBe('包河区');
  });

  test('are found by their English name, and shown by it', async ({ db }) => {
    const ctx = { ...ctxOf(db), locale: 'en' as const };
    for (const query of ['Baohe District', 'baohe', '包河']) expect((await searchRegions(ctx, query))[0], `found by ${query}`).toMatchObject({ code: '340111', name: 'Baohe District', path: [{ name: 'Anhui Province' }, { name: 'Hefei City' }, { name: 'Baohe District' }] });
  });

  test('that have no English yet, or bear a new name, are shown with what there is', async ({ db }) => {
    await db.update(regions).set({ english: null }).where(eq(regions.code, '340111'));
    expect(await getRegion({ ...ctxOf(db), locale: 'en' }, '340111')).toMatchObject({ name: '包河区' });
    expect((await searchable('340111', '六安区')).english).toBe('Lu’an District');
  });
});

describe('searching regions', () => {
  test('finds Binhu Shiji by name, by pinyin, by initials and by what it lies in', async ({ db }) => {
    const lost: string[] = [];
    for (const query of ['滨湖世纪社区', '世纪社区', '滨湖世', '滨 湖 世 纪', 'binhushiji', 'bhsjsq', '包河滨湖', '合肥滨湖世纪', 'Baohe Binhu']) {
      if (!codes(await searchRegions(ctxOf(db), query, { limit: 50 })).includes('340111400')) lost.push(query);
    }
    expect(lost).toEqual([]);
  });

  test('reads 六安 as Lu’an', async ({ db }) => {
    expect((await searchRegions(ctxOf(db), 'luan'))[0]).toMatchObject({ code: '3415', name: '六安市' });
    expect(names(await searchRegions(ctxOf(db), 'liuan'))).not.toContain('六安市');
  });

  test('puts wider units first and says where each lies', async ({ db }) => {
    const found = await searchRegions(ctxOf(db), '合肥');
    expect(found[0]).toMatchObject({ code: '3401', path: [{ name: '安徽省' }, { name: '合肥市' }] });
    const levels = found.map(({ level }) => level);
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
  });

  test('stays inside a region and at the levels that were asked for', async ({ db }) => {
    const inside = await searchRegions(ctxOf(db), '社区', { within: '340111', levels: [5], limit: 50 });
    expect(inside).toHaveLength(50);
    for (const { code, level } of inside) expect([code.slice(0, 6), level]).toEqual(['340111', 5]);
  });

  test('answers words that half the country has in its name', async ({ db }) => {
    const unanswered: string[] = [];
    for (const query of ['社区', '居委会', '村', '新村', '街道', 's']) {
      if ((await searchRegions(ctxOf(db), query)).length === 0) unanswered.push(query);
    }
    expect(unanswered).toEqual([]);
  });

  test('never offers a name that fills a gap or a statistical fiction', async ({ db }) => {
    expect(await searchRegions(ctxOf(db), '虚拟社区')).toEqual([]);
    expect(names(await searchRegions(ctxOf(db), '市辖区'))).toEqual([]);
  });

  test('takes whatever is typed', async ({ db }) => {
    for (const query of ['', ' ', '%', '_', "'", "';drop table regions;--", '\\', '🙂', '\u0000', ':*', '& |', '啊'.repeat(5000), 'x'.repeat(5000)]) {
      expect(await searchRegions(ctxOf(db), query)).toEqual([]);
    }
  });
});
