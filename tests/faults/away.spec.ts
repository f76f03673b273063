import { expect, test } from 'vitest';
import { awayRun } from '../../bench/faults/away-run.ts';
import { faultFolder } from './fault-folder.ts';

test('a database that stands still is told in a sentence; afterwards everything goes on and nothing is lost', async ({ onTestFinished }) => {
  const folder = faultFolder('away', onTestFinished);
  const { faults, receipts, statuses, lost, doubled } = await awayRun({ folder, seconds: 7, drafts: 200 });
  expect(faults).toEqual([]);
  expect(Math.min(receipts, statuses[503] ?? 0)).toBeGreaterThan(0);
  expect([lost, doubled]).toEqual([0, 0]);
}, 300_000);
