import { Link } from 'react-router';
import { isBehind, shadeOfCell, shades } from '#app/domain/city/cockpit/model.ts';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { CockpitPage, Shown } from './load.ts';

/** 形状: what a cell shows beside its shade, so that no state is told by colour alone. */
const signs = { full: '', near: '', some: '▽', thin: '▽', behind: '▼', far: '▼▼' } as const;

export function cellClass({ light, percent }: Pick<Shown, 'light' | 'percent'>): string {
  if (light === 'no-figure' || light === 'not-due' || light === 'not-asked') return light;
  return shadeOfCell({ light, percent });
}

/** A figure that is behind bears a sign, however small the distance: a line to be held is broken by little. */
export function signOf({ light, percent }: Pick<Shown, 'light' | 'percent'>): string {
  if (light === 'reached') return '✓';
  if (!isBehind(light)) return '';
  const sign = signs[shadeOfCell({ light, percent })];
  return sign || '▽';
}

/** 一格的字: its sign and figure; the words for those who hear it. */
export function CellFace({ cell }: { cell: Shown }) {
  const words = useWords(cockpitWords);
  const { light, percent } = cell;
  const isPartly = cell.reported > 0 && cell.reported < cell.asked;
  const sign = signOf(cell);
  const said = percent ?? (cell.marks > 0 ? `${cell.done}/${cell.marks}` : light === 'reached' ? '' : words.lights[light]);
  const face = light === 'no-figure' ? words.heat.missing : light === 'not-due' ? words.heat.ahead : light === 'not-asked' ? words.heat.notAsked
    : `${sign} ${said}`.trim();
  return (
    <>
      <span aria-hidden="true" {...(cell.isBelowLine ? { title: `${cell.weakest}${words.heat.and}${words.heat.belowLine}` } : {})}>{face}</span>
      <span className="vh">{[words.lights[light], percent === null ? '' : `${percent}%`, cell.weakest && light !== 'not-asked' ? words.heat.weakest(cell.weakest) : '', cell.isBelowLine ? words.heat.belowLine : '', isPartly ? words.heat.partly(cell.reported, cell.asked) : '', cell.isNew ? words.heat.fresh : ''].filter(Boolean).join(words.heat.and)}</span>
      {isPartly ? <small aria-hidden="true">{cell.reported}/{cell.asked}</small> : null}
      {cell.isNew ? <i className="fresh" aria-hidden="true" /> : null}
    </>
  );
}

/** 行动 × 区县: the plan's own place first, then its regions; what only the place itself answers for stands in a row of squares. */
export function HeatTable({ page }: { page: CockpitPage }) {
  const words = useWords(cockpitWords);
  const place = page.plan.place || words.nation;
  const query = `?plan=${page.plan.id}&year=${page.year}`;
  return (
    <div className="cockheat" role="region" tabIndex={0} aria-label={words.heat.scroll}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.heat.action}</th>
            <th scope="col" className="own">{place}</th>
            {page.regions.map(({ code, name }) => <th key={code} scope="col"><Link to={`/desk/cockpit/districts/${code}${query}`}>{name}</Link></th>)}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => {
            const isOwnOnly = row.cells.every(({ light }) => light === 'not-asked');
            return (
              <tr key={row.code}>
                <th scope="row"><Link to={`/desk/plans/${page.plan.id}/actions/${row.code}`}><span className="num">{row.code}</span> {row.name}</Link></th>
                <td className={`own ${cellClass(row.own)}`}><CellFace cell={row.own} /></td>
                {isOwnOnly && page.regions.length > 0 ? <td className="only" colSpan={page.regions.length}><Marks cell={row.own} /></td>
                  : row.cells.map((cell, at) => <td key={page.regions[at]!.code} className={cellClass(cell)}>{cell.light === 'not-asked' ? <CellFace cell={cell} /> : <Link to={`/desk/cockpit/districts/${page.regions[at]!.code}${query}#${row.code}`}><CellFace cell={cell} /></Link>}</td>)}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Marks({ cell }: { cell: Shown }) {
  const words = useWords(cockpitWords);
  if (cell.marks === 0) return <span className="muted">{words.heat.own}</span>;
  return <><span className="marks" aria-hidden="true">{Array.from({ length: cell.marks }, (_, at) => <i key={at} className={at < cell.done ? 'done' : ''} />)}</span>{words.heat.milestones(cell.done, cell.marks)}</>;
}

/** 图例: every shade with its shape and range. */
export function HeatLegend() {
  const words = useWords(cockpitWords);
  const { legend } = words.heat;
  return (
    <ul className="cocklegend">
      {shades.map((shade) => <li key={shade}><i className={shade} aria-hidden="true" />{signs[shade]} {legend[shade]}</li>)}
      <li><i className="no-figure" aria-hidden="true" />{legend.missing}</li>
      <li>{legend.line}</li>
      <li><i className="new" aria-hidden="true" />{legend.fresh}</li>
      <li>{legend.partly}</li>
    </ul>
  );
}
