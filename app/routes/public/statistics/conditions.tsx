import { useLocale, useWords } from '#app/i18n/pair.ts';
import { statisticsWords } from '#app/i18n/statistics.ts';
import { streams } from '#app/domain/base/rule-results/model.ts';
import { FilterBar } from '#app/ui/light/filters.tsx';
import { linkTo } from './links.ts';
import type { Full } from './load.ts';
import { many } from './numbers.ts';

/** 条件 as links: years and streams with how many communities the nation has in them, the sections, and the edition where there is a choice. */
export function Conditions({ data: { question, figures } }: { data: Full }) {
  const words = useWords(statisticsWords);
  const locale = useLocale();
  const { set, sets, sections, region } = figures;
  const to = (changed: Parameters<typeof linkTo>[2]) => linkTo(region.code, question, changed);
  const years = [...new Set(sets.map(({ year }) => year))];
  const counted = (fits: (each: (typeof sets)[number]) => boolean) => sets.filter(fits).reduce((sum, each) => sum + each.communities, 0);
  const editions = [...new Set(sets.filter(({ year, stream }) => year === set.year && stream === set.stream).map(({ editionId }) => editionId))];
  return (
    <div className="wrap conditions">
      <FilterBar
        label={words.filters.year}
        filters={years.map((year) => ({ href: to({ year, edition: undefined }), label: String(year), current: year === set.year }))}
      />
      <FilterBar
        label={words.filters.stream}
        filters={streams.filter((stream) => sets.some((each) => each.stream === stream && each.year === set.year)).map((stream) => ({
          href: to({ year: set.year, stream, edition: undefined }), label: `${words.streams[stream]} ${many(counted((each) => each.stream === stream && each.year === set.year), locale)}`, current: stream === set.stream,
        }))}
      />
      <FilterBar
        label={words.filters.section}
        filters={[
          { href: to({ section: undefined }), label: words.filters.all, current: !question.section },
          ...sections.map(({ id, name }) => ({ href: to({ section: id }), label: `${id} ${name}`, current: question.section === id })),
        ]}
      />
      {editions.length > 1 ? (
        <FilterBar label={words.filters.edition} filters={editions.map((edition) => ({ href: to({ year: set.year, stream: set.stream, edition }), label: edition, current: edition === set.editionId }))} />
      ) : null}
    </div>
  );
}
