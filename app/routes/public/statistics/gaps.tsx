import { useLocale, useWords } from '#app/i18n/pair.ts';
import { statisticsWords } from '#app/i18n/statistics.ts';
import { ChartFigure } from '#app/ui/light/chart.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import type { Figures, Full } from './load.ts';
import { many, tenth } from './numbers.ts';

const first = 8;

/** 缺口最大的规范要求. */
export function Gaps({ data: { figures, charts } }: { data: Full }) {
  const { gaps: words } = useWords(statisticsWords);
  return (
    <Section title={words.title} mist tight>
      <ChartFigure svg={charts.gaps} caption={words.caption}>
        <GapTable rows={figures.gaps.slice(0, first)} />
        {figures.gaps.length > first ? (
          <details>
            <summary>{words.more(figures.gaps.length)}</summary>
            <GapTable rows={figures.gaps} />
          </details>
        ) : null}
      </ChartFigure>
    </Section>
  );
}

function GapTable({ rows }: { rows: Figures['gaps'] }) {
  const { gaps: words, numbers } = useWords(statisticsWords);
  return (
    <DataTable
      caption={words.caption}
      phone="table"
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        { head: words.norm, isName: true, cell: (row) => `${row.id} ${row.name}` },
        { head: words.unmet, right: true, cell: (row) => `${tenth(row.unmet)}${numbers.percent}` },
        { head: words.mean, right: true, cell: (row) => tenth(row.mean) },
      ]}
    />
  );
}

/** 最常没有达标的应达项. */
export function Musts({ data: { figures } }: { data: Full }) {
  const { musts: words, numbers } = useWords(statisticsWords);
  const locale = useLocale();
  return (
    <Section title={words.title} tight>
      <DataTable
        caption={words.caption}
        rows={figures.musts}
        none={words.none}
        keyOf={(row) => row.id}
        columns={[
          { head: words.rule, isName: true, cell: (row) => <a href={`/standard/${row.id}`}>{row.id} {row.name}</a> },
          { head: words.met, right: true, cell: (row) => many(row.counts.met, locale) },
          { head: words.partly, right: true, cell: (row) => many(row.counts.partly, locale) },
          { head: words.notMet, right: true, cell: (row) => many(row.counts.notMet, locale) },
          { head: words.unmet, right: true, cell: (row) => `${tenth(row.unmet)}${numbers.percent}` },
        ]}
      />
    </Section>
  );
}
