import { Mint } from 'mint-filter';
import { pinyin } from 'pinyin-pro';
import { fold } from './fold.ts';
import { type FieldText, findPrivate, type Flag, type ListedWord } from './model.ts';

type Matcher = { mint: Mint; words: Map<string, ListedWord> };

let kept: { of: readonly ListedWord[]; matcher: Matcher } | undefined;
const isLatin = (text: string) => /^[a-z0-9]+$/.test(text);

/** 词的各种写法: as it stands, and grave words of three or more characters, or of graver kinds, also in pinyin. */
function spellings({ word, severity }: ListedWord): string[] {
  const folded = fold(word).text;
  if (isLatin(folded) || severity === 'look' || [...folded].length < 2) return [folded];
  return [folded, pinyin(folded, { toneType: 'none', type: 'array' }).join('')];
}

function matcherOf(listed: readonly ListedWord[]): Matcher {
  if (kept && sameList(kept.of, listed)) return kept.matcher;
  const words = new Map<string, ListedWord>();
  for (const one of listed) for (const spelling of spellings(one)) if (spelling) words.set(spelling, one);
  const matcher = { mint: new Mint([...words.keys()]), words };
  kept = { of: listed, matcher };
  return matcher;
}

function sameList(a: readonly ListedWord[], b: readonly ListedWord[]): boolean {
  return a === b || (a.length === b.length && a.every((one, i) => one.word === b[i]!.word && one.severity === b[i]!.severity && one.category === b[i]!.category));
}

/** 标出: what people must look at: private information by its patterns, words of the list in whatever writing. */
export function findFlags(texts: readonly FieldText[], listed: readonly ListedWord[]): Flag[] {
  const matcher = matcherOf(listed);
  return texts.flatMap(({ field, text }) => [
    ...findPrivate(text).map(({ kind, start, end }): Flag => ({ field, start, end, why: kind, severity: 'keep' })),
    ...findWords(text, matcher).map((found): Flag => ({ field, ...found })),
  ]);
}

function findWords(text: string, { mint, words }: Matcher): Omit<Flag, 'field'>[] {
  const folded = fold(text);
  const found: Omit<Flag, 'field'>[] = [];
  for (const spelling of new Set(mint.filter(folded.text, { replace: false }).words.map((word) => word.toLowerCase()))) {
    const word = words.get(spelling);
    if (!word) continue;
    for (let from = folded.text.indexOf(spelling); from >= 0; from = folded.text.indexOf(spelling, from + spelling.length)) {
      if (isLatin(spelling) && !standsAlone(folded.text, from, spelling.length)) continue;
      const last = folded.at[from + spelling.length - 1]!;
      found.push({ start: folded.at[from]!, end: last + String.fromCodePoint(text.codePointAt(last)!).length, why: word.category, severity: word.severity });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** Letters inside a longer word are another word: “sb” is not in “usb”. */
function standsAlone(text: string, from: number, length: number): boolean {
  return !/[a-z0-9]/.test(text[from - 1] ?? '') && !/[a-z0-9]/.test(text[from + length] ?? '');
}
