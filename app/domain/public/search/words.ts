import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pinyin } from 'pinyin-pro';
import { meaningful, plainQuestion } from './model.ts';

type Jieba = { cut_for_search: (text: string, withGuesses: boolean) => string[]; add_word: (word: string) => number };
let opened: Promise<Jieba> | undefined;

/** 分词: opened with the first search, since its dictionary costs memory; the words of the field are added to it. */
function jieba(): Promise<Jieba> {
  opened ??= import('jieba-wasm').then((module) => {
    const cutter = ('default' in module ? module.default : module) as unknown as Jieba;
    for (const word of fieldWords()) cutter.add_word(word);
    return cutter;
  });
  return opened;
}

function fieldWords(): string[] {
  return readFileSync(path.resolve('data/search-words.txt'), 'utf8').split(/\s+/).filter(Boolean);
}

const isChinese = /\p{Script=Han}/u;

/** The words of a text; guessing new ones is off: it glues neighbours together and hides them from each other. */
export async function wordsOf(text: string): Promise<string[]> {
  const cutter = await jieba();
  return plainText(text).split(' ').flatMap((part) => (isChinese.test(part) ? cutter.cut_for_search(part, false) : [part])).filter((word) => word.trim() !== '').map((word) => word.slice(0, 60));
}

const plainText = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** What the index keeps of an entry: `^` marks the words of titles, `~` sounds and initials of names from every syllable on. */
export async function lexemesOf(entry: { titles: readonly string[]; bodies: readonly string[]; names: readonly string[] }): Promise<string[]> {
  const found = new Set<string>();
  for (const body of entry.bodies) for (const word of await wordsOf(body)) found.add(word);
  for (const title of entry.titles) {
    for (const word of [...(await wordsOf(title)), ...pairsOf(title)]) {
      found.add(word);
      found.add(`^${word}`);
    }
  }
  for (const name of entry.names) for (const sound of soundsOf(name)) found.add(`~${sound}`);
  return [...found];
}

/** Names are words no dictionary knows: each letter and each pair of neighbours of a title counts as one. */
function pairsOf(title: string): string[] {
  return plainText(title).split(' ').filter((part) => isChinese.test(part)).flatMap((part) => {
    const letters = [...part];
    return letters.flatMap((letter, n) => (n === 0 ? [letter] : [letter, letters[n - 1]! + letter]));
  });
}

function soundsOf(name: string): string[] {
  const syllables = pinyin(name.replaceAll(/[^\p{Script=Han}]/gu, ''), { toneType: 'none', type: 'array', v: true });
  const initials = syllables.map((syllable) => syllable[0]).join('');
  return syllables.flatMap((_, n) => [syllables.slice(n).join(''), initials.slice(n)]).filter((sound) => sound.length > 1);
}

/** 问词: the words that must all stand there, stretches that must stand there as they are, and what to mark. */
export type Question = { needed: string[]; together: string[]; marks: string[] };

/** What was typed, as the index understands it; undefined when it holds no word. */
export async function questionOf(typed: string): Promise<Question | undefined> {
  const plain = plainQuestion(typed);
  if (plain === '') return undefined;
  const words = await wordsOf(plain);
  const needed = [...new Set(meaningful(words))];
  return needed.length === 0 ? undefined : { needed, together: stretches(words), marks: [plain, ...needed] };
}

/** Single letters beside each other are one word the dictionary does not know: they must stand together. */
function stretches(words: readonly string[]): string[] {
  const found: string[] = [];
  let run = '';
  for (const word of [...words, '']) {
    if ([...word].length === 1 && isChinese.test(word)) run += word;
    else {
      if ([...run].length > 1) found.push(run);
      run = '';
    }
  }
  return found;
}

const isSpelt = (word: string) => /^[a-z0-9]{2,}$/.test(word) && /[a-z]/.test(word);

/** The question to the index: every word, in titles alone or anywhere; Latin words as beginnings, of sounds and initials too. Words hold letters and digits only, so nothing needs escaping. */
export function tsqueryOf(needed: readonly string[], place: 'title' | 'anywhere'): string {
  const mark = place === 'title' ? '^' : '';
  return needed.map((word) => (isSpelt(word) ? `('${mark}${word}':* | '~${word}':*)` : `'${mark}${word}'`)).join(' & ');
}
