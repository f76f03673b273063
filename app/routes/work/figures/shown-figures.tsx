import { keyOf } from '#app/domain/city/collection/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { sourceWords, told, withUnit } from '#app/routes/public/plans/words.ts';
import { PaperLink } from '#app/routes/desk/collection/paper-link.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import type { Route } from './+types/sheet.ts';

type Loaded = Route.ComponentProps['loaderData'];

/** 已交的数, as they were handed in. */
export function HandedInFigures({ sheet, checkedIn, asked }: Pick<Loaded, 'sheet' | 'checkedIn' | 'asked'>) {
  const words = useWords(collectionWords);
  const city = useWords(cityWords);
  const locale = useLocale();
  return (
    <>
      {sheet.reportedAt ? <p>{words.sheet.handedIn(shortDay(beijingDay(sheet.reportedAt), locale), sheet.reportedByName)}{sheet.isLate ? ` · ${words.handedInLate}` : ''}{sheet.enteredFor ? ` · ${words.sheet.enteredFor(sheet.enteredFor)}` : ''}</p> : null}
      {sheet.state === 'reported' ? <p className="note">{words.sheet.waits(checkedIn || words.nation)} {words.sheet.takeBack}</p> : null}
      <DataTable
        caption={words.sheet.turns} rows={asked} keyOf={keyOf}
        columns={[
          { head: words.sheet.indicator, isName: true, cell: (row) => `${row.indicator.code} ${told(row.indicator.definition, locale)}${row.group ? ` · ${words.sheet.inside(told(row.group, locale))}` : ''}` },
          { head: words.sheet.value, right: true, cell: (row) => (row.entry?.figure == null ? words.sheet.none : row.indicator.definition.kind === 'milestone' ? (row.entry.figure === 1 ? words.sheet.done : words.sheet.notDone) : <>{withUnit(row.entry.figure, row.indicator.definition.unit, city, locale)}{row.entry.numerator !== '' && row.entry.denominator !== '' ? <small className="corrected">{row.entry.numerator} ÷ {row.entry.denominator}</small> : null}</>) },
          { head: words.sheet.reason, cell: (row) => row.entry?.reason || '—' },
          ...(asked.some(({ entry }) => entry?.evidenceId) ? [{ head: words.sheet.paper.title, cell: (row: (typeof asked)[number]) => (row.entry?.evidenceId ? <PaperLink entry={row.entry} /> : '—') }] : []),
        ]}
      />
    </>
  );
}

/** 不用填的数: known already, with who told it and when. */
export function KnownFigures({ cells }: Pick<Loaded, 'cells'>) {
  const words = useWords(collectionWords);
  const city = useWords(cityWords);
  const locale = useLocale();
  const rows = cells.filter(({ known, isElsewhere }) => known !== undefined || isElsewhere);
  if (rows.length === 0) return null;
  return (
    <>
      <h2 className="apart">{words.sheet.known.title}</h2>
      <p className="note">{words.sheet.known.lead}</p>
      <DataTable
        caption={words.sheet.known.title} rows={rows} keyOf={keyOf}
        columns={[
          { head: words.sheet.known.columns.indicator, isName: true, cell: (row) => `${row.indicator.code} ${told(row.indicator.definition, locale)}${row.group ? ` · ${words.sheet.inside(told(row.group, locale))}` : ''}` },
          { head: words.sheet.known.columns.value, right: true, cell: (row) => (row.known ? withUnit(row.known.value, row.indicator.definition.unit, city, locale) : '—') },
          { head: words.sheet.known.columns.source, cell: (row) => (row.known ? sourceWords(row.known.source, city) || '—' : words.sheet.known.elsewhere) },
          { head: words.sheet.known.columns.who, cell: (row) => (row.known ? words.sheet.known.from(row.known.recordedByName, shortDay(beijingDay(row.known.recordedAt), locale)) : '—') },
        ]}
      />
    </>
  );
}
