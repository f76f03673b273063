import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editionOf, readEditionFile } from '#app/domain/base/standard/edition-file.ts';
import { itemsOf, rubricOf } from './of-edition.ts';

const read = readEditionFile(readFileSync('data/standard.json', 'utf8'));
if (read === 'unreadable' || 'problems' in read) throw new Error('data/standard.json');
const edition = editionOf(read.file);
const weightsOf = (level: 'norm' | 'rule') => itemsOf(edition, level).reduce<Record<string, number>>((sum, { sectionId, weight }) => ({ ...sum, [sectionId]: (sum[sectionId] ?? 0) + weight }), {});

describe('a rubric made from an edition', () => {
  it.each([['section', 5], ['norm', 19], ['rule', 77]] as const)('by %s has %i items', (level, count) => {
    expect(itemsOf(edition, level)).toHaveLength(count);
  });

  it('keeps the balance of the sections, by norm as by rule', () => {
    expect(weightsOf('norm')).toEqual(weightsOf('rule'));
    expect(weightsOf('norm')).toEqual({ A: 14, B: 12, C: 22, D: 18, E: 11 });
  });

  it('lists apart the must-rules that rest on what was asked for', () => {
    const defaults = { level: 'norm' as const, negativeList: [], passMark: null, borderline: 0, minimumSample: 6 };
    expect(rubricOf(edition, { ...defaults, mustBasis: ['law'] }).mustRules.map(({ id }) => id)).toEqual(['A1.3', 'A4.2', 'B2.4', 'E1.3', 'E2.2']);
    expect(rubricOf(edition, { ...defaults, mustBasis: [] }).mustRules).toEqual([]);
    expect(rubricOf(edition, { ...defaults, mustBasis: ['summary', 'draft', 'seed', 'law', 'peer', 'derived'] }).mustRules).toHaveLength(41);
  });
});
