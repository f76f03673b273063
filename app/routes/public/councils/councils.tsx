import { z } from 'zod';
import { countCouncils } from '#app/domain/children/councils/counts.ts';
import { councilLevels } from '#app/domain/children/councils/model.ts';
import { pageOfCouncils } from '#app/domain/children/councils/public-list.ts';
import { countRounds } from '#app/domain/children/observers/counts.ts';
import { councilWords } from '#app/i18n/council.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { FilterBar } from '#app/ui/light/filters.tsx';
import { Numbers } from '#app/ui/light/numbers.tsx';
import { Pager } from '#app/ui/light/pager.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { PageTitle } from '../page-title.tsx';
import { regionAsked } from '../spaces/region-asked.ts';
import { RegionChoice } from '../spaces/region-choice.tsx';
import type { Route } from './+types/councils.ts';

const Asked = z.object({ after: z.string().optional(), region: z.string().optional(), level: z.enum(councilLevels).optional().catch(undefined) });

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => {
    const region = await regionAsked(ctx, asked.region ?? null);
    const year = beijingDay(ctx.now).slice(0, 4);
    const [page, counts, rounds] = await Promise.all([
      pageOfCouncils(ctx, { ...asked, region: region.code || undefined }), countCouncils(ctx, region.code || '*', `${year}-01-01`), countRounds(ctx, region.code || '*', `${year}-01-01`),
    ]);
    return { asked: { level: asked.level, region: region.code || undefined }, region, year, page, counts, rounds };
  });
}

/** 儿童议事会 for everybody: what all of a region did this year, then each council. */
export default function PublicCouncils({ loaderData: { asked, region, year, page, counts, rounds } }: Route.ComponentProps) {
  const words = useWords(councilWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const { list } = words;
  const to = (changed: { level?: string | undefined; after?: string | undefined }) => `/councils?${new URLSearchParams(Object.entries({ ...asked, ...changed }).filter((pair): pair is [string, string] => Boolean(pair[1])))}`;
  return (
    <div className="wrap body">
      <PageTitle title={list.title} about={list.lead} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }]} here={list.title} />
      <PageHead title={list.title} lead={list.lead} />
      <RegionChoice region={region} action="/councils" keep={{ level: asked.level }} />
      <Numbers demoWord="" items={[
        { label: list.councils, parts: [{ value: String(counts.councils), unit: list.ofCouncils }], child: true },
        { label: list.sessions(year), parts: [{ value: String(counts.sessions), unit: list.times }] },
        { label: list.adopted(year), parts: [{ value: String(counts.adopted), unit: list.ofMotions }] },
        { label: list.rounds(year), parts: [{ value: String(rounds), unit: list.times }] },
      ]} />
      {counts.motions > 0 ? <p>{list.answered(counts.motions, counts.answered, counts.inTime)}</p> : null}
      <FilterBar label={list.level} filters={[{ href: to({ level: undefined }), label: list.all, current: !asked.level }, ...councilLevels.map((level) => ({ href: to({ level }), label: words.levels[level], current: asked.level === level }))]} />
      {page.rows.length === 0 ? <Empty drawing="hand" text={list.none} /> : (
        <ul className="cards">
          {page.rows.map((row) => (
            <li key={row.id} className="card">
              <p className="row close"><Tag kind="plain">{words.levels[row.level]}</Tag>{row.isClosed ? <Tag kind="plain">{list.closed}</Tag> : null} <span className="small muted">{words.public.founded(shortDay(row.foundedOn, locale))}</span></p>
              <h2><a href={`/councils/${row.id}`}>{row.name}</a></h2>
              <p className="muted">{row.unit}</p>
              <p className="small">{list.did(row.sessions, row.motions, row.answered)}</p>
            </li>
          ))}
        </ul>
      )}
      <Pager prev={undefined} next={page.next ? to({ after: page.next }) : undefined} words={{ label: list.title, prev: site.previous, next: site.next }} />
    </div>
  );
}
