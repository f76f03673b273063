import { listChildren } from '#app/domain/base/regions/read.ts';
import { search } from '#app/domain/public/search/find.ts';
import { SearchAsked } from '#app/domain/public/search/input.ts';
import searchKeys from '#app/enhance/search-keys.ts?worker&url';
import { useWords } from '#app/i18n/pair.ts';
import { searchWords } from '#app/i18n/search.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { limit } from '#app/platform/limit.ts';
import { query } from '#app/platform/query.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { FilterBar } from '#app/ui/light/filters.tsx';
import { Hits } from '#app/ui/light/hits.tsx';
import { Pager } from '#app/ui/light/pager.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { PageTitle } from '../page-title.tsx';
import { entryKinds } from '#app/domain/public/search/model.ts';
import { SearchForm } from './search-form.tsx';
import type { Route } from './+types/search.ts';

/** A visitor's address asks at most this often in a minute. */
const asksInAMinute = 120;

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, SearchAsked);
  return show(async () => {
    if (asked.q && ctx.address && ctx.actor.id === '') await limit(ctx, `search:${ctx.address}`, asksInAMinute, 60);
    const provinces = (await listChildren(ctx, null)).map(({ code, name }) => ({ value: code, label: name }));
    return { asked, provinces, found: await search(ctx, asked) };
  });
}

/** 搜索 for everybody; complete without a script. */
export default function SearchPage({ loaderData: { asked, provinces, found } }: Route.ComponentProps) {
  const words = useWords(searchWords);
  const site = useWords(siteWords);
  const to = (change: Record<string, string | number | undefined>) => addressOf({ ...asked, page: undefined, ...change });
  return (
    <div className="wrap body stacked">
      <PageTitle title={found.words ? `${found.words} · ${words.title}` : words.title} about={words.lead} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }]} here={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      <SearchForm asked={asked} provinces={provinces} />
      {found.words !== '' && (
        <FilterBar
          label={words.kind}
          filters={[undefined, ...entryKinds].map((kind) => ({ href: to({ kind }), label: kind ? words.kinds[kind] : words.all, current: asked.kind === kind }))}
        />
      )}
      {found.words === '' ? (
        <p className="muted">{words.start}</p>
      ) : found.hits.length === 0 ? (
        <Empty text={words.none(found.words)} />
      ) : (
        <>
          <p role="status">{words.results(found.words, found.count, found.isMore)}</p>
          <Hits
            label={words.list}
            hits={found.hits.map(({ kind, region, day, ...hit }) => ({ ...hit, kind: words.kinds[kind], place: [region, day].filter(Boolean).join(' · ') }))}
          />
        </>
      )}
      <Pager
        prev={found.page > 1 ? to({ page: found.page - 1 }) : undefined}
        next={found.page < found.pages ? to({ page: found.page + 1 }) : undefined}
        words={{ label: words.pages, prev: words.previous, next: words.next }}
      />
      <script type="module" src={searchKeys} />
    </div>
  );
}

function addressOf(asked: Record<string, string | number | undefined>): string {
  const parts = Object.entries(asked).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)]]));
  return `/search?${new URLSearchParams(parts)}`;
}
