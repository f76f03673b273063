import { breakNote, breakSign } from '#app/domain/city/monitoring-reports/break-note.ts';
import { type ActionLine, type IndicatorLine, reporterIn } from '#app/domain/city/monitoring-reports/model.ts';
import { isEstimate } from '#app/domain/city/indicators/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { monitoringWords } from '#app/i18n/monitoring-reports.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { periodWords, trajectoryWords } from '#app/i18n/trajectory.ts';
import { shortDay } from '#app/platform/dates.ts';
import { Estimated, EstimateKey } from '#app/ui/light/estimated.tsx';
import type { SquareState } from '#app/ui/light/squares.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Trajectory } from '#app/ui/light/trajectory.tsx';
import { figure, sourceWords, targetWords, told, withUnit } from '../words.ts';

export const lightLooks: Record<IndicatorLine['light'], SquareState> = { reached: 'done', 'on-path': 'now', behind: 'late', 'far-behind': 'late', short: 'late', 'no-figure': 'rest', 'not-due': 'next', 'not-asked': 'next' };
const taskLooks = { open: 'next', doing: 'now', done: 'done', stopped: 'rest' } as const;

/** 各项行动: folded one by one, with every figure, its picture and who reported it when. */
export function ReportActions({ actions }: { actions: readonly ActionLine[] }) {
  const words = useWords(monitoringWords);
  const locale = useLocale();
  return (
    <>
      {actions.map((action) => (
        <details key={action.code} className="box ledbox">
          <summary><b>{action.code} {told(action, locale)}</b> <small className="muted">{action.leads.length === 0 ? words.noLead : words.lead1(action.leads.map((lead) => told(lead, locale)).join(words.comma))}</small></summary>
          <Milestones lines={action.indicators.filter(({ kind }) => kind === 'milestone')} caption={told(action, locale)} />
          {action.indicators.filter(({ kind }) => kind === 'numeric').map((line) => <Indicator key={line.code} line={line} />)}
          {action.tasks.length > 0 ? (
            <DataTable
              caption={words.tasks.title} rows={action.tasks} keyOf={(row) => row.zh}
              columns={[
                { head: words.tasks.name, isName: true, cell: (row) => told(row, locale) }, { head: words.tasks.due, cell: (row) => shortDay(row.dueOn, locale) },
                { head: words.tasks.state, cell: (row) => <Status state={taskLooks[row.state]}>{words.tasks.states[row.state]}</Status> }, { head: words.tasks.proof, cell: (row) => row.proof || '—' },
              ]}
            />
          ) : null}
        </details>
      ))}
    </>
  );
}

function Milestones({ lines, caption }: { lines: readonly IndicatorLine[]; caption: string }) {
  const words = useWords(monitoringWords);
  const city = useWords(cityWords);
  const locale = useLocale();
  if (lines.length === 0) return null;
  const last = (line: IndicatorLine) => line.figures.findLast(({ value }) => value !== null);
  return (
    <DataTable
      caption={`${caption} · ${words.milestones.name}`} rows={lines} keyOf={(row) => row.code}
      columns={[
        { head: words.milestones.name, isName: true, cell: (row) => <span id={row.code}>{told(row, locale)}</span> }, { head: words.milestones.year, right: true, cell: (row) => row.targets.at(-1)?.year ?? '—' },
        { head: words.milestones.state, cell: (row) => <Status state={lightLooks[row.light]}>{last(row)?.value === 1 ? words.done : last(row) ? words.undone : words.lights[row.light]}</Status> },
        { head: words.milestones.source, cell: (row) => (last(row) ? sourceWords(last(row)!.source, city) || '—' : '—') },
      ]}
    />
  );
}

function Indicator({ line }: { line: IndicatorLine }) {
  const words = useWords(monitoringWords);
  const city = useWords(cityWords);
  const paths = useWords(trajectoryWords);
  const locale = useLocale();
  const name = told(line, locale);
  return (
    <section className="indicatorblock" id={line.code}>
      <h3><small>{line.code}</small> {name} <Status state={lightLooks[line.light]}>{words.lights[line.light]}</Status></h3>
      {line.drawn ? <div className="two chartrow"><Trajectory name={`${line.code} ${name}`} unit={city.units[line.unit]} drawn={line.drawn} words={paths} figure={(value) => figure(value, locale)} period={(period) => periodWords(paths, period)} day={(day) => shortDay(day, locale)} isAlone /><div><Figures line={line} /></div></div> : <Figures line={line} />}
      {line.corrections.length > 0 ? <ul className="note">{line.corrections.map((each) => <li key={`${each.period} ${each.on} ${each.why}`}>{words.correction(name, periodWords(paths, each.period), each.from === null ? null : withUnit(each.from, line.unit, city, locale), shortDay(each.on, locale), sourceWords(each.why, city))}</li>)}</ul> : null}
    </section>
  );
}

function Figures({ line }: { line: IndicatorLine }) {
  const words = useWords(monitoringWords);
  const city = useWords(cityWords);
  const paths = useWords(trajectoryWords);
  const locale = useLocale();
  const rows = line.figures.map((one) => ({ ...one, target: line.targets.find(({ year }) => year === Math.floor(one.period / 1000)) }));
  const table = (
    <DataTable
      caption={`${told(line, locale)} · ${words.figure.who}`} rows={rows} keyOf={(row) => String(row.period)} none={words.notReported}
      columns={[
        { head: words.figure.year, isName: true, cell: (row) => periodWords(paths, row.period) }, { head: words.figure.target, right: true, cell: (row) => (row.target ? targetWords(row.target, line.unit, city, locale) : '—') },
        { head: words.figure.actual, right: true, cell: (row) => (row.isHidden ? <span className="muted">{words.hidden}</span> : <Estimated is={isEstimate(row.source)} words={paths.estimate}>{`${withUnit(row.value!, line.unit, city, locale)}${row.isBreak ? ` ${breakSign}` : ''}`}</Estimated>) },
        { head: words.figure.source, cell: (row) => sourceWords(row.source, city) || '—' }, { head: words.figure.who, cell: (row) => <>{words.reportedBy(reporterIn(row, locale === 'en'), shortDay(row.reportedOn, locale))}{row.isLate ? ` · ${words.late}` : ''}</> },
      ]}
    />
  );
  return <>{table}{rows.some(({ source, isHidden }) => isEstimate(source) && !isHidden) ? <EstimateKey words={paths.estimate} /> : null}{line.turns ? <p className="note">{breakNote(line, locale)}</p> : null}</>;
}
