import { describe, expect, test } from 'vitest';
import { tabStates } from './tones.ts';

describe('the lists of a round', () => {
  test('hold what was accepted while it is open, and what was locked once it is over', () => {
    expect([tabStates('open').at(-1), tabStates('closed').at(-1)]).toEqual(['accepted', 'locked']);
  });
});
