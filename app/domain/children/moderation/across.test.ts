import { expect } from 'vitest';
import { placeFor } from '#app/domain/base/communities/place-for.ts';
import { aRegion } from '#tests/cycle.ts';
import { held, plain } from '#tests/moderation.ts';
import { as, baohe, binhu, ctxOf, neighbour, test } from '#tests/world.ts';
import { itemsAcross, moderationWaiting, waitingByCommunity } from './across.ts';
import { approveItem } from './approve.ts';
import { keepBack } from './keep-back.ts';

test('the office and a district see what waits in all their communities, urgent places first, without a word of it', async ({ db }) => {
  const later = new Date('2026-09-08T02:00:00Z');
  await aRegion(db, neighbour, '邻家社区');
  const { at: work } = await held(db, { kind: 'work', subjectId: 'w1', needsTwo: true });
  await held(db, { subjectId: 's2', regionCode: neighbour, texts: [{ field: 'words', text: '我不想活了' }] });
  const { at: kept } = await held(db, { subjectId: 's3' });
  await held(db, { kind: 'motion', subjectId: 'm1', regionCode: '3401' });
  const district = as(db, 'government-officer', baohe, later);
  await keepBack(district, kept, '问一下');
  await approveItem(district, work, plain);

  const office = as(db, 'programme-officer', '*', later);
  const everywhere = await waitingByCommunity(office, {});
  expect(everywhere.map(({ regionCode, many, urgent, late, held: back, second }) => [regionCode, many, urgent, late, back, second])).toEqual([[neighbour, 1, 1, 1, 0, 0], ['3401', 1, 0, 1, 0, 0], [binhu, 2, 0, 1, 1, 1]]);
  expect(JSON.stringify([everywhere, await itemsAcross(office, {})])).not.toMatch(/红绿灯|不想活/);
  expect((await waitingByCommunity(district, {})).map(({ regionCode }) => regionCode)).toEqual([binhu]);
  expect((await waitingByCommunity(office, { region: '3401' })).map(({ regionCode }) => regionCode)).toEqual(['3401', binhu]);
  expect((await waitingByCommunity(office, { kind: 'motion' })).map(({ regionCode }) => regionCode)).toEqual(['3401']);
  await expect(waitingByCommunity(as(db, 'expert', '*'), {})).rejects.toThrow('not-allowed');
  await expect(itemsAcross(ctxOf(db), {})).rejects.toThrow('sign-in-needed');

  expect((await itemsAcross(office, {})).rows.map(({ kind, state, isLate }) => [kind, state, isLate])).toEqual([['suggestion', 'waiting', true], ['work', 'second', true], ['motion', 'waiting', true], ['suggestion', 'held', false]]);
  expect((await itemsAcross(office, { show: 'held' })).rows.map(({ id }) => id)).toEqual([kept.id]);
  expect((await itemsAcross(office, { kind: 'work', show: 'second' })).rows.map(({ isOwnFirst }) => isOwnFirst)).toEqual([false]);
  expect((await itemsAcross(district, { show: 'second' })).rows.map(({ isOwnFirst }) => isOwnFirst)).toEqual([true]);
  expect([(await moderationWaiting(office)).length, (await moderationWaiting(district)).length], 'one’s own first reading waits for somebody else').toEqual([3, 0]);
  expect(await approveItem(office, work, plain)).toBe('approved');
});

test('however many wait, every one is reached page by page, there and back, in one order', async ({ db }) => {
  for (const at of [1, 2, 3, 4, 5]) await held(db, { subjectId: `s${at}`, texts: [{ field: 'words', text: at === 4 ? '我不想活了' : '红绿灯' }] });
  const office = as(db, 'programme-officer', '*');
  const all = (await itemsAcross(office, {})).rows.map(({ id }) => id);
  const first = await itemsAcross(office, {}, 2);
  const second = await itemsAcross(office, { after: first.next }, 2);
  const third = await itemsAcross(office, { after: second.next }, 2);
  expect([first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(all);
  expect([first.previous, third.next]).toEqual([undefined, undefined]);
  expect(await itemsAcross(office, { before: third.previous }, 2)).toEqual(second);
});

test('a place stands alone for those who do this one thing there, down from the nation, and is not there for others', async ({ db }) => {
  await aRegion(db, binhu, '滨湖世纪社区');
  const office = as(db, 'programme-officer', '*');
  expect(await placeFor(office, 'moderation.decide', '*')).toMatchObject({ code: '*', name: '全国', standsAlone: true });
  expect(await placeFor(office, 'moderation.decide', binhu)).toMatchObject({ code: binhu, standsAlone: true, path: [{ code: '34' }, { code: '3401' }, { code: '340111' }] });
  expect(await placeFor(as(db, 'community-worker', binhu), 'moderation.decide', binhu)).not.toHaveProperty('standsAlone');
  for (const code of ['*', baohe, neighbour, 'x', '349999']) await expect(placeFor(as(db, 'government-officer', binhu), 'moderation.decide', code)).rejects.toThrow('work-place-not-found');
  await expect(placeFor(as(db, 'expert', '*'), 'moderation.decide', binhu)).rejects.toThrow('not-allowed');
});
