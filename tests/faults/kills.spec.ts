import { expect, test } from 'vitest';
import { killRun } from '../../bench/faults/kill-run.ts';
import { faultFolder } from './fault-folder.ts';

test('what was acknowledged is there exactly once after the app, the database and both were killed', async ({ onTestFinished }) => {
  const folder = faultFolder('kills', onTestFinished);
  const { faults, receipts, submitted, files, kills } = await killRun({ folder, kills: 5, drafts: 300, tell: () => undefined });
  expect(faults).toEqual([]);
  expect(Math.min(receipts, files, kills.app, kills.postgres, kills.both)).toBeGreaterThan(0);
  expect(submitted).toBeGreaterThanOrEqual(receipts);
}, 300_000);
