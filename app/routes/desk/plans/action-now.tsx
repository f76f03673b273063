import { Link } from 'react-router';
import { cityActionWords } from '#app/i18n/city-action.ts';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { useWords } from '#app/i18n/pair.ts';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import type { StandingRow } from '../cockpit/load-district.ts';
import { signs, Standings } from '../cockpit/standings.tsx';

export type ActionNow = { year: number; regionCode: string; rows: StandingRow[]; places: { code: string; name: string; rows: StandingRow[] }[] };

/** 现在怎么样: why the action has its colour in the cockpit, with the way to its trajectories, and the same figures of each region below. */
export function Now({ now, planId }: { now: ActionNow; planId: string }) {
  const words = useWords(cityActionWords).now;
  const cockpit = useWords(cockpitWords);
  if (now.rows.length === 0) return null;
  const codes = [...new Map(now.places.flatMap(({ rows }) => rows).map((row) => [row.code, row.name]))];
  const at = `plan=${planId}&year=${now.year}`;
  return (
    <>
      <Pane title={words.title(now.year)} note={words.lead} actions={<Link to={`/desk/warnings${now.regionCode === '*' ? '' : `?region=${now.regionCode}`}`}>{words.alerts}</Link>} flush>
        <Standings rows={now.rows} planId={planId} to={(row) => `/desk/cockpit?${at}&indicator=${row.code}`} />
      </Pane>
      {codes.length > 0 && (
        <Pane title={words.places} flush>
          <FigureTable
            label={words.places} rows={now.places} keyOf={({ code }) => code}
            columns={[
              { name: 'place', title: words.place, place: 'main', show: (row) => <Link to={`/desk/cockpit/districts/${row.code}?${at}`}>{row.name}</Link> },
              ...codes.map(([code, name]) => ({
                name: code, title: name, show: (row: ActionNow['places'][number]) => {
                  const found = row.rows.find((each) => each.code === code);
                  return found ? <>{found.actual ?? <span className="muted">{cockpit.heat.missing}</span>}<small>{signs[found.light]}{cockpit.lights[found.light]}{found.expected && found.actual ? ` · ${words.expected(found.expected)}` : ''}</small></> : '—';
                },
              })),
            ]}
          />
        </Pane>
      )}
    </>
  );
}
