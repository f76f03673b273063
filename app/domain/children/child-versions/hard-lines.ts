import type { Layer } from '#app/platform/ctx.ts';
import type { HardLine, Line } from './model.ts';
import { readingProblems } from './reading-level.ts';

/** 太难的句子: which sentences of a version, and its title as -1, are too hard for its layer, and why. */
export function hardLines({ title, lines, layer }: { title: string; lines: readonly Line[]; layer: Layer }): HardLine[] {
  return [{ text: title, at: -1 }, ...lines.map(({ text }, at) => ({ text, at }))]
    .map(({ text, at }) => ({ at, problems: readingProblems(text, layer) }))
    .filter(({ problems }) => problems.length > 0);
}
