import { levelOf } from './model.ts';
import { placeName } from './place-name.ts';
import { wordsOf } from './search-words.ts';

/** 检索用的读音与词 of a name that is new: what the index keeps of it, and its English. */
export async function searchable(code: string, name: string): Promise<{ english: string; pinyin: string; initials: string; words: string }> {
  const { pinyin } = await import('pinyin-pro'); // opened with the first new name, since its dictionary costs memory
  const readings = pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' });
  const found = wordsOf({ name, level: levelOf(code), readings });
  return {
    english: placeName({ code, name, readings }), pinyin: found.pinyin, initials: found.initials, words: found.words.map((word) => `'${word.replaceAll("'", '')}'`).join(' ') };
}
