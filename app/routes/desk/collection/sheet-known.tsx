import { keyOf } from '#app/domain/city/collection/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { sourceWords, told, withUnit } from '../../public/plans/words.ts';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import type { Route } from './+types/sheet.ts';

/** 不用填的: what is known already, with who told it and when, and what another sheet asks. */
export function SheetKnown({ cells }: { cells: Route.ComponentProps['loaderData']['cells'] }) {
  const words = useWords(collectionWords);
  const city = useWords(cityWords);
  const locale = useLocale();
  const rows = cells.filter(({ known, isElsewhere }) => known !== undefined || isElsewhere);
  if (rows.length === 0) return null;
  return (
    <Pane title={words.sheet.known.title} note={words.sheet.known.lead} flush>
      <FigureTable
        label={words.sheet.known.title} rows={rows} keyOf={keyOf}
        columns={[
          { name: 'indicator', title: words.sheet.known.columns.indicator, place: 'main', show: (row) => `${row.indicator.code} ${told(row.indicator.definition, locale)}` },
          { name: 'value', title: words.sheet.known.columns.value, show: (row) => (row.known ? withUnit(row.known.value, row.indicator.definition.unit, city, locale) : '—') },
          { name: 'source', title: words.sheet.known.columns.source, place: 'wide', show: (row) => (row.known ? sourceWords(row.known.source, city) || '—' : words.sheet.known.elsewhere) },
          { name: 'who', title: words.sheet.known.columns.who, show: (row) => (row.known ? words.sheet.known.from(row.known.recordedByName, shortDay(beijingDay(row.known.recordedAt), locale)) : '—') },
        ]}
      />
    </Pane>
  );
}
