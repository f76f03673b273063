import type { Shown } from '#app/domain/base/small-cells/hide-small.ts';
import type { pilotsWords } from '#app/i18n/pilots.ts';
import type { NumberItem } from '#app/ui/light/numbers.tsx';

type Words = (typeof pilotsWords)['zh-CN'];

/** 社区的主要数字: at most four, only those that are known and may be shown. */
export function communityNumbers(facts: Record<string, number>, children: Shown, { numbers: words, people }: Words, demo: boolean): NumberItem[] {
  const said = (value: number) => value.toLocaleString('en');
  const one = (label: string, value: number | null | undefined, unit: string): NumberItem[] =>
    value === null || value === undefined ? [] : [{ label, parts: [{ value: said(value), unit }], demo }];
  return [
    ...one(words.children, children.total, people).map((item) => ({ ...item, child: true })),
    ...(children.bands.includes(null) ? [] : [{ label: words.bands, parts: children.bands.map((band, at) => ({ value: `${said(band!)}${at < 3 ? ' / ' : ''}` })), demo, small: true }]),
    ...one(words.indoor, facts['indoor-area'], words.area),
    ...one(words.outdoor, facts['outdoor-area'], words.area),
    ...one(words.volunteers, facts['volunteers'], people),
  ].slice(0, 4);
}
