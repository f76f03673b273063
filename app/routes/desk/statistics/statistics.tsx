import { z } from 'zod';
import { streams } from '#app/domain/base/rule-results/model.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { waitingPilots } from '#app/domain/public/statistics/waiting-pilots.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { statisticsWords } from '#app/i18n/statistics.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { KeysetTable, PickBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import type { Route } from './+types/statistics.ts';

const span = 5;
const Asked = z.object({
  region: z.string().refine(isRegionCode).optional(), year: z.coerce.number().int().min(2000).max(2100).optional(), stream: z.enum(streams).default('self'), ...cursorInput,
});

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  const thisYear = Number(beijingDay(ctx.now).slice(0, 4));
  const year = asked.year ?? thisYear;
  return show(async () => {
    const { counted, ...page } = await waitingPilots(ctx, { ...asked, year });
    return { counted, page, asked: { ...asked, year }, thisYear, path: asked.region ? await regionPath(ctx, asked.region) : [] };
  });
}

/** 评估进度: which pilots of the officer's regions have no result of a year and stream yet; the figures themselves are public. */
export default function DeskStatistics({ loaderData: { counted, page, asked, thisYear, path } }: Route.ComponentProps) {
  const { desk: words, streams: names, filters } = useWords(statisticsWords);
  const locale = useLocale();
  const years = Array.from({ length: span }, (_, back) => String(thisYear - back));
  const figures = `/statistics${asked.region ? `/${asked.region}` : ''}?year=${asked.year}&stream=${asked.stream}`;
  return (
    <>
      <PageHead title={words.title} lead={<>{words.lead} <a href={figures}>{words.public}</a></>} />
      <p>{counted.all === 0 ? words.none : words.done(counted.done, counted.all)}</p>
      <KeysetTable
        page={page}
        empty={{ text: counted.all === 0 ? words.none : words.allIn }}
        filters={
          <>
            <div className="fil-item">
              {words.region}
              <RegionFilter path={path} />
            </div>
            <PickBox name="year" label={filters.year} value={String(asked.year)} options={years.map((year) => ({ value: year, label: year }))} />
            <PickBox name="stream" label={filters.stream} value={asked.stream} options={streams.map((stream) => ({ value: stream, label: names[stream] }))} />
          </>
        }
        columns={[
          { name: 'name', title: words.community, place: 'main', show: (row) => <><b>{row.name}</b><small>{row.regionCode}</small></> },
          { name: 'place', title: words.place, place: 'wide', show: (row) => row.path.join(' ') },
          { name: 'since', title: words.since, show: (row) => shortDay(row.since, locale) },
          { name: 'open', title: words.open, show: (row) => <a href={`/statistics/${row.regionCode}`}>{words.open}</a> },
        ]}
      />
    </>
  );
}
