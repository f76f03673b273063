import type { pilotsWords } from '#app/i18n/pilots.ts';
import type { NumberItem } from '#app/ui/light/numbers.tsx';

type Words = (typeof pilotsWords)['zh-CN'];

/** 社区的主要数字: at most four, only those that are known. */
export function communityNumbers(facts: Record<string, number>, children: number | null, { numbers: words, people }: Words, demo: boolean): NumberItem[] {
  const said = (value: number) => value.toLocaleString('en');
  const bands = ['children-0-3', 'children-4-6', 'children-7-12', 'children-13-18'].map((band) => facts[band]);
  const isComplete = bands.every((band) => band !== undefined);
  const one = (label: string, value: number | null | undefined, unit: string): NumberItem[] =>
    value === null || value === undefined ? [] : [{ label, parts: [{ value: said(value), unit }], demo }];
  return [
    ...one(words.children, children, people).map((item) => ({ ...item, child: true })),
    ...(isComplete ? [{ label: words.bands, parts: bands.map((band, at) => ({ value: `${said(band!)}${at < 3 ? ' / ' : ''}` })), demo, small: true }] : []),
    ...one(words.indoor, facts['indoor-area'], words.area),
    ...one(words.outdoor, facts['outdoor-area'], words.area),
    ...one(words.volunteers, facts['volunteers'], people),
  ].slice(0, 4);
}
