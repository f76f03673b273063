import { wordsOf } from './search-words.ts';

/** 检索用的读音与词 of a name that is new: what the index keeps of it. */
export async function searchable(name: string, level: number): Promise<{ pinyin: string; initials: string; words: string }> {
  const { pinyin } = await import('pinyin-pro'); // opened with the first new name, since its dictionary costs memory
  const found = wordsOf({ name, level, readings: pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' }) });
  return { pinyin: found.pinyin, initials: found.initials, words: found.words.map((word) => `'${word.replaceAll("'", '')}'`).join(' ') };
}
