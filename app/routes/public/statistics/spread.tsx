import { useLocale, useWords } from '#app/i18n/pair.ts';
import { statisticsWords } from '#app/i18n/statistics.ts';
import { ChartFigure } from '#app/ui/light/chart.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { linkTo } from './links.ts';
import type { Full } from './load.ts';
import { many, tenth } from './numbers.ts';

/** 五个板块, beside the region above. */
export function Sections({ data: { question, figures, charts } }: { data: Full }) {
  const { sections: words, places } = useWords(statisticsWords);
  const isCompared = figures.besideName !== '';
  return (
    <Section title={words.title} tight>
      <ChartFigure svg={charts.sections} caption={words.caption}>
        <DataTable
          caption={words.caption}
          phone="table"
          rows={figures.sections}
          keyOf={(row) => row.id}
          columns={[
            { head: words.section, isName: true, cell: (row) => <a href={linkTo(figures.region.code, question, { section: row.id })}>{row.id} {row.name}</a> },
            { head: places.mean, right: true, cell: (row) => tenth(row.value) },
            ...(isCompared ? [{ head: figures.besideName, right: true, cell: (row: (typeof figures.sections)[number]) => tenth(row.beside) }] : []),
          ]}
        />
      </ChartFigure>
    </Section>
  );
}

/** 得分分布. */
export function Spread({ data: { figures, charts } }: { data: Full }) {
  const { spread: words, numbers } = useWords(statisticsWords);
  const locale = useLocale();
  return (
    <Section title={words.title} mist tight>
      <ChartFigure svg={charts.spread} caption={words.caption}>
        <DataTable
          caption={words.caption}
          phone="table"
          rows={figures.bands}
          keyOf={(row) => String(row.band)}
          columns={[
            { head: words.band, isName: true, cell: (row) => (row.band < 0 ? words.noScore : words.of(row.band)) },
            { head: words.communities, right: true, cell: (row) => many(row.communities, locale) },
            { head: words.share, right: true, cell: (row) => `${tenth((100 * row.communities) / figures.own.communities)}${numbers.percent}` },
          ]}
        />
      </ChartFigure>
    </Section>
  );
}

/** 逐年变化. */
export function Years({ data: { question, figures, charts } }: { data: Full }) {
  const { years: words } = useWords(statisticsWords);
  const locale = useLocale();
  if (figures.years.length < 2) return <Section title={words.title} tight><p className="note">{words.one}</p></Section>;
  return (
    <Section title={words.title} tight>
      <ChartFigure svg={charts.years} caption={words.caption}>
        <DataTable
          caption={words.caption}
          phone="table"
          rows={figures.years}
          keyOf={(row) => String(row.year)}
          columns={[
            { head: words.year, isName: true, cell: (row) => <a href={linkTo(figures.region.code, question, { year: row.year, stream: row.stream, edition: row.editionId })}>{row.year}</a> },
            { head: words.communities, right: true, cell: (row) => many(row.communities, locale) },
            { head: words.mean, right: true, cell: (row) => tenth(row.mean) },
          ]}
        />
        <p className="note">{words.note}</p>
      </ChartFigure>
    </Section>
  );
}
