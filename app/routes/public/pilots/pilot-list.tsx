import { useLocale, useWords } from '#app/i18n/pair.ts';
import { pilotsWords } from '#app/i18n/pilots.ts';
import { siteWords } from '#app/i18n/site.ts';
import { shortDay } from '#app/platform/dates.ts';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { FilterBar } from '#app/ui/light/filters.tsx';
import { Pager } from '#app/ui/light/pager.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';

type Place = { code: string; name: string };
type Props = {
  rows: { id: string; regionCode: string; name: string; since: string; callTitle: string; children: number | null; path: Place[] }[];
  next?: string | undefined;
  previous?: string | undefined;
  region: Place | null;
  text: string;
  path: Place[];
  below: Place[];
};

/** 试点名单: search by name, regions one level at a time, back and on by keyset. */
export function PilotList({ rows, next, previous, region, text, path, below }: Props) {
  const words = useWords(pilotsWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const address = (wanted: Record<string, string | undefined>) => {
    const asked = new URLSearchParams(Object.entries(wanted).filter((pair): pair is [string, string] => Boolean(pair[1])));
    return asked.size ? `/pilots?${asked}#list` : '/pilots#list';
  };
  const kept = { text, region: region?.code };
  return (
    <Section id="list" title={region ? words.inRegion(region.name) : words.list}>
      <div className="stacked">
        <form className="row" role="search" action="/pilots#list">
          {region ? <input type="hidden" name="region" value={region.code} /> : null}
          <input className="in grow" type="search" name="text" defaultValue={text} maxLength={40} aria-label={words.search} placeholder={words.hint} />
          <Button kind="quiet">{words.go}</Button>
        </form>
        <FilterBar
          label={words.region}
          filters={[
            { href: address({ text }), label: words.allRegions, current: !region },
            ...path.map((step) => ({ href: address({ text, region: step.code }), label: step.name, current: step.code === region?.code })),
          ]}
        />
        {below.length ? (
          <FilterBar label={words.narrow} filters={below.map((step) => ({ href: address({ text, region: step.code }), label: step.name }))} />
        ) : null}
      </div>
      {rows.length ? (
        <DataTable
          caption={words.list}
          rows={rows}
          keyOf={(row) => row.id}
          columns={[
            { head: words.columns.name, isName: true, cell: (row) => <a href={`/communities/${row.regionCode}`}>{row.name}</a> },
            { head: words.columns.place, cell: (row) => row.path.map((step) => step.name).join(locale === 'en' ? ' › ' : '') },
            { head: words.columns.call, cell: (row) => row.callTitle },
            { head: words.columns.children, right: true, cell: (row) => row.children?.toLocaleString('en') ?? '—' },
            { head: words.columns.since, right: true, cell: (row) => shortDay(row.since, locale) },
          ]}
        />
      ) : (
        <Empty
          drawing="house"
          text={region || text ? words.none : words.noneYet}
          action={
            region || text ? (
              <ButtonLink kind="quiet" href="/pilots#list">
                {words.seeAll}
              </ButtonLink>
            ) : (
              <ButtonLink kind="quiet" href="/notices">
                {words.toNotices}
              </ButtonLink>
            )
          }
        />
      )}
      <Pager
        prev={previous ? address({ ...kept, before: previous }) : undefined}
        next={next ? address({ ...kept, after: next }) : undefined}
        words={{ label: words.list, prev: site.previous, next: site.next }}
      />
    </Section>
  );
}
