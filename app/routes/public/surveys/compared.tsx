import type { Compared } from '#app/domain/children/survey-results/compare.ts';
import { isMoreThanChance } from '#app/domain/children/survey-results/intervals.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveyResultsWords } from '#app/i18n/survey-results.ts';
import { Tag } from '#app/ui/light/tag.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { percent, pointRange, points } from './numbers.ts';

/** 两列之比: both shares, their difference and its interval; marked where it is more than chance. */
export function ComparedTable({ caption, lines, heads: [one, other, difference] }: { caption: string; lines: readonly Compared[]; heads: readonly [string, string, string] }) {
  const words = useWords(surveyResultsWords);
  const locale = useLocale();
  return (
    <DataTable caption={caption} rows={lines} keyOf={({ row }) => row.wording} columns={[
      { head: words.items.item, isName: true, cell: ({ row: { text } }) => (locale === 'en' && text.en) || text.zh },
      { head: one, right: true, cell: (line) => percent(line.one.value) },
      { head: other, right: true, cell: (line) => percent(line.other.value) },
      { head: difference, right: true, cell: (line) => words.gaps.points(points(line.difference.value)) },
      { head: words.items.range, right: true, cell: (line) => <>{pointRange(line.difference)} {isMoreThanChance(line.difference) ? <Tag>{words.gaps.more}</Tag> : null}</> },
    ]} />
  );
}
