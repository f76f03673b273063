import { Fragment } from 'react';
import { cityWords } from '#app/i18n/city.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import { shortDay } from '#app/platform/dates.ts';
import { periodWords, trajectoryWords } from '#app/i18n/trajectory.ts';
import { Estimated, EstimateKey } from '#app/ui/light/estimated.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Trajectory } from '#app/ui/light/trajectory.tsx';
import type { ActionPage } from './load-action.ts';
import { looks } from './tasks.tsx';
import { figure } from './words.ts';
import { sourceWords } from './words.ts';

type Indicator = ActionPage['indicators'][number];

/** 一个数字指标: what it means, its chart and its table. */
export function IndicatorBlock({ indicator }: { indicator: Indicator }) {
  const words = useWords(cityWords);
  const paths = useWords(trajectoryWords);
  const locale = useLocale();
  return (
    <section className="indicatorblock" id={indicator.code}>
      <h3><small>{indicator.code}</small> {indicator.name}</h3>
      <p className="small muted">
        {[words.accumulations[indicator.accumulation], words.frequencies[indicator.frequency], words.provenances[indicator.provenance], ...(indicator.hasTarget ? [] : [words.noTarget])].join(' · ')}
      </p>
      {indicator.drawn.actual.length + indicator.drawn.targets.length > 0
        ? <div className="two chartrow"><Trajectory name={`${indicator.code} ${indicator.name}`} unit={indicator.unit} drawn={indicator.drawn} words={paths} figure={(value) => figure(value, locale)} period={(period) => periodWords(paths, period)} day={(day) => shortDay(day, locale)} isAlone /><div><Years indicator={indicator} /></div></div>
        : <Years indicator={indicator} />}
      <Meaning indicator={indicator} />
    </section>
  );
}

function Years({ indicator }: { indicator: Indicator }) {
  const words = useWords(cityWords);
  const { estimate } = useWords(trajectoryWords);
  const { breaks } = useWords(statisticsDatabaseWords);
  const locale = useLocale();
  const table = (
    <DataTable
      caption={indicator.name} rows={indicator.rows} keyOf={(row) => String(row.year)} none={words.noFigures}
      columns={[
        { head: words.table.year, isName: true, cell: (row) => row.year },
        { head: words.table.target, right: true, cell: (row) => row.target || '—' },
        {
          head: words.table.actual, right: true,
          cell: (row) => <>{row.actual ? <Estimated is={row.isEstimate} words={estimate}>{`${row.actual}${row.isBreak ? ' ‡' : ''}`}</Estimated> : <span className="muted">{row.isHidden ? words.tooFew : words.notReported}</span>}{row.corrections.map((past) => <small key={past.key} className="corrected">{past.from === null ? words.correctedUnshown(shortDay(past.when, locale), sourceWords(past.why, words)) : words.corrected(past.from, shortDay(past.when, locale), sourceWords(past.why, words))}</small>)}</>,
        },
        { head: words.table.who, cell: (row) => (row.who ? <>{row.who.by}<small className="corrected">{shortDay(row.who.on, locale)}{row.who.isLate ? ` · ${words.table.late}` : ''}</small></> : <span className="muted">—</span>) },
        { head: words.table.state, cell: (row) => (row.standing ? <Status state={looks[row.standing]}>{words.standings[row.standing]}</Status> : null) },
      ]}
    />
  );
  const isEstimated = indicator.rows.some(({ isEstimate }) => isEstimate);
  if (!isEstimated && indicator.breaks.length === 0) return table;
  return <>{table}{isEstimated ? <EstimateKey words={estimate} /> : null}{indicator.breaks.length > 0 ? <p className="note">{breaks.legend} {indicator.breaks.join(locale === 'en' ? ' ' : '')}</p> : null}</>;
}

function Meaning({ indicator }: { indicator: Indicator }) {
  const words = useWords(cityWords);
  const locale = useLocale();
  const comma = locale === 'en' ? ', ' : '、';
  const [rules, outline, unicef] = (['standard', 'outline', 'unicef'] as const).map((frame) => indicator.links.filter((link) => link.frame === frame).map(({ target }) => target));
  const { sources } = indicator;
  return (
    <div className="note lines">
      {indicator.parts ? <p>{words.definition(indicator.parts.numerator, indicator.parts.denominator)}</p> : null}
      {indicator.formula ? <p>{words.formula(indicator.formula)}</p> : null}
      {indicator.note ? <p>{indicator.note}</p> : null}
      {sources.length > 0 ? <p>{words.table.source}{locale === 'en' ? ': ' : '：'}{sources.join(locale === 'en' ? '; ' : '；')}</p> : null}
      {indicator.links.length > 0 ? (
        <p>
          {words.speaks}{locale === 'en' ? ': ' : '：'}
          {rules!.length > 0 ? <>{words.rules} {rules!.map((rule, at) => <Fragment key={rule}>{at > 0 ? comma : ''}<a href={`/standard/${rule}`}>{rule}</a></Fragment>)}</> : null}
          {outline!.length > 0 ? `${rules!.length > 0 ? ' · ' : ''}${words.outline} ` : ''}{outline!.map((each, at) => <Fragment key={each}>{at > 0 ? comma : ''}<a href={`/plans/serving?frame=outline&target=${each}`}>{each}</a></Fragment>)}
          {unicef!.map((goal, at) => <Fragment key={goal}>{at > 0 ? comma : rules!.length + outline!.length > 0 ? ' · ' : ''}<a href={`/plans/serving?frame=unicef&target=${goal}`}>{words.unicef[Number(goal)]}</a></Fragment>)}
        </p>
      ) : null}
    </div>
  );
}
