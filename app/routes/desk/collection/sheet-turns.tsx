import { keyOf } from '#app/domain/city/collection/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { told, withUnit } from '../../public/plans/words.ts';
import { Pane } from '#app/ui/desk/page-head.tsx';
import type { Route } from './+types/sheet.ts';

type Loaded = Route.ComponentProps['loaderData'];

/** 历次交来的: who handed in when, newest first, and each figure that was changed beside what it was. */
export function SheetTurns({ turns, cells }: Pick<Loaded, 'turns' | 'cells'>) {
  const words = useWords(collectionWords);
  const city = useWords(cityWords);
  const locale = useLocale();
  if (turns.length === 0) return null;
  const named = new Map(cells.map((cell) => [keyOf(cell), cell]));
  const line = (change: Loaded['turns'][number]['changes'][number]) => {
    const cell = named.get(keyOf(change));
    if (!cell) return null;
    const { indicator: { code, definition }, group } = cell;
    const figure = (value: number | null) => (value === null ? words.sheet.none : withUnit(value, definition.unit, city, locale));
    return <li key={keyOf(change)}>{code} {told(definition, locale)}{group && (locale === 'en' ? ` (${told(group, locale)})` : `（${told(group, locale)}）`)}{locale === 'en' ? ': ' : '：'}{words.sheet.changed(figure(change.was), figure(change.is))}</li>;
  };
  return (
    <Pane title={words.sheet.turns}>
      <ul className="sheet-turns">
        {turns.map((each) => (
          <li key={each.turn}>
            {words.sheet.turn(each.turn)} · {words.sheets.by(shortDay(beijingDay(each.at), locale), each.byName)} · {words.sheet.figures(each.figures)}{each.isLate && ` · ${words.handedInLate}`}{each.enteredFor && ` · ${words.sheet.enteredFor(each.enteredFor)}`}
            {each.changes.length > 0 && <ul>{each.changes.map(line)}</ul>}
          </li>
        ))}
      </ul>
    </Pane>
  );
}
