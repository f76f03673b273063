/** 可搜内容: what the one box finds, in the order in which its filters stand. */
export const entryKinds = ['application', 'community', 'call', 'notice', 'certificate', 'case', 'rule', 'answer'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** 摘要的一段: text, marked where it says the words. */
export type Piece = { text: string; isMark: boolean };

export type Hit = { key: string; kind: EntryKind; title: Piece[]; snippet: Piece[]; link: string; region: string; day: string | null };

/** 找到的: one page of what this person may see; `isMore` when the words were so common that only the newest were looked at. */
export type Found = { words: string; hits: Hit[]; count: number; isMore: boolean; page: number; pages: number };

export const hitsPerPage = 20;

/** 问句里的虚词: they say how one asks, not what about. */
const asking = new Set('的 了 吗 呢 吧 啊 和 与 在 是 有 要 能 被 把 对 怎 么 怎么 怎样 如何 什么 哪些 哪里 多少 可以 需要 为什么 a an the of to for in is are how what'.split(' '));

/** What was typed, without signs that no word is made of. */
export function plainQuestion(typed: string): string {
  return typed.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim().slice(0, 60);
}

/** The words that count; when nothing but small words was asked, those count. */
export function meaningful(words: readonly string[]): string[] {
  const kept = words.filter((word) => !asking.has(word));
  return kept.length > 0 ? kept : [...words];
}

const around = 36;

/** 摘要: the stretch around the first of the words, which are marked wherever they stand. Letters are compared one by one, so no length changes. */
export function snippetOf(text: string, words: readonly string[], most = 120): Piece[] {
  const letters = [...text.replaceAll(/\s+/g, ' ')];
  const marks = marksIn(letters, words);
  const first = Math.max(0, marks.findIndex(Boolean));
  const from = first > around ? first - around : 0;
  const shown = letters.slice(from, from + most);
  const pieces: Piece[] = from > 0 ? [{ text: '…', isMark: false }] : [];
  for (const [at, letter] of shown.entries()) {
    const isMark = marks[from + at] ?? false;
    const last = pieces.at(-1);
    if (last && last.isMark === isMark) last.text += letter;
    else pieces.push({ text: letter, isMark });
  }
  if (from + most < letters.length) pieces.push({ text: '…', isMark: false });
  return pieces;
}

/** A title, marked in full. */
export const marked = (text: string, words: readonly string[]): Piece[] => snippetOf(text, words, 200);

function marksIn(letters: readonly string[], words: readonly string[]): boolean[] {
  const plain = letters.map((letter) => letter.toLowerCase());
  const marks = letters.map(() => false);
  for (const word of [...new Set(words)].map((each) => [...each]).filter((each) => each.length > 0)) {
    for (let at = 0; at + word.length <= plain.length; at += 1) {
      if (word.every((letter, n) => plain[at + n] === letter)) marks.fill(true, at, at + word.length);
    }
  }
  return marks;
}
