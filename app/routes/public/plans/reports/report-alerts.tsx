import { type AlertLine, alertPlace, alertSums, type ReportContent } from '#app/domain/city/monitoring-reports/model.ts';
import { warningWords } from '#app/i18n/early-warning.ts';
import { monitoringWords } from '#app/i18n/monitoring-reports.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortDay } from '#app/platform/dates.ts';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';

/** 预警与处置. */
export function ReportAlerts({ alerts, districts }: { alerts: readonly AlertLine[]; districts: ReportContent['districts'] }) {
  const { rules } = useWords(warningWords);
  const words = useWords(monitoringWords);
  const locale = useLocale();
  const table = (
    <DataTable
      caption={words.alerts} rows={alerts} keyOf={(row) => `${row.raisedOn} ${row.code} ${row.place} ${row.rule} ${row.dueOn}`} none={words.noAlerts}
      columns={[
        { head: words.alert.what, isName: true, cell: (row) => `${alertPlace(row, districts, locale === 'en') || words.whole} ${row.code}` }, { head: words.alert.raised, cell: (row) => shortDay(row.raisedOn, locale) },
        { head: words.alert.level, cell: (row) => `${words.levels[row.level]} · ${rules[row.rule].name}` }, { head: words.alert.answer, cell: (row) => <>{row.reason || '—'}{row.measure ? <><br />{row.measure}</> : null}</> },
        { head: words.alert.closed, cell: (row) => <Status state={row.state === 'open' ? 'late' : row.state === 'answered' ? 'now' : row.state === 'unwatched' ? 'rest' : 'done'}>{words.alertStates[row.state]}{row.closedOn ? ` ${shortDay(row.closedOn, locale)}` : ''}{row.verdict ? ` · ${words.verdicts[row.verdict]}` : ''}</Status> },
      ]}
    />
  );
  return alerts.length > 12 ? <details className="box"><summary>{words.manyAlerts(alertSums(alerts))}</summary>{table}</details> : table;
}
