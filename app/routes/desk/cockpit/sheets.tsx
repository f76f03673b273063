import { Link } from 'react-router';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortDay } from '#app/platform/dates.ts';
import type { SheetRow } from './load-district.ts';

/** 逾期的填报表. */
export function Sheets({ rows }: { rows: readonly SheetRow[] }) {
  const words = useWords(cockpitWords);
  const locale = useLocale();
  if (rows.length === 0) return <p className="note">{words.district.noSheets}</p>;
  return <ul className="cocknews">{rows.map((row) => <li key={row.id}><span><Link to={`/desk/collection/sheets/${row.id}`}>{row.who} · {row.period}</Link> <small>{words.district.sheetDue(shortDay(row.dueOn, locale))}</small></span><span className="late">{words.needs.lateBy(row.daysLate)}</span></li>)}</ul>;
}
