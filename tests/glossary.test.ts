import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const rows = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| [\u4e00-\u9fff]/.test(line) && !line.startsWith('| 中文'))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const code = globSync('app/**/*.{ts,tsx}').map((path) => readFileSync(path, 'utf8')).join('\n');

describe('the glossary', () => {
  test('names every table', () => {
    const tables = globSync('app/domain/*/*/tables.server.ts')
      .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/export const (\w+) = pgTable/g)].map((match) => match[1]!));
    const inner = ['sessions', 'credentials', 'verifications', 'twoFactors', 'invitations', 'organisationAgents', 'regionEditions'];
    const named = rows.map((row) => row[3]!.replaceAll('`', ''));
    expect(tables.filter((table) => !named.includes(table) && !inner.includes(table))).toEqual([]);
  });

  test.each(rows.map((row) => ({ chinese: row[1]!, name: row[3]!.replaceAll('`', '') })))('$chinese is $name in the code', ({ name }) => {
    expect(code).toMatch(new RegExp(`\\b${name}\\b`));
  });
});
