import { z } from 'zod';
import { bands } from '#app/domain/service/spaces/model.ts';
import { listSpaces } from '#app/domain/service/spaces/read.ts';
import { useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { spacesWords } from '#app/i18n/spaces.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query, searchInput } from '#app/platform/query.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Pager } from '#app/ui/light/pager.tsx';
import { PageHead, Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { PageTitle } from '../page-title.tsx';
import { hoursLines } from './hours-text.ts';
import { regionAsked } from './region-asked.ts';
import { RegionChoice } from './region-choice.tsx';
import type { Route } from './+types/spaces.ts';

const Asked = z.object({ ...cursorInput, region: z.string().optional(), text: searchInput, band: z.enum(bands).optional(), where: z.enum(['indoor', 'outdoor']).optional(), open: z.literal('yes').optional() });

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => {
    const region = await regionAsked(ctx, asked.region ?? null);
    return { asked: { ...asked, region: region.code || undefined }, region, page: await listSpaces(ctx, { ...asked, region: region.code || undefined }) };
  });
}

type Loaded = Route.ComponentProps['loaderData'];

/** 儿童空间 for everybody: found by place, age, roof and hour; printable. */
export default function SpacesPage({ loaderData }: Route.ComponentProps) {
  const words = useWords(spacesWords);
  const site = useWords(siteWords);
  const { asked, page, region } = loaderData;
  const { region: _, after: __, before: ___, ...conditions } = asked;
  const isFiltered = Object.values(conditions).some(Boolean);
  return (
    <>
      <div className="wrap">
        <PageTitle title={words.title} about={words.lead} />
        <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }]} here={words.title} />
        <PageHead title={words.title} lead={<>{words.lead} <a href={asked.region ? `/safe-routes?region=${asked.region}` : '/safe-routes'}>{words.seeMap}</a></>} />
      </div>
      <Section title={words.list} hideTitle tight>
        <RegionChoice region={region} action="/spaces" keep={conditions} />
        <Filters {...loaderData} />
        {page.rows.length > 0 ? <Rows {...loaderData} /> : (
          <Empty drawing="swing" text={words.none} action={isFiltered ? <ButtonLink kind="quiet" href={asked.region ? `/spaces?region=${asked.region}` : '/spaces'}>{words.clear}</ButtonLink> : undefined} />
        )}
        <Pager prev={page.previous ? addressOf(asked, { before: page.previous, after: undefined }) : undefined} next={page.next ? addressOf(asked, { after: page.next, before: undefined }) : undefined}
          words={{ label: words.list, prev: words.previous, next: words.next }} />
      </Section>
    </>
  );
}

function Filters({ asked }: Loaded) {
  const words = useWords(spacesWords);
  return (
    <form className="row no-print" role="search" action="/spaces">
      {asked.region ? <input type="hidden" name="region" value={asked.region} /> : null}
      <input className="in grow" type="search" name="text" defaultValue={asked.text} maxLength={40} aria-label={words.search} placeholder={words.search} />
      <select className="in slim" name="band" aria-label={words.ages} defaultValue={asked.band ?? ''}>
        <option value="">{words.allAges}</option>
        {bands.map((band) => <option key={band} value={band}>{words.bands[band]}</option>)}
      </select>
      <select className="in slim" name="where" aria-label={words.where} defaultValue={asked.where ?? ''}>
        <option value="">{words.both}</option>
        <option value="indoor">{words.indoor}</option>
        <option value="outdoor">{words.outdoor}</option>
      </select>
      <select className="in slim" name="open" aria-label={words.openFilter} defaultValue={asked.open ?? ''}>
        <option value="">{words.openOrNot}</option>
        <option value="yes">{words.openNow}</option>
      </select>
      <Button kind="quiet">{words.go}</Button>
    </form>
  );
}

function Rows({ page }: Loaded) {
  const words = useWords(spacesWords);
  return (
    <DataTable caption={words.list} rows={page.rows} keyOf={({ id }) => id} columns={[
      { head: words.columns.name, isName: true, cell: (row) => <><a href={`/spaces/${row.id}`}>{row.name}</a>{row.isInvented ? <> <small className="muted">{words.invented}</small></> : null}</> },
      { head: words.columns.kind, cell: (row) => `${words.kinds[row.kind]} · ${row.isIndoor ? words.indoor : words.outdoor}` },
      { head: words.columns.ages, cell: (row) => row.bands.map((band) => words.bands[band]).join(' · ') },
      { head: words.columns.state, cell: (row) => row.state === 'closed' ? <Status state="late">{words.states.closed}</Status> : <Status state={row.isOpenNow ? 'done' : 'next'}>{row.isOpenNow ? words.openAt : words.shutAt}</Status> },
      { head: words.facts.hours, cell: (row) => hoursLines(row.hours, words).map((line) => <span key={line}>{line}<br /></span>) },
      { head: words.columns.address, cell: (row) => row.address },
      { head: words.columns.place, cell: (row) => row.place },
    ]} />
  );
}

function addressOf(asked: Loaded['asked'], changed: Partial<Loaded['asked']>): string {
  return `/spaces?${new URLSearchParams(Object.entries({ ...asked, ...changed }).filter((pair): pair is [string, string] => Boolean(pair[1])))}`;
}
