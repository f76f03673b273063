import { describe, expect, test } from 'vitest';
import { steps, stepped } from './zoom-steps.ts';

describe('the steps of zooming', () => {
  test('go up to the largest and down to the smallest and stop there', () => {
    const up = [...steps, 0].map((_, i) => i).reduce((zoom) => stepped(zoom, 1), 1);
    const down = [...steps, 0].map((_, i) => i).reduce((zoom) => stepped(zoom, -1), 1);
    expect([up, down]).toEqual([steps.at(-1), steps[0]]);
  });

  test('undo each other', () => {
    for (const step of steps.slice(1, -1)) expect(stepped(stepped(step, 1), -1)).toBe(step);
  });
});
