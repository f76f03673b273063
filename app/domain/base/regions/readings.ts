import { pinyin } from 'pinyin-pro';
import { wordsOf } from './search-words.ts';

/** 检索用的读音与词 of a name that is new: what the index keeps of it. */
export function searchable(name: string, level: number): { pinyin: string; initials: string; words: string } {
  const found = wordsOf({ name, level, readings: pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' }) });
  return { pinyin: found.pinyin, initials: found.initials, words: found.words.map((word) => `'${word.replaceAll("'", '')}'`).join(' ') };
}
