import { useRouteLoaderData } from 'react-router';
import { homeWords } from '#app/i18n/home.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { DataTable } from '#app/ui/light/table.tsx';
import { DemoMark } from '#app/ui/light/tag.tsx';
import { TileMap } from '#app/ui/light/tile-map.tsx';
import { tiles } from '#app/ui/light/tile-places.ts';

/** 方格地图和表: the map shows, the table says; both lead to the pilots of a province. `most` keeps the table short. */
export function PilotMap({ values, most }: { values: Record<string, number | null>; most?: number }) {
  const { map, numbers } = useWords(homeWords);
  const locale = useLocale();
  const root = useRouteLoaderData('root') as { isDemo: boolean } | undefined;
  const named = (code: string) => (locale === 'en' ? tiles[code]?.en : tiles[code]?.zh) ?? code;
  const rows = Object.entries(values)
    .flatMap(([code, pilots]) => (pilots ? [{ code, pilots }] : []))
    .toSorted((a, b) => b.pilots - a.pilots);
  const href = (code: string) => `/pilots?region=${code}`;
  return (
    <div className="two">
      <div>
        <TileMap values={values} locale={locale} href={href} words={{ ...map, title: map.label }} />
        <p className="note">
          {map.note} {root?.isDemo ? <DemoMark word={numbers.demo} /> : null}
        </p>
      </div>
      <div>
        <DataTable
        caption={map.caption}
        phone="table"
        rows={rows.slice(0, most)}
        keyOf={(row) => row.code}
        none={map.none}
        columns={[
          { head: map.province, isName: true, cell: (row) => <a href={href(row.code)}>{named(row.code)}</a> },
          { head: map.pilots, right: true, cell: (row) => row.pilots },
        ]}
      />
      {most && rows.length > most ? (
        <p className="note">
          <a href="/pilots">{map.all}</a>
        </p>
      ) : null}
      </div>
    </div>
  );
}
