import { describe, expect, it } from 'vitest';
import { ObjectionInput } from './input.ts';
import { effectsOf, mayAppeal, median, placeOf, protectedCounts } from './model.ts';

describe('an objection as typed', () => {
  const content = '名单里的活动室去年没有开放过，附近的居民都知道，请核实。';

  it('needs a name and a way to be reached only when it is named', () => {
    expect(ObjectionInput.safeParse({ manner: 'anonymous', content }).success).toBe(true);
    const named = ObjectionInput.safeParse({ manner: 'named', content });
    expect(named.error?.issues.map((issue) => issue.path[0])).toEqual(['name', 'contact']);
  });

  it('needs twenty characters', () => {
    expect(ObjectionInput.safeParse({ manner: 'anonymous', content: '不同意' }).success).toBe(false);
  });
});

describe('the rules of objections', () => {
  it('send an appeal one level up, and above the nation to somebody else', () => {
    expect([placeOf(1, '340111'), placeOf(2, '340111'), placeOf(2, '3401'), placeOf(2, '34'), placeOf(2, '*')]).toEqual(['340111', '3401', '34', '*', '*']);
  });

  it('tell nobody a count small enough to guess a person from', () => {
    expect(protectedCounts(4, 20)).toBeNull();
    expect(protectedCounts(20, 1)).toBeNull();
    expect(protectedCounts(5, 0)).toEqual({ anonymous: 5, named: 0 });
  });

  it('take the middle of the days', () => {
    expect([median([]), median([9, 1, 3]), median([4, 1])]).toEqual([null, 3, 2.5]);
  });

  it('let only the side the answer is against appeal, once, in time', () => {
    const answered = { state: 'answered', level: 1, appealUntil: '2026-09-10', outcome: 'dismissed' } as const;
    expect(mayAppeal(answered, '2026-09-10', false, 'objector')).toBe(true);
    expect(mayAppeal(answered, '2026-09-11', false, 'objector')).toBe(false);
    expect(mayAppeal(answered, '2026-09-10', true, 'objector')).toBe(false);
    expect(mayAppeal(answered, '2026-09-10', false, 'applicant')).toBe(false);
    expect(mayAppeal({ ...answered, outcome: 'upheld' }, '2026-09-10', false, 'applicant')).toBe(true);
  });

  it('let an appeal of the applicant bring the entry back and nothing else', () => {
    expect(effectsOf({ kind: 'entry', raisedBy: 'applicant' })).toEqual(['entry-restored', 'none']);
  });
});
