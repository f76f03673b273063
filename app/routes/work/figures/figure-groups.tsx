import { keyOf } from '#app/domain/city/collection/model.ts';
import { shareUnits } from '#app/domain/city/indicators/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { cellProblems } from '#app/routes/desk/collection/sentences.ts';
import { told, withUnit } from '#app/routes/public/plans/words.ts';
import { type Cell, idOf, Meanwhile, type Typing } from './typed-cell.tsx';

/** 各分组: a row for each group with its figure; below them what they add up to, beside the whole. */
export function FigureGroups({ groups, whole, typing }: { groups: readonly Cell[]; whole: number | undefined; typing: Typing }) {
  const words = useWords(collectionWords);
  const city = useWords(cityWords);
  const locale = useLocale();
  const { definition, code } = groups[0]!.indicator;
  const figures = groups.flatMap(({ entry }) => entry?.figure ?? []);
  const sum = Number(figures.reduce((all, each) => all + each, 0).toPrecision(12));
  return (
    <>
      <table className="data stack figure-groups">
        <caption>{words.sheet.groups}</caption>
        <thead><tr>{[words.sheet.group, words.sheet.before, words.sheet.value, words.sheet.reason].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {groups.map((cell) => {
            const { entry, group, past } = cell;
            const key = keyOf(cell);
            const wrong = cellProblems(cell, locale);
            const typed = (letter: string, known: string | undefined) => String(typing.given?.[`${letter}.${key}`] ?? known ?? '');
            const name = `${code} ${group ? told(group, locale) : ''}`;
            return (
              <tr key={key} data-question={key} data-kind="figure">
                <th scope="row">{group ? told(group, locale) : ''}<input type="hidden" name={`b.${key}`} value={entry?.revision ?? 0} /></th>
                <td data-l={words.sheet.before}>{past.length === 0 ? '—' : withUnit(past.at(-1)!, definition.unit, city, locale)}</td>
                <td data-l={words.sheet.value}>
                  <input className="in" type="text" inputMode="decimal" autoComplete="off" id={idOf(key)} name={`v.${key}`} aria-label={`${name} ${words.sheet.value}`} defaultValue={typed('v', entry?.value)} {...(wrong ? { 'aria-invalid': true, 'aria-describedby': `${idOf(key)}-error` } : {})} />
                  {wrong ? <p className="errline" id={`${idOf(key)}-error`}>{wrong}</p> : null}
                  <Meanwhile cell={cell} typing={typing} />
                </td>
                <td data-l={words.sheet.reason}><input className="in" type="text" name={`r.${key}`} maxLength={300} aria-label={`${name} ${words.sheet.reason}`} defaultValue={typed('r', entry?.reason)} /></td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {figures.length === 0 || shareUnits.includes(definition.unit) ? null : <p className="note">{words.sheet.sum(withUnit(sum, definition.unit, city, locale), whole === undefined ? undefined : withUnit(whole, definition.unit, city, locale))}</p>}
    </>
  );
}
