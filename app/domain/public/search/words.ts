import { readFileSync } from 'node:fs';
import path from 'node:path';
import { meaningful, plainQuestion } from './model.ts';

type Jieba = { cut: (text: string, withGuesses: boolean) => string[]; cut_all: (text: string) => string[]; add_word: (word: string) => number };
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

/** 切词: the words of a text in their order; guessing new ones is off: it glues neighbours together and hides them from each other. */
export async function wordsOf(text: string): Promise<string[]> {
  return eachPart(text, (cutter, part) => cutter.cut(part, false));
}

/** Every word of the dictionary that stands in a text, however it is read: whatever word is asked for is found where it stands. */
function allWordsOf(text: string): Promise<string[]> {
  return eachPart(text, (cutter, part) => cutter.cut_all(part));
}

async function eachPart(text: string, cut: (cutter: Jieba, part: string) => string[]): Promise<string[]> {
  const cutter = await jieba();
  const parts = plainText(text).split(' ');
  return parts.flatMap((part) => (isChinese.test(part) ? cut(cutter, part) : [part])).filter((word) => word.trim() !== '').map((word) => word.slice(0, 60));
}

const plainText = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** The texts of an entry that the index is made of. */
export type Entry = { titles: readonly string[]; bodies: readonly string[]; names: readonly string[] };

/** What the index keeps of an entry: `^` marks the words of titles, `~` sounds and initials of names from every syllable on. */
export async function lexemesOf(entry: Entry): Promise<string[]> {
  const found = new Set<string>();
  for (const text of [...entry.bodies, ...entry.titles]) {
    const words = await wordsOf(text);
    for (const word of [...words, ...(await allWordsOf(text)), ...stretches(words).flatMap(pairsOf)]) found.add(word);
  }
  for (const title of entry.titles) for (const word of [...(await wordsOf(title)), ...(await allWordsOf(title)), ...namePairs(title)]) found.add(word).add(`^${word}`);
  for (const name of entry.names) for (const sound of await soundsOf(name)) found.add(`~${sound}`);
  return [...found];
}

/** Names are words no dictionary knows: each letter and each pair of neighbours of a title counts as one. */
function namePairs(title: string): string[] {
  return plainText(title).split(' ').filter((part) => isChinese.test(part)).flatMap((part) => [...part, ...pairsOf(part)]);
}

function pairsOf(stretch: string): string[] {
  const letters = [...stretch];
  return letters.slice(1).map((letter, n) => letters[n]! + letter);
}

async function soundsOf(name: string): Promise<string[]> {
  const { pinyin } = await import('pinyin-pro');
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
  const isLone = (word: string) => [...word].length === 1 && isChinese.test(word);
  const unknown = stretches(words);
  const pairs = unknown.flatMap(pairsOf);
  const needed = [...new Set(meaningful([...words.filter((word) => !isLone(word)), ...pairs]))];
  if (needed.length === 0) return { needed: meaningful(words), together: [], marks: words };
  const lone = meaningful(words).filter((word) => isLone(word) && !unknown.some((stretch) => stretch.includes(word)));
  return { needed, together: [...unknown, ...lone], marks: [plain, ...needed, ...unknown] };
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
