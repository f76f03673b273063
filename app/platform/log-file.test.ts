import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from './config.ts';
import { clearLogs, dailyFile } from './log-file.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tongyou-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('the log goes into one file a Beijing day', () => {
  const folder = aFolder();
  const days = [new Date('2026-09-01T15:59:59Z'), new Date('2026-09-01T16:00:00Z')];
  const file = dailyFile(folder, () => days.shift()!);
  file.write('one\n');
  file.write('two\n');
  const names = readdirSync(folder).toSorted();
  expect(names.map((name) => name.slice(0, 18))).toEqual(['tongyou-2026-09-01', 'tongyou-2026-09-02']);
  expect(readFileSync(join(folder, names[1]!), 'utf8')).toBe('two\n');
});

test('CN-20: logs are kept for six months at least: the settings refuse less, and clearing leaves younger ones', async () => {
  expect(() => readConfig({ LOG_DAYS: '182' })).toThrow(/六个月/);
  expect(readConfig({}).LOG_DAYS).toBeGreaterThanOrEqual(183);
  const folder = aFolder();
  for (const name of ['tongyou-2026-01-31-a-1.log', 'tongyou-2026-03-02-a-1.log', 'tongyou-2026-09-01-a-1.log', 'other-2020-01-01.log']) writeFileSync(join(folder, name), '');
  expect(await clearLogs(folder, 183, new Date('2026-09-01T02:00:00Z'))).toBe(1);
  expect(readdirSync(folder).toSorted()).toEqual(['other-2020-01-01.log', 'tongyou-2026-03-02-a-1.log', 'tongyou-2026-09-01-a-1.log']);
});
