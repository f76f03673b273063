import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { killRun } from '../../bench/faults/kill-run.ts';

test('what was acknowledged is there exactly once after the app, the database and both were killed', async ({ onTestFinished }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongyou-kills-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { faults, receipts, submitted, files, kills } = await killRun({ folder, kills: 5, drafts: 300, tell: () => undefined });
  expect(faults).toEqual([]);
  expect(Math.min(receipts, files, kills.app, kills.postgres, kills.both)).toBeGreaterThan(0);
  expect(submitted).toBeGreaterThanOrEqual(receipts);
}, 300_000);
