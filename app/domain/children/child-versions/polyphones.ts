import { polyphonic } from 'pinyin-pro';
import type { Line } from './model.ts';
import { readingsOf } from './readings.ts';

/** 多音字 of a sentence: where each stands, how it is read now, and how else it can be read. */
export type Polyphone = { at: number; character: string; now: string; choices: string[] };

/** 可改的注音: the characters of a sentence that the dictionary knows with several readings. */
export function polyphonesOf({ text, readings }: Pick<Line, 'text' | 'readings'>): Polyphone[] {
  const possible = polyphonic(text, { type: 'array' });
  return readingsOf(text, readings).flatMap(({ text: character, reading }, at) => {
    const choices = [...new Set([reading, ...(possible[at] ?? [])])].filter(Boolean);
    return reading && choices.length > 1 ? [{ at, character, now: reading, choices }] : [];
  });
}
