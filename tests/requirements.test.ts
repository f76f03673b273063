import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Every row of docs/requirements.md. */
const rows = (prefix: string, last: number) => Array.from({ length: last }, (_, at) => `${prefix}-${String(at + 1).padStart(2, '0')}`);
const due = [...rows('CN', 20), ...rows('CP', 16), ...rows('DB', 13), ...rows('AS', 6), 'AA-01', 'AC-01', ...rows('MO', 3)];

const list = readFileSync('docs/requirements.md', 'utf8');
const waiting = readFileSync('docs/adr/0022-requirements-that-wait.md', 'utf8');
const titles = globSync(['app/**/*.test.ts', 'tests/**/*.test.ts', 'tests/**/*.spec.ts']).flatMap((path) =>
  readFileSync(path, 'utf8').split('\n').filter((line) => /^\s*(test|it)\b/.test(line)),
);
const isTested = (id: string) => titles.some((title) => title.includes(id));
const isPutOff = (id: string) => waiting.split('\n').some((line) => line.startsWith('|') && line.includes(id));

describe('the requirements of law', () => {
  test.each(due)('%s ends in a test of its name, or in a dated decision why not yet', (id) => {
    expect(isTested(id) || isPutOff(id)).toBe(true);
  });

  test.each(due)('%s says in the list how it stands, and is not called met without a test of its name', (id) => {
    const row = list.split('\n').find((line) => line.startsWith(`| ${id} |`));
    const isMet = row?.split('|')[2]!.trim().startsWith('met');
    expect(isMet, 'it stands in the list').toBeDefined();
    expect(isMet && !isTested(id)).toBe(false);
  });
});
