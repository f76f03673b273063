import { useState } from 'react';
import type { DividedAtDesk } from '#app/domain/city/city-plans/divided-at-desk.ts';
import type { Wanted } from '#app/domain/city/city-plans/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { divideWords } from '#app/i18n/divide.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { givenOr } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { figure, targetWords, told, withUnit } from '../../public/plans/words.ts';
import { sumOf } from './divided-sum.ts';

type Indicator = DividedAtDesk['actions'][number]['indicators'][number];
type Props = { indicator: Indicator; districts: DividedAtDesk['districts']; years: readonly number[]; isClosed: boolean; problem: Problem | undefined };

export const cellName = (regionCode: string, code: string, year: number) => `t ${regionCode} ${code} ${year}`;
const typed = (cell: Wanted | undefined) => (cell ? (cell.max === null ? String(cell.value) : `${cell.value}-${cell.max}`) : '');

/** 一个指标的分解表: districts down, years across; the last row says what they come to beside the city's target. */
export function DivideGrid({ indicator, districts, years, isClosed, problem }: Props) {
  const words = useWords(divideWords);
  const city = useWords(cityWords);
  const locale = useLocale();
  const known = (regionCode: string, year: number) => givenOr(problem, cellName(regionCode, indicator.code, year), typed(indicator.cells.find((cell) => cell.regionCode === regionCode && cell.year === year)));
  const [cells, setCells] = useState(() => new Map(districts.flatMap(({ code }) => years.map((year) => [`${code} ${year}`, known(code, year)] as const))));
  const targetOf = (year: number) => indicator.targets.find((target) => target.year === year);
  const name = `${indicator.code} ${told(indicator, locale)}`;
  return (
    <Pane title={name} note={`${words.unit(city.units[indicator.unit])} · ${words.divided(indicator.districts, districts.length)}`} flush>
      <div className="divide" role="group" aria-label={name} tabIndex={0}>
        <table>
          <thead><tr><th scope="col">{words.place}</th>{years.map((year) => <th key={year} scope="col">{year}</th>)}</tr></thead>
          <tbody>
            <tr className="whole"><th scope="row">{words.city}</th>{years.map((year) => <td key={year}>{targetOf(year) ? targetWords(targetOf(year)!, indicator.unit, city, locale) : '—'}</td>)}</tr>
            {districts.map((district) => (
              <tr key={district.code}>
                <th scope="row">{district.name}</th>
                {years.map((year) => {
                  const field = cellName(district.code, indicator.code, year);
                  const wrong = problem?.fields?.[field];
                  return (
                    <td key={year}>
                      <input
                        className="dctl" id={`field-${field}`} name={field} inputMode="decimal" maxLength={40} readOnly={isClosed} defaultValue={known(district.code, year)} aria-label={words.cell(district.name, told(indicator, locale), year)}
                        placeholder={indicator.isShared && targetOf(year) && !indicator.cells.some(({ regionCode }) => regionCode === district.code) ? words.follows : ''} onChange={(event) => setCells(new Map(cells).set(`${district.code} ${year}`, event.target.value))}
                        {...(wrong ? { 'aria-invalid': true, 'aria-describedby': `wrong-${field}` } : {})}
                      />
                      {wrong && <span className="wrong" id={`wrong-${field}`}>{wrong.join(' ')}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
            <tr className="whole"><th scope="row">{indicator.isShared ? words.span : words.sum}</th>{years.map((year) => <td key={year}><Sum {...{ indicator, districts, year }} cells={districts.map(({ code }) => cells.get(`${code} ${year}`) ?? '')} /></td>)}</tr>
          </tbody>
        </table>
      </div>
    </Pane>
  );
}

function Sum({ indicator, districts, year, cells }: Pick<Props, 'indicator' | 'districts'> & { year: number; cells: readonly string[] }) {
  const words = useWords(divideWords);
  const city = useWords(cityWords);
  const locale = useLocale();
  const said = (value: number) => withUnit(value, indicator.unit, city, locale);
  const summed = sumOf(cells, indicator, indicator.targets.find((target) => target.year === year));
  if (summed.kind === 'none') return <>—</>;
  if (summed.kind === 'span') return <>{summed.least === summed.most ? said(summed.least) : `${figure(summed.least, locale)}–${said(summed.most)}`}{summed.set < districts.length && <small>{words.partial(summed.set, districts.length)}</small>}{summed.below > 0 && <small className="off">▼ {words.below(summed.below)}</small>}</>;
  const { sum, set, difference } = summed;
  return (
    <>
      {said(sum)}
      {set < districts.length && <small>{words.partial(set, districts.length)}</small>}
      {difference !== null && <small className={difference === 0 ? '' : 'off'}>{difference === 0 ? `✓ ${words.fits}` : difference > 0 ? `▲ ${words.over(said(difference))}` : `▼ ${words.under(said(-difference))}`}</small>}
    </>
  );
}
