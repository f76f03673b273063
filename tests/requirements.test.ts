import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The rows that bind what stands today; the others wait for their wings, as docs/requirements.md says. */
const due = [...Array.from({ length: 9 }, (_, i) => `CN-0${i + 1}`), 'CN-10', 'CN-11', 'CN-12', 'CN-13', 'CN-14', 'CN-15', 'CN-16', 'CN-17', 'CN-18', 'CN-19', 'CN-20', 'AA-01', 'AC-01', 'MO-01', 'MO-02', 'MO-03', ...Array.from({ length: 13 }, (_, i) => `DB-${String(i + 1).padStart(2, '0')}`), ...Array.from({ length: 6 }, (_, i) => `AS-0${i + 1}`)];

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
