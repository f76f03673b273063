import { expect, test } from 'vitest';
import { decideApart } from './decide-apart.ts';
import { decideTold, type ToldYears } from './told-year.ts';

/** Six hundred regions with twelve months each, of everybody and of two groups. */
const country: ToldYears = {
  dimensions: [[11, 'gender'], [12, 'gender']],
  parts: [{ before: [], own: Array.from({ length: 600 }, (_, nth) => ({
    code: String(110_101 + nth),
    said: `,${Array.from({ length: 12 }, (_, month) => [0, 11, 12].map((group) => `${2_025_301 + month} ${group} ${(nth * 7 + month + group) % 900}`)).flat().join(',')},`,
  })) }],
};

test('what a whole country says is decided in a thread as it would be here, while the server goes on answering', async () => {
  let turns = 0;
  let isDone = false;
  const others = async () => {
    for (; !isDone; turns += 1) await new Promise(setImmediate);
  };
  const answering = others();
  const [shown, again] = await Promise.all([decideApart(country), decideApart(country)]);
  isDone = true;
  await answering;
  expect(turns).toBeGreaterThan(1);
  expect(shown).toEqual(decideTold(country));
  expect(again).toEqual(shown);
  expect([shown.all.size > 0, shown.all.size < 600]).toEqual([true, true]);
});

test('a question that comes just after the idle end of the thread is answered by the next one', async () => {
  const decided = decideTold(country);
  for (const wait of [0, 1, 2]) {
    await decideApart(country, 0);
    await new Promise((resolve) => setTimeout(resolve, wait));
    expect(await decideApart(country, 0)).toEqual(decided);
  }
});
