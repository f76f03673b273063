import { type Layer } from '#app/platform/ctx.ts';
import type { ReadingProblem } from './reading-level.ts';

/** 儿童版状态: being written, for everybody, taken off. */
export const versionStates = ['draft', 'published', 'withdrawn'] as const;

/** 原文: a pilot notice, or anything else an office publishes. */
export const sourceKinds = ['notice', 'own'] as const;

/** 一句: what a child reads, with the picture beside it and the readings its writer corrected. */
export type Line = { text: string; drawing: string; readings: Record<number, string> };

/** 太难的一句: which one, and why. */
export type HardLine = { at: number; problems: ReadingProblem[] };

/** So many sentences a child reads at one time, by layer. */
export const mostLines: Readonly<Record<Layer, number>> = { 'with-grown-up': 8, primary: 16, teen: 40 };

/** 图: the pictures of our own that a sentence may have beside it; a test holds that each is drawn. */
export const pictures = ['', 'house', 'tree', 'kite', 'hop', 'hand', 'pencil', 'microphone', 'picture', 'crossing', 'swing', 'book', 'speech', 'eye', 'lamp', 'star', 'paper', 'people', 'phone', 'slide', 'bike', 'bus', 'bin', 'toilet', 'vote', 'question', 'tick', 'wait', 'steps', 'smile', 'flower', 'ball'] as const;
export type Picture = (typeof pictures)[number];

/** 分成一句一句: what was typed, at its ends of sentences and lines. */
export function splitSentences(text: string): string[] {
  return text
    .split(/\n+|(?<=[。！？!?])(?![”’」』）)])/u)
    .map((one) => one.trim())
    .filter(Boolean);
}
