import { Link } from 'react-router';
import type { ActionAtDesk } from '#app/domain/city/city-plans/action-at-desk.ts';
import { cityWords } from '#app/i18n/city.ts';
import { cityActionWords } from '#app/i18n/city-action.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import { shortTime } from '#app/platform/dates.ts';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag, type Tone } from '#app/ui/desk/status-tag.tsx';
import { sourceWords, targetWords, told, withUnit } from '../../public/plans/words.ts';

type Indicator = ActionAtDesk['indicators'][number];
const tones: Record<Indicator['standing'], Tone> = { reached: 'good', short: 'bad', 'on-the-way': 'now', missing: 'info', watched: 'rest', 'not-shown': 'rest' };

function Name({ indicator }: { indicator: Indicator }) {
  return <Link to={`/desk/indicators/${indicator.code}`}>{indicator.code} {told(indicator, useLocale())}</Link>;
}

/** 数字指标: target and actual of every year side by side, how each stands, and where its figures are recorded. */
export function Numbers({ data: { plan, years, today, indicators } }: { data: ActionAtDesk }) {
  const words = useWords(cityActionWords).numbers;
  const { breaks } = useWords(statisticsDatabaseWords);
  const city = useWords(cityWords);
  const locale = useLocale();
  const rows = indicators.filter(({ kind }) => kind === 'numeric');
  if (rows.length === 0 && indicators.length > 0) return null;
  const cellOf = (row: Indicator, year: number) => {
    const target = row.targets.find((each) => each.year === year);
    const held = row.figures.find((each) => each.year === year);
    if (!target && !held) return '—';
    return <>{target ? <b>{targetWords(target, row.unit, city, locale)}</b> : '—'}<small>{held ? `${words.actual(withUnit(held.value, row.unit, city, locale))}${held.isBreak ? ' ‡' : ''}` : target && `${year}-12-31` < today ? words.missing : ''}</small></>;
  };
  const hasBreak = rows.some(({ figures }) => figures.some(({ isBreak }) => isBreak));
  return (
    <Pane title={words.title} flush={rows.length > 0}>
      {rows.length === 0 ? <p className="note">{words.none}</p> : (
        <FigureTable
          label={words.title} rows={rows} keyOf={({ code }) => code}
          columns={[
            { name: 'indicator', title: words.indicator, place: 'main', show: (row) => <Name indicator={row} /> },
            { name: 'baseline', title: words.baseline, show: (row) => (row.baseline ? <>{withUnit(row.baseline.value, row.unit, city, locale)}<small>{row.baseline.year}</small></> : '—') },
            ...years.map((year) => ({ name: String(year), title: String(year), show: (row: Indicator) => cellOf(row, year) })),
            { name: 'standing', title: words.standing, place: 'state', show: (row) => <StatusTag tone={tones[row.standing]}>{city.standings[row.standing]}</StatusTag> },
            { name: 'record', title: words.record, show: (row) => <Link to={`/desk/plans/${plan.id}/values?indicator=${row.code}`} aria-label={words.to(told(row, locale))}>{words.record}</Link> },
          ]}
        />
      )}
      {hasBreak && <p className="note in-pane">{breaks.legend}</p>}
    </Pane>
  );
}

/** 里程碑 with the paper that proves each, whichever year it was done in. */
export function Marks({ data: { plan, indicators } }: { data: ActionAtDesk }) {
  const { marks: words, numbers } = useWords(cityActionWords);
  const city = useWords(cityWords);
  const locale = useLocale();
  const rows = indicators.filter(({ kind }) => kind === 'milestone');
  if (rows.length === 0) return null;
  return (
    <Pane title={words.title} flush>
      <FigureTable
        label={words.title} rows={rows} keyOf={({ code }) => code}
        columns={[
          { name: 'name', title: words.name, place: 'main', show: (row) => <Name indicator={row} /> },
          { name: 'year', title: words.year, show: (row) => row.due ?? words.noYear },
          { name: 'state', title: words.state, place: 'state', show: (row) => <StatusTag tone={tones[row.standing]}>{city.standings[row.standing]}</StatusTag> },
          { name: 'proof', title: words.proof, show: ({ said }) => (!said?.source ? words.none : said.sourceUrl ? <a href={said.sourceUrl}>{sourceWords(said.source, city)}</a> : sourceWords(said.source, city)) },
          { name: 'who', title: words.who, show: ({ said }) => (said ? `${said.recordedByName} · ${shortTime(said.recordedAt, locale)}` : '—') },
          { name: 'record', title: numbers.record, show: (row) => <Link to={`/desk/plans/${plan.id}/values?indicator=${row.code}`} aria-label={numbers.to(told(row, locale))}>{numbers.record}</Link> },
        ]}
      />
    </Pane>
  );
}
