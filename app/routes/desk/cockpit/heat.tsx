import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { isBehind, shadeOfCell, shades } from '#app/domain/city/cockpit/model.ts';
import { estimateSign } from '#app/domain/city/indicators/model.ts';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { CockpitPage, Shown } from './load.ts';
import { lengthen } from './short-cells.ts';

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

const escaped = (text: string) => (/[&<>"]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;') : text);

/** 一格的字: its sign and figure, and the words for those who hear it. */
function faceIn(cell: Shown, words: Words): string {
  const { light, percent, weakest, partly, marked, isBelowLine, isNew, isEstimate } = cell;
  const said = percent ?? (marked ? `${marked.done}/${marked.marks}` : light === 'reached' ? '' : words.lights[light]);
  const face = light === 'no-figure' ? words.heat.missing : light === 'not-due' ? words.heat.ahead : light === 'not-asked' ? words.heat.notAsked : `${isEstimate ? `${estimateSign} ` : ''}${`${signOf(cell)} ${said}`.trim()}`;
  const heard = [words.lights[light], percent === null ? '' : `${percent}%`, weakest ? words.heat.weakest(weakest) : '', isBelowLine ? words.heat.belowLine : '', partly ? words.heat.partly(partly.reported, partly.asked) : '', isEstimate ? words.heat.estimate : '', isNew ? words.heat.fresh : ''].filter(Boolean).join(words.heat.and);
  const title = isBelowLine ? ` title="${escaped(`${weakest}${words.heat.and}${words.heat.belowLine}`)}"` : '';
  return `<span aria-hidden="true"${title}>${escaped(face)}</span><span class="vh">${escaped(heard)}</span>${partly ? `<small aria-hidden="true">${partly.reported}/${partly.asked}</small>` : ''}${isNew ? '<i class="fresh" aria-hidden="true"></i>' : ''}`;
}

export const faceOf = (cell: Shown, words: Words): { dangerouslySetInnerHTML: { __html: string } } => ({ dangerouslySetInnerHTML: { __html: faceIn(cell, words) } });

/** 表身: written as HTML, because hundreds of cells and links made of elements take longer to draw than all the rest of the page. */
export function bodyOf({ rows, regions, names, plan, year }: Pick<CockpitPage, 'rows' | 'regions' | 'names' | 'plan' | 'year'>, words: Words): string {
  const hrefs = regions.map(({ code }) => escaped(districtHref(code, plan.id, year)));
  return rows.map((row) => {
    const cells = lengthen(row.cells, names);
    const isOwnOnly = cells.length > 0 && cells.every(({ light }) => light === 'not-asked');
    const below = isOwnOnly ? `<td class="only" colspan="${cells.length}">${marksIn(row.own.marked, words)}</td>`
      : cells.map((cell, at) => `<td class="${cellClass(cell)}">${cell.light === 'not-asked' ? faceIn(cell, words) : `<a href="${hrefs[at]}">${faceIn(cell, words)}</a>`}</td>`).join('');
    return `<tr><th scope="row"><a href="${escaped(`/desk/plans/${plan.id}/actions/${row.code}`)}"><span class="num">${escaped(row.code)}</span> ${escaped(row.name)}</a></th><td class="own ${cellClass(row.own)}">${faceIn(row.own, words)}</td>${below}</tr>`;
  }).join('');
}

export const districtHref = (code: string, planId: string, year: number): string => `/desk/cockpit/districts/${code}?plan=${planId}&year=${year}`;

function marksIn(marked: Shown['marked'], words: Words): string {
  if (!marked) return `<span class="muted">${escaped(words.heat.own)}</span>`;
  const marks = Array.from({ length: marked.marks }, (_, at) => `<i class="${at < marked.done ? 'done' : ''}"></i>`).join('');
  return `<span class="cockmarks" aria-hidden="true">${marks}</span>${escaped(words.heat.milestones(marked.done, marked.marks))}`;
}

/** 跟着链接走: hundreds of links are plain ones, which are quick to draw; with a script a click on one stays in the desk. */
export function useFollow<E extends HTMLElement>() {
  const place = useRef<E>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = (event.target as HTMLElement).closest('a');
      if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void navigate(link.getAttribute('href')!);
    };
    const listened = place.current;
    listened?.addEventListener('click', follow);
    return () => listened?.removeEventListener('click', follow);
  }, [navigate]);
  return place;
}

/** 行动 × 区县: the plan's own place first, then its regions; what only the place itself answers for stands in a row of squares. */
export function HeatTable({ page }: { page: CockpitPage }) {
  const words = useWords(cockpitWords);
  const table = useFollow<HTMLTableElement>();
  return (
    <div className="cockheat" role="region" tabIndex={0} aria-label={words.heat.scroll}>
      <table ref={table}>
        <thead>
          <tr>
            <th scope="col">{words.heat.action}</th>
            <th scope="col" className="own">{page.plan.place || words.nation}</th>
            {page.regions.map(({ code, name }) => <th key={code} scope="col"><a href={districtHref(code, page.plan.id, page.year)}>{name.replace(/ (District|County|City)$/, '')}</a></th>)}
          </tr>
        </thead>
        <tbody dangerouslySetInnerHTML={{ __html: bodyOf(page, words) }} />
      </table>
    </div>
  );
}

/** 图例: every shade with its shape and range. */
export function HeatLegend({ hasEstimates, hasWeek }: { hasEstimates: boolean; hasWeek: boolean }) {
  const words = useWords(cockpitWords);
  const { legend } = words.heat;
  return (
    <ul className="cocklegend">
      {shades.map((shade) => <li key={shade}><i className={shade} aria-hidden="true" />{signs[shade]} {legend[shade]}</li>)}
      <li><i className="no-figure" aria-hidden="true" />{legend.missing}</li>
      <li>{legend.line}</li>
      {hasWeek ? <li><i className="new" aria-hidden="true" />{legend.fresh}</li> : null}
      <li>{legend.partly}</li>
      {hasEstimates ? <li>{estimateSign} {legend.estimate}</li> : null}
    </ul>
  );
}
