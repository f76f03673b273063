import { describe, expect } from 'vitest';
import { aRegion } from '#tests/cycle.ts';
import { ctxOf, test } from '#tests/world.ts';
import { ageBands } from './model.ts';
import { getCommunity, listPilots } from './read.ts';
import { communities, pilots } from './tables.server.ts';

describe('the list of pilots', () => {
  test('is read page by page, there and back, in one region', async ({ db }) => {
    const units = Array.from({ length: 7 }, (_, i) => `43010200${i + 1}`);
    for (const [i, unit] of units.entries()) {
      await aRegion(db, unit, `街道${i + 1}`);
      const id = `0199a000-0000-7000-8000-00000000000${i + 1}`;
      await db.insert(pilots).values({ id, regionCode: unit, applicationId: id, noticeId: id, callTitle: '第一批', since: '2026-09-01' });
    }
    const read = async (cursor: { after?: string | undefined; before?: string | undefined }) => {
      const page = await listPilots(ctxOf(db), { region: '43', ...cursor }, 3);
      return { ...page, names: page.rows.map((row) => row.name) };
    };
    const first = await read({});
    expect(first).toMatchObject({ names: ['街道7', '街道6', '街道5'] });
    expect(first.previous).toBeUndefined();
    const second = await read({ after: first.next });
    const last = await read({ after: second.next });
    expect([second.names, last.names]).toEqual([['街道4', '街道3', '街道2'], ['街道1']]);
    expect(last.next).toBeUndefined();
    expect((await read({ before: last.previous })).names).toEqual(second.names);
    expect((await read({ before: second.previous })).names).toEqual(first.names);
    expect((await read({ after: 'no id' })).names).toEqual(first.names);
  });

  test('tells of children what the statistics tell, and of other facts three counts', async ({ db }) => {
    const known = { volunteers: '3', 'children-disabled': '12', address: '幸福路 1 号' };
    for (const [at, given] of [[3, 50, 60, 70], [40, 50, 60, 70], [80, 50, 60, 70]].entries()) {
      const unit = `43010200${at + 1}`;
      await aRegion(db, unit, `街道${at + 1}`);
      const id = `0199a000-0000-7000-8000-00000000000${at + 1}`;
      await db.insert(pilots).values({ id, regionCode: unit, applicationId: id, noticeId: id, callTitle: '第一批', since: '2026-09-01', children: 999, state: at === 2 ? 'ended' : 'pilot' });
      await db.insert(communities).values({ regionCode: unit, facts: { ...known, ...Object.fromEntries(given.map((count, band) => [`children-${ageBands[band]}`, count])) }, updatedAt: new Date('2026-09-01') });
    }
    expect((await listPilots(ctxOf(db), { region: '43' })).rows.map(({ children }) => children)).toEqual([null, 220, 183]);
    expect(await getCommunity(ctxOf(db), '430102001')).toMatchObject({ children: { total: 183, bands: [null, null, null, null] }, facts: { volunteers: 3 } });
    expect((await getCommunity(ctxOf(db), '430102002')).children.bands, 'the neighbour would give it away').toEqual([null, null, null, null]);
    expect(await getCommunity(ctxOf(db), '430102003')).toMatchObject({ children: { total: null }, facts: { volunteers: 3 } });
  });
});
