import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merge, type Versions } from './answers.ts';

const at = '2026-09-01T02:00:00Z';
const by = (name: string, value: string, ...bases: number[]) => ({ value, bases, by: name, byName: name, at });
const all = (versions: Versions) => [versions.current, ...versions.rivals].map((one) => one.value);

describe('two people at one answer', () => {
  test('one after the other leaves the last text', () => {
    const first = merge(undefined, by('li', 'a', 0));
    expect(merge(first, by('wang', 'b', first.mine))).toMatchObject({ current: { value: 'b' }, rivals: [] });
  });

  test('at the same time leaves both texts side by side', () => {
    const first = merge(undefined, by('li', 'a', 0));
    const second = merge(first, by('wang', 'b', 0));
    expect(all(second)).toEqual(['a', 'b']);
    expect(second.mine).toBe(2);
  });

  test('whoever goes on typing keeps changing only their own text', () => {
    let now = merge(merge(undefined, by('li', 'a', 0)), by('wang', 'b', 0));
    now = merge(now, by('wang', 'bb', 2));
    now = merge(now, by('li', 'aa', 1));
    expect(all(now)).toEqual(['aa', 'bb']);
  });

  test('choosing after having seen both leaves one', () => {
    const both = merge(merge(undefined, by('li', 'a', 0)), by('wang', 'b', 0));
    expect(merge(both, by('li', 'a and b', 1, 2))).toMatchObject({ current: { value: 'a and b' }, rivals: [] });
  });

  test('the same text sent again after a broken line changes nothing', () => {
    const first = merge(undefined, by('li', 'a', 0));
    expect(merge(first, by('li', 'a', 0))).toMatchObject({ current: first.current, rivals: [], mine: first.mine });
  });

  test('clearing a field does not clear what somebody else has written meanwhile', () => {
    const first = merge(merge(undefined, by('li', 'a', 0)), by('wang', 'b', 1));
    expect(all(merge(first, by('li', '', 1)))).toEqual(['b']);
  });

  test('no order of saves loses a text that nobody has replaced knowingly', () => {
    const step = fc.record({ who: fc.nat(2), word: fc.stringMatching(/^[a-e]{1,3}$/), looks: fc.boolean(), settles: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        let now: Versions | undefined;
        const seen = [[0], [0], [0]];
        const kept = new Map<number, string>();
        for (const { who, word, looks, settles } of steps) {
          const shown = now ? [now.current, ...now.rivals] : [];
          if (looks && now) seen[who] = settles ? shown.map((one) => one.revision) : [now.current.revision];
          const bases = seen[who]!;
          const after = merge(now, by(String(who), word, ...bases));
          for (const base of bases) kept.delete(base);
          kept.set(after.mine, word);
          seen[who] = [after.mine];
          now = after;
          const texts = all(now);
          for (const text of kept.values()) expect(texts).toContain(text);
        }
      }),
      { numRuns: 500, seed: 20261123 },
    );
  });
});
