import { Link } from 'react-router';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { Pane } from '#app/ui/desk/page-head.tsx';
import type { alertOf, CockpitPage } from './load.ts';

/** 等我处理: alerts by level and limit, then sheets and tasks; of a plan that is closed only where something still waits. */
export function Needs({ page: { alerts, needs, plan, ended } }: { page: CockpitPage }) {
  const words = useWords(cockpitWords);
  if (ended && needs.late + needs.sheets === 0) return null;
  const isQuiet = alerts.length + needs.late + needs.sheets + needs.tasks === 0;
  return (
    <Pane title={words.needs.title} actions={needs.alerts > 0 ? <Link to="/desk/warnings">{words.needs.alerts(needs.alerts)}</Link> : undefined} flush>
      {isQuiet ? <p className="note in-pane">{words.needs.none}</p> : null}
      <AlertLines alerts={alerts} />
      <ul className="cockneeds">
        {needs.sheets > 0 ? <li><Link to="/desk/collection">{words.needs.sheets(needs.sheets)}</Link></li> : null}
        {needs.late > 0 ? <li><Link to="/desk/collection">{words.needs.late(needs.late)}</Link> <span className="late">{words.needs.lateBy(needs.longest)}</span></li> : null}
        {needs.tasks > 0 ? <li><Link to={`/desk/plans/${plan.id}`}>{words.needs.tasks(needs.tasks)}</Link></li> : null}
      </ul>
    </Pane>
  );
}

/** 预警, one line each: level in a word, what and where, who, until when. */
export function AlertLines({ alerts }: { alerts: readonly ReturnType<typeof alertOf>[] }) {
  const words = useWords(cockpitWords);
  const locale = useLocale();
  const comma = locale === 'en' ? '; ' : '；';
  return (
    <ul className="cockalerts">
      {alerts.map((alert) => (
        <li key={alert.id}>
          <span className={`level ${alert.level}`}>{words.levels[alert.level]}</span>
          <div>
            <Link to={alert.to}>{alert.title}</Link>
            <p>{[alert.says.replace(/[。.]$/, ''), alert.department ? words.needs.department(alert.department) : '', alert.state === 'answered' ? words.needs.answered : alert.owner || words.needs.nobody].filter(Boolean).join(comma)}</p>
          </div>
          {alert.state === 'open' ? <time className={alert.isLate ? 'late' : alert.isToday ? 'soon' : ''} dateTime={alert.dueOn}>{alert.isLate ? words.needs.overdue : alert.isToday ? words.needs.dueToday : words.needs.due(alert.due)}</time> : null}
        </li>
      ))}
    </ul>
  );
}
