import { Link } from 'react-router';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { useWords } from '#app/i18n/pair.ts';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { cellClass, districtHref, signOf, useFollow } from './heat.tsx';
import type { CockpitPage } from './load.ts';

/** A place that told nothing of what was asked: nothing can be said of it, not even that nothing is behind. */
const isSilent = ({ asked, reported }: { asked: number; reported: number }) => asked > 0 && reported === 0;

/** 各地一览: a tile for each region, a scheme that claims neither position nor boundary; its table folds away beneath it. */
export function Tiles({ page: { tiles, plan, year } }: { page: CockpitPage }) {
  const words = useWords(cockpitWords);
  const list = useFollow<HTMLUListElement>();
  return (
    <Pane title={words.map.title} note={words.map.lead}>
      <ul ref={list} className="cocktiles">
        {tiles.map((tile) => (
          <li key={tile.code}>
            <a href={districtHref(tile.code, plan.id, year)} className={`${cellClass(tile)}${tile.missing > 0 ? ' silent' : ''}`} aria-label={words.map.said(tile.name, tile.behind, tile.reported, tile.asked, tile.missing)}>
              <b>{tile.name}</b>
              {tile.light === 'not-asked' ? <span>{words.heat.notAsked}</span> : tile.behind > 0 || tile.missing === 0 ? <span>{`${signOf(tile)} ${tile.light === 'not-due' ? words.heat.ahead : words.map.behind(tile.behind)}`.trim()}</span> : null}
              {tile.missing > 0 ? <span>{words.map.missing(tile.missing)}</span> : null}
            </a>
          </li>
        ))}
      </ul>
      <ul className="cocklegend">
        {(['full', 'some', 'behind', 'far', 'no-figure'] as const).map((each) => <li key={each}><i className={each} aria-hidden="true" />{words.map.legend[each]}</li>)}
      </ul>
      <p className="note">{words.map.scheme}</p>
      <details className="cocktable">
        <summary>{words.map.table}</summary>
        <FigureTable
          label={words.map.title} rows={tiles} keyOf={({ code }) => code}
          columns={[
            { name: 'place', title: words.map.columns.place, place: 'main', show: (tile) => tile.name },
            { name: 'behind', title: words.map.columns.behind, place: 'figure', show: (tile) => (isSilent(tile) ? '—' : tile.behind) },
            { name: 'far', title: words.map.columns.far, place: 'figure', show: (tile) => (isSilent(tile) ? '—' : tile.far) },
            { name: 'missing', title: words.map.columns.missing, place: 'figure', show: (tile) => tile.missing },
            { name: 'reported', title: words.map.columns.reported, place: 'figure', show: (tile) => `${tile.reported} / ${tile.asked}` },
          ]}
        />
      </details>
    </Pane>
  );
}

/** 这一周变了什么. */
export function News({ news }: { news: NonNullable<CockpitPage['news']> }) {
  const words = useWords(cockpitWords);
  return (
    <Pane title={words.week.title} note={words.week.lead(news.since)}>
      {news.lines.length === 0 ? <p className="note">{words.week.none}</p> : (
        <ul className="cocknews">
          {news.lines.map((line) => <li key={line.at + line.text}>{line.text}{line.at ? <time dateTime={line.at}>{line.on}</time> : null}</li>)}
          {news.more > 0 ? <li>{words.week.more(news.more)}</li> : null}
        </ul>
      )}
    </Pane>
  );
}

/** 按部门看. */
export function Departments({ planId, year, departments }: { planId: string; year: number; departments: CockpitPage['departments'] }) {
  const words = useWords(cockpitWords);
  return (
    <Pane title={words.departments.title} note={words.departments.lead}>
      <ul className="cockdeps">{departments.map((each) => <li key={each.id}><Link to={`/desk/cockpit/departments/${each.id}?plan=${planId}&year=${year}`}>{each.name}</Link> <small>{words.departments.count(each.lead, each.co)}</small></li>)}</ul>
    </Pane>
  );
}
