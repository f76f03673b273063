import { cockpitWords } from '#app/i18n/cockpit.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { trajectoryWords } from '#app/i18n/trajectory.ts';
import { Estimated } from '#app/ui/light/estimated.tsx';
import type { CockpitPage } from './load.ts';

/** 要点: how many actions keep to their path, the two figures that want looking at, and the alerts; of a plan that is closed the tasks that were done. */
export function Kpis({ page: { kpi, ended } }: { page: CockpitPage }) {
  const words = useWords(cockpitWords);
  const { estimate } = useWords(trajectoryWords);
  const en = useLocale() === 'en';
  const comma = en ? ', ' : '，';
  const due = [words.kpi.late(kpi.alerts.late), words.kpi.today(kpi.alerts.today)].filter(Boolean).join(comma);
  return (
    <dl className="kpis" aria-label={words.kpi.title}>
      <div className="pane"><dt>{words.kpi.actions}</dt><dd>{kpi.actions.done + kpi.actions.going} <small>{words.kpi.of(kpi.actions.all)}</small></dd><dd className="s">{words.kpi.split(kpi.actions)}</dd></div>
      {kpi.keys.map((key) => (
        <div key={key.code} className="pane">
          <dt>{key.name}</dt>
          <dd>{key.actual === null ? words.kpi.noFigure : <Estimated is={key.isEstimate} words={estimate}>{key.actual}</Estimated>} <small>{key.actual === null ? '' : key.unit}{key.target ? ` · ${words.kpi.target(key.target)}` : ''}</small></dd>
          {key.since && <dd className="s">{key.since}</dd>}
          <dd className="s"><span className={key.light === 'behind' || key.light === 'far-behind' ? 'late' : ''}>{words.lights[key.light]}{key.percent === null ? '' : `${comma}${words.kpi.progress(key.percent)}`}</span>{key.askedIn === 0 ? '' : en ? '; ' : '；'}{key.more > 0 ? words.kpi.behindIn(key.behindIn.join(en ? ', ' : '、'), key.more > key.behindIn.length ? key.more : 0) : words.kpi.below(key.toldIn, key.askedIn)}</dd>
        </div>
      ))}
      {ended ? <div className="pane"><dt>{words.ended.tasks}</dt><dd>{kpi.tasks.done} <small>{words.kpi.of(kpi.tasks.all)}</small></dd></div> : <div className="pane"><dt>{words.kpi.alerts}</dt><dd>{kpi.alerts.open} <small>{words.kpi.items}</small></dd><dd className="s">{kpi.alerts.red > 0 ? <span className="late">{words.kpi.red(kpi.alerts.red)}{due ? comma : ''}</span> : kpi.alerts.open === 0 ? words.kpi.quiet : ''}{due}</dd><dd className="s">{words.kpi.real(kpi.judged.share, kpi.judged.real, kpi.judged.judged)}</dd></div>}
    </dl>
  );
}
