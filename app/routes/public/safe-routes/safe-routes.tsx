import mapStyle from 'maplibre-gl/dist/maplibre-gl.css?url';
import mapWorker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { safeMap } from '#app/domain/service/hazards/safe-map.ts';
import { listSpaces } from '#app/domain/service/spaces/read.ts';
import map from '#app/enhance/map.ts?worker&url';
import { useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { spacesWords } from '#app/i18n/spaces.ts';
import { walksWords } from '#app/i18n/walks.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { PageHead, Section } from '#app/ui/light/section.tsx';
import { PageTitle } from '../page-title.tsx';
import { regionAsked } from '../spaces/region-asked.ts';
import { RegionChoice } from '../spaces/region-choice.tsx';
import { insidePage } from './inside-page.ts';
import { mapData } from './map-data.ts';
import { RouteTable } from './route-table.tsx';
import type { Route } from './+types/safe-routes.ts';

const mostSpaces = 100;

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const region = await regionAsked(ctx, new URL(request.url).searchParams.get('region'));
    const [routes, spaces] = await Promise.all([safeMap(ctx, region.code || undefined), region.code.length >= 6 ? listSpaces(ctx, { region: region.code }, mostSpaces) : { rows: [] }]);
    const places = spaces.rows.map(({ id, name, at, address }) => ({ id, name, at, address }));
    return { region, routes, places, drawn: mapData(routes, places) };
  });
}

/** 安全路线: everything stands in the table; the map beside it is another way to see it and comes by itself where it can. */
export default function SafeRoutesPage({ loaderData: { region, routes, places, drawn } }: Route.ComponentProps) {
  const all = useWords(spacesWords);
  const site = useWords(siteWords);
  const { open } = useWords(walksWords);
  const words = all.safe;
  const hasMap = drawn.lines.length + drawn.points.length > 0;
  const report = `/hazards/report?region=${region.code}&datum=${drawn.datum}`;
  return (
    <>
      <div className="wrap">
        <PageTitle title={words.title} about={words.lead} />
        <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: region.code ? `/spaces?region=${region.code}` : '/spaces', label: all.title }]} here={words.title} />
        <PageHead title={words.title} lead={words.lead} />
      </div>
      <Section title={words.table} hideTitle tight>
        <RegionChoice region={region} action="/safe-routes" />
        {routes.length === 0 ? <Empty drawing="crossing" text={words.none} /> : routes.map((route) => <RouteTable key={route.id} route={route} />)}
        {region.code.length >= 9 ? <p className="row apart no-print"><a href={`/communities/${region.code}/walks`}>{open.title}</a></p> : null}
        {places.length > 0 ? (
          <>
            <h2>{words.spaces}</h2>
            <ul>{places.map((place) => <li key={place.id}><a href={`/spaces/${place.id}`}>{place.name}</a> · {place.address}</li>)}</ul>
          </>
        ) : null}
      </Section>
      {hasMap ? (
        <Section title={words.map} lead={words.mapNote} mist>
          <link rel="stylesheet" href={mapStyle} />
          <figure className="no-print" style={{ margin: 0 }}>
            <div data-map="" role="region" aria-label={words.mapLabel} style={{ height: 'min(70vh, 520px)', background: 'var(--mist)' }} />
            <figcaption className="small muted mapwords">{words.legend} {drawn.tiles ? words.datum : `${words.noTiles} ${words.datum}`}</figcaption>
          </figure>
          {region.code.length >= 9 ? <p className="no-print"><a data-map-report="" href={report}>{words.tapFirst}</a></p> : null}
          <script type="application/json" id="map-data" dangerouslySetInnerHTML={{ __html: insidePage({ ...drawn, worker: mapWorker, report: region.code.length >= 9 ? report : null, words: { failed: words.failed, report: words.report } }) }} />
          <script type="module" src={map} />
        </Section>
      ) : null}
    </>
  );
}
