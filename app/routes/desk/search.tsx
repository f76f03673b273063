import { Link } from 'react-router';
import { search } from '#app/domain/public/search/find.ts';
import { SearchAsked } from '#app/domain/public/search/input.ts';
import { entryKinds } from '#app/domain/public/search/model.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { deskWords } from '#app/i18n/desk.ts';
import { useWords } from '#app/i18n/pair.ts';
import { searchWords } from '#app/i18n/search.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { DayRange } from '#app/ui/desk/day-range.tsx';
import { EmptyBox, Filters, PickBox, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { DeskHits } from '#app/ui/desk/hits.tsx';
import { menuFor } from '#app/ui/desk/menu.ts';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import type { Route } from './+types/search.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, SearchAsked);
  return show(async () => ({
    asked,
    found: await search(ctx, asked),
    path: asked.region ? await regionPath(ctx, asked.region) : [],
    lists: menuFor(ctx.actor).filter((place) => place.isSearched).map(({ name, to }) => ({ name, to })),
  }));
}

/** 搜索 at the desk: the same box, and the lists that can be searched by themselves. */
export default function DeskSearch({ loaderData: { asked, found, path, lists } }: Route.ComponentProps) {
  const words = useWords(searchWords);
  const desk = useWords(deskWords);
  const page = (n: number) => `/desk/search?${new URLSearchParams(Object.entries({ ...asked, page: n }).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])))}`;
  return (
    <>
      <PageHead title={words.title} lead={found.words ? words.results(found.words, found.count, found.isMore) : words.start} />
      <div className="pane">
        <Filters>
          <SearchBox value={asked.q} label={words.words} placeholder={words.words} />
          <PickBox name="kind" label={words.kind} value={asked.kind} options={entryKinds.map((value) => ({ value, label: words.kinds[value] }))} />
          <RegionFilter path={path} />
          <DayRange words={words} from={asked.from} to={asked.to} />
        </Filters>
        {found.words !== '' && found.hits.length === 0 ? (
          <EmptyBox text={words.none(found.words)} />
        ) : (
          <DeskHits label={words.list} hits={found.hits.map(({ kind, region, day, ...hit }) => ({ ...hit, kind: words.kinds[kind], place: [region, day].filter(Boolean).join(' · ') }))} />
        )}
        {found.pages > 1 && (
          <nav className="dpager" aria-label={words.pages}>
            {found.page > 1 && <Link to={page(found.page - 1)}>{words.previous}</Link>}
            {found.page < found.pages && <Link to={page(found.page + 1)}>{words.next}</Link>}
          </nav>
        )}
      </div>
      {found.words !== '' && lists.length > 0 && (
        <p>
          {words.elsewhere}
          {lists.map(({ name, to }) => (
            <span key={name}>
              {' · '}
              <Link to={`${to}?q=${encodeURIComponent(found.words)}`}>{words.within(desk.menu[name], found.words)}</Link>
            </span>
          ))}
        </p>
      )}
    </>
  );
}
