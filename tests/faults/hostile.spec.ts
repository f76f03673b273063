import { expect, test } from 'vitest';
import { attack } from '../../bench/hostile/attack.ts';
import { faultFolder } from './fault-folder.ts';

test('DB-07: bad input at every door is answered with a sentence, never with our fault, and changes nothing without a right', async ({ onTestFinished }) => {
  const folder = faultFolder('hostile', onTestFinished);
  const { faults, sent, doors } = await attack({ folder, count: 1500, seed: 20_260_901 });
  expect(faults).toEqual([]);
  expect(doors).toBeGreaterThan(60);
  expect(sent).toBeGreaterThanOrEqual(1500);
}, 300_000);
