import { describe, expect } from 'vitest';
import { aRegion } from '#tests/cycle.ts';
import { ctxOf, test } from '#tests/world.ts';
import { listPilots } from './read.ts';
import { pilots } from './tables.server.ts';

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
});
