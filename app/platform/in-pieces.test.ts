import { expect, test } from 'vitest';
import { inPieces, streamOf } from './in-pieces.ts';

test('a long text is written while others are answered, and is whole and the same however it is taken', async () => {
  let turns = 0;
  let isDone = false;
  const others = (async () => {
    for (; !isDone; turns += 1) await new Promise(setImmediate);
  })();
  const slowly = function* () {
    for (let at = 0; at < 40; at += 1) {
      const until = performance.now() + 1;
      while (performance.now() < until);
      yield `${'字'.repeat(4000)}${at},`;
    }
  };
  const pieces = await inPieces(slowly());
  isDone = true;
  await others;
  expect(turns).toBeGreaterThan(3);
  expect(pieces.length).toBeGreaterThan(1);
  const text = Array.from({ length: 40 }, (_, at) => `${'字'.repeat(4000)}${at},`).join('');
  expect(Buffer.concat(pieces).toString()).toBe(text);
  expect(await new Response(streamOf(pieces)).text()).toBe(text);
  expect(await inPieces([])).toEqual([]);
});
