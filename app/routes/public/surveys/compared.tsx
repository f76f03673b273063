import type { Compared } from '#app/domain/children/survey-results/compare.ts';
import { isMoreThanChance } from '#app/domain/children/survey-results/intervals.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveyResultsWords } from '#app/i18n/survey-results.ts';
import { Tag } from '#app/ui/light/tag.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { percent, pointRange, pointsBetween } from './numbers.ts';

/** What stands beside a chart; the others are behind one click. */
export const mostBeside = 10;

type Props = { caption: string; lines: readonly Compared[]; heads: readonly [string, string, string] };

/** 两列之比: both shares, their difference and its interval; marked where it is more than chance. */
export function ComparedTable({ lines, ...rest }: Props) {
  const words = useWords(surveyResultsWords);
  const left = lines.slice(mostBeside);
  return (
    <div className="compared">
      <Lines lines={lines.slice(0, mostBeside)} {...rest} />
      {left.length > 0 ? (
        <details>
          <summary>{words.more(left.length)}</summary>
          <Lines lines={left} {...rest} />
        </details>
      ) : null}
    </div>
  );
}

function Lines({ caption, lines, heads: [one, other, difference] }: Props) {
  const words = useWords(surveyResultsWords);
  const locale = useLocale();
  return (
    <DataTable caption={caption} rows={lines} keyOf={({ row }) => row.wording} columns={[
      { head: words.items.item, isName: true, cell: ({ row: { text } }) => (locale === 'en' && text.en) || text.zh },
      { head: one, right: true, cell: (line) => percent(line.one.value) },
      { head: other, right: true, cell: (line) => percent(line.other.value) },
      { head: difference, right: true, cell: ({ one: here, other: there, difference: gap }) => <>{pointsBetween(here, there)} <span className="muted nw">({pointRange(gap)})</span> {isMoreThanChance(gap) ? <Tag>{words.gaps.more}</Tag> : null}</> },
    ]} />
  );
}
