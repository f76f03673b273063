import list from '#data/common-characters.json' with { type: 'json' };
import type { Layer } from '#app/platform/ctx.ts';
import { officialWords } from './official-words.ts';

/** 哪里难: a breath or a sentence too long, too many rare characters, a word of documents. */
export type ReadingProblem =
  | { kind: 'long-breath'; text: string; length: number; limit: number }
  | { kind: 'long-sentence'; length: number; limit: number }
  | { kind: 'rare'; characters: string[] }
  | { kind: 'official'; word: string; instead: string };

/**
 * 各年龄层的尺度: characters between two marks and in a sentence; from which rank of frequency a character counts as rare, and
 * how many of them a sentence may hold. 2,500 is the count of the national list of common characters for schools.
 */
export const readingLimits: Readonly<Record<Layer, { breath: number; sentence: number; rank: number; rare: number; official: boolean }>> = {
  'with-grown-up': { breath: 10, sentence: 20, rank: 1500, rare: 1, official: true },
  primary: { breath: 15, sentence: 30, rank: 2500, rare: 1, official: true },
  teen: { breath: 25, sentence: 60, rank: 3500, rare: 2, official: false },
};

const ranks = new Map([...list.characters].map((character, at) => [character, at + 1]));

/** 字频: the rank of a character by how often it is met; beyond the list is infinitely rare. */
export const rankOf = (character: string) => ranks.get(character) ?? Infinity;

/** A figure or a Latin word counts as one character: it is read in one breath. */
const lengthOf = (text: string) => [...text.replaceAll(/[\p{P}\p{S}\s]/gu, ' ').replaceAll(/[A-Za-z\d]+/g, '一').replaceAll(' ', '')].length;

/** 读得懂吗: why a sentence is too hard for a layer; empty when it is not. It measures length and frequency, not sense. */
export function readingProblems(sentence: string, layer: Layer): ReadingProblem[] {
  const { breath, sentence: most, rank, rare, official } = readingLimits[layer];
  const problems: ReadingProblem[] = [];
  for (const text of sentence.split(/[，。！？、；：,.!?;:—…·]+/u)) {
    const length = lengthOf(text);
    if (length > breath) problems.push({ kind: 'long-breath', text: text.trim(), length, limit: breath });
  }
  const length = lengthOf(sentence);
  if (length > most) problems.push({ kind: 'long-sentence', length, limit: most });
  const characters = [...new Set(sentence.match(/\p{Script=Han}/gu) ?? [])].filter((one) => rankOf(one) > rank);
  if (characters.length > rare) problems.push({ kind: 'rare', characters });
  if (official) for (const [word, instead] of officialWords) if (sentence.includes(word)) problems.push({ kind: 'official', word, instead });
  return problems;
}
