import { useEffect, useRef } from 'react';
import { Link, useNavigate } from 'react-router';
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

type Words = typeof cockpitWords['zh-CN'];

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** 一格的字: its sign and figure, and the words for those who hear it; written as HTML, because hundreds of cells made of elements take longer to draw than all the rest. */
export function faceOf(cell: Shown, words: Words, href?: string): { dangerouslySetInnerHTML: { __html: string } } {
  const { light, percent, weakest, partly, marked, isBelowLine, isNew } = cell;
  const said = percent ?? (marked ? `${marked.done}/${marked.marks}` : light === 'reached' ? '' : words.lights[light]);
  const face = light === 'no-figure' ? words.heat.missing : light === 'not-due' ? words.heat.ahead : light === 'not-asked' ? words.heat.notAsked : `${signOf(cell)} ${said}`.trim();
  const heard = [words.lights[light], percent === null ? '' : `${percent}%`, weakest ? words.heat.weakest(weakest) : '', isBelowLine ? words.heat.belowLine : '', partly ? words.heat.partly(partly.reported, partly.asked) : '', isNew ? words.heat.fresh : ''].filter(Boolean).join(words.heat.and);
  const title = isBelowLine ? ` title="${escaped(`${weakest}${words.heat.and}${words.heat.belowLine}`)}"` : '';
  const inside = `<span aria-hidden="true"${title}>${escaped(face)}</span><span class="vh">${escaped(heard)}</span>${partly ? `<small aria-hidden="true">${partly.reported}/${partly.asked}</small>` : ''}${isNew ? '<i class="fresh" aria-hidden="true"></i>' : ''}`;
  return { dangerouslySetInnerHTML: { __html: href ? `<a href="${escaped(href)}">${inside}</a>` : inside } };
}

/** 跟着链接走: the hundreds of cells are plain links, which are quick to draw; with a script a click on one stays in the desk. */
function useFollow() {
  const table = useRef<HTMLTableElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = (event.target as HTMLElement).closest('td > a');
      if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void navigate(link.getAttribute('href')!);
    };
    const listened = table.current;
    listened?.addEventListener('click', follow);
    return () => listened?.removeEventListener('click', follow);
  }, [navigate]);
  return table;
}

/** 行动 × 区县: the plan's own place first, then its regions; what only the place itself answers for stands in a row of squares. */
export function HeatTable({ page }: { page: CockpitPage }) {
  const words = useWords(cockpitWords);
  const place = page.plan.place || words.nation;
  const query = `?plan=${page.plan.id}&year=${page.year}`;
  const hrefs = page.regions.map(({ code }) => `/desk/cockpit/districts/${code}${query}`);
  const table = useFollow();
  return (
    <div className="cockheat" role="region" tabIndex={0} aria-label={words.heat.scroll}>
      <table ref={table}>
        <thead>
          <tr>
            <th scope="col">{words.heat.action}</th>
            <th scope="col" className="own">{place}</th>
            {page.regions.map(({ code, name }, at) => <th key={code} scope="col"><Link to={hrefs[at]!}>{name.replace(/ (District|County|City)$/, '')}</Link></th>)}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => {
            const isOwnOnly = row.cells.every(({ light }) => light === 'not-asked');
            return (
              <tr key={row.code}>
                <th scope="row"><Link to={`/desk/plans/${page.plan.id}/actions/${row.code}`}><span className="num">{row.code}</span> {row.name}</Link></th>
                <td className={`own ${cellClass(row.own)}`} {...faceOf(row.own, words)} />
                {isOwnOnly && page.regions.length > 0 ? <td className="only" colSpan={page.regions.length}><Marks marked={row.own.marked} words={words} /></td>
                  : row.cells.map((cell, at) => <td key={page.regions[at]!.code} className={cellClass(cell)} {...faceOf(cell, words, cell.light === 'not-asked' ? undefined : hrefs[at])} />)}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Marks({ marked, words }: { marked: Shown['marked']; words: Words }) {
  if (!marked) return <span className="muted">{words.heat.own}</span>;
  return <><span className="cockmarks" aria-hidden="true">{Array.from({ length: marked.marks }, (_, at) => <i key={at} className={at < marked.done ? 'done' : ''} />)}</span>{words.heat.milestones(marked.done, marked.marks)}</>;
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
