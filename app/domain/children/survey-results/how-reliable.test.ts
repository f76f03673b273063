import { describe, expect, test } from 'vitest';
import { howReliable } from './how-reliable.ts';
import { wilson } from './intervals.ts';
import type { Line } from './view.ts';

const line = (share: Line['share']): Line => ({ id: 'q', theme: 'play', text: { zh: '', en: '' }, blocks: [], levels: 3, favourable: 1, scale: undefined, share, base: undefined });

describe('how reliable the results of a round are', () => {
  test('is told by the narrowest and the widest interval, the longer side of each, rounded up', () => {
    // Wilson, 95 %: 15 of 20 is 0.531 to 0.888, 50 of 100 is 0.404 to 0.596.
    expect(howReliable([line(wilson(15, 20)), line(wilson(50, 100)), line(undefined)])).toEqual({ shown: 2, all: 3, reach: { least: 10, most: 22 } });
  });

  test('has no reach where nothing can be shown', () => {
    expect(howReliable([line(undefined)])).toEqual({ shown: 0, all: 1, reach: undefined });
  });
});
