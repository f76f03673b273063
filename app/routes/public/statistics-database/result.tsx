import { most } from '#app/domain/city/statistics-database/model.ts';
import { estimateSign } from '#app/domain/city/indicators/model.ts';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortDay } from '#app/platform/dates.ts';
import { trajectoryWords } from '#app/i18n/trajectory.ts';
import { Empty } from '#app/ui/light/empty.tsx';
import { Estimated } from '#app/ui/light/estimated.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { addressOf, dataAddressOf } from './links.ts';
import type { DatabasePage, Result } from './load.ts';

/** 回答: the table with its chart, what its signs mean, files, what the indicators mean. */
export function ResultView({ page, result }: { page: DatabasePage; result: Result }) {
  const words = useWords(statisticsDatabaseWords);
  const locale = useLocale();
  return (
    <>
      <Section id="result" title={words.result} mist tight>
        {result.tooLarge ? <p className="none" role="alert">{result.tooLarge}</p> : result.isEmpty ? <Empty text={words.nothing} /> : result.table ? <Table result={result} table={result.table} /> : <p role="status">{words.wide(result.cells)}</p>}
        {result.isUngrouped ? <p className="note">{words.ungrouped}</p> : null}
        {result.chart?.svg ? (
          <figure className="chart askchart">
            <div className="askdrawn" role="group" aria-label={result.caption} tabIndex={0} dangerouslySetInnerHTML={{ __html: result.chart.svg }} />
            <figcaption>{words.chartHead(result.caption, result.table?.unit ?? '')}{words.chartCaption}{result.chart.rows > 0 ? `${locale === 'en' ? ' ' : ''}${words.chartSome(result.chart.rows)}` : ''}</figcaption>
          </figure>
        ) : result.chart?.isMixed ? <p className="note">{words.chartUnits}</p> : null}
      </Section>
      {result.isEmpty ? null : <Files page={page} result={result} />}
      <Definitions result={result} />
    </>
  );
}

/** So many columns fit on a phone beside the names of the rows. */
const widest = 4;

function Table({ result, table }: { result: Result; table: NonNullable<Result['table']> }) {
  const words = useWords(statisticsDatabaseWords);
  const { estimate } = useWords(trajectoryWords);
  const locale = useLocale();
  return (
    <>
      {table.cols.length > widest ? <p className="asknarrow">{words.slide(table.cols.length)}{table.isByPeriod ? <> <a href="#newest">{words.newest}</a></> : null}</p> : null}
      <div className="heat askheat" role="region" aria-label={result.caption} tabIndex={0}>
        <table className="data planheat asktable">
          <caption><span>{result.caption}{table.unit ? <> · <span className="nobreak">{words.unit(table.unit)}</span></> : null}</span></caption>
          <thead><tr>{table.rowAxes.map((axis) => <th key={axis} scope="col">{words.axes[axis]}</th>)}{table.cols.map(({ id, name }, at) => <th key={id} scope="col" className={table.isByPeriod ? 'r nobreak' : 'r'} id={table.isByPeriod && at === table.cols.length - 1 ? 'newest' : undefined}>{name}</th>)}</tr></thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.key}>
                {row.heads.map((head, at) => (at === 0 ? <th key={at} scope="row">{head}</th> : <td key={at}>{head}</td>))}
                {row.cells.map((cell, at) => <td key={table.cols[at]!.id} className={`r ${cell.state === 'none' ? 'missing' : cell.state === 'hidden' ? 'withheld' : ''}`} title={cell.title || undefined}>{cell.state === 'none' ? words.missing : cell.state === 'hidden' ? words.hidden : <Estimated is={cell.isEstimate} words={estimate}>{`${cell.text}${cell.isPart ? ' *' : ''}${cell.isBreak ? ' ‡' : ''}`}</Estimated>}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="note lines">
        {table.hasParts ? <p>{words.legend.part}</p> : null}
        {result.breaks.length > 0 ? <p>{words.breaks.legend} {result.breaks.join(' ')}</p> : null}
        {table.left.length > 0 ? <p>{words.legend.left(table.left)}</p> : null}
        {table.hasEstimates ? <p>{estimateSign} {estimate.key}</p> : null}
        {table.hasMissing ? <p>{words.legend.missing}</p> : null}
        {table.hasHidden ? <p>{words.legend.hidden}</p> : null}
        <p>{result.sources.length > 0 ? `${words.sources}${locale === 'en' ? ': ' : '：'}${result.sources.join(locale === 'en' ? '; ' : '；')}${locale === 'en' ? '; ' : '；'}` : ''}{words.asOf(shortDay(result.asOf, locale))}</p>
      </div>
    </>
  );
}

function Files({ page: { asked, from, to }, result }: { page: DatabasePage; result: Result }) {
  const words = useWords(statisticsDatabaseWords);
  const fixed = { ...asked, from, to, q: '', owner: '' };
  const file = (name: string) => dataAddressOf(`/statistics-database/data/${name}`, fixed);
  const files = [['figures.csv', words.files.csv], ['figures.xlsx', words.files.xlsx], ['figures.json', words.files.json], ['figures.sdmx.json', words.files.sdmx], ['figures.adx.xml', words.files.adx]] as const;
  return (
    <Section title={words.files.title} tight>
      <ul className="askfiles">{files.map(([name, label]) => <li key={name}><a className="btn quiet small" href={file(name)} download>{label}</a></li>)}</ul>
      {result.isCut ? <p className="note">{words.files.cut(most.fileRows)}</p> : null}
      <p className="note asked">{words.address} <a href={addressOf(fixed)}>{addressOf(fixed)}</a><br />{words.addressNote}</p>
      <p className="note">{result.terms}</p>
      <p className="row small"><a href={`/statistics-database/codes${asked.r === '*' ? '' : `?r=${asked.r}`}`}>{words.codes.link}</a><a href="/open-data">{words.api}</a></p>
    </Section>
  );
}

function Definitions({ result }: { result: Result }) {
  const words = useWords(statisticsDatabaseWords);
  return (
    <Section title={words.definitions} mist tight>
      <dl className="terms askterms">
        {result.definitions.map((each) => (
          <div key={each.code} id={each.code}>
            <dt><small>{each.code}</small> {each.name}</dt>
            <dd>{[each.unit, each.accumulation, each.frequency].filter(Boolean).join(' · ')}{each.parts ? <><br />{each.parts}</> : null}{each.note ? <><br />{each.note}</> : null}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** 起点: what to do first, and questions to begin with. */
export function Examples() {
  const words = useWords(statisticsDatabaseWords);
  return (
    <Section title={words.empty.title} lead={words.empty.text} mist tight>
      <h3>{words.empty.examples}</h3>
      <ul className="askexamples">
        {words.examples.map(({ i, r, scope, label }) => <li key={i}><a href={`/statistics-database?i=${i}${r === '*' ? '' : `&r=${r}`}${scope === 'self' ? '' : `&scope=${scope}`}`}>{label}</a></li>)}
        <li><a href="/statistics-database/codes">{words.codes.link}</a></li>
      </ul>
    </Section>
  );
}
