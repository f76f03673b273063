import { inGroups, keyOf } from '#app/domain/city/collection/model.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { cityWords } from '#app/i18n/city.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { type Box, cellProblems, wrongBox } from '#app/routes/desk/collection/sentences.ts';
import { told, withUnit } from '#app/routes/public/plans/words.ts';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import { NumberField, TextField } from '#app/ui/light/text-field.tsx';
import { FigurePaper } from './figure-paper.tsx';
import { FigureGroups } from './figure-groups.tsx';
import { type Cell, idOf, Meanwhile, type Typing } from './typed-cell.tsx';

/** 一个指标: its figure, and its groups in a table below it; where the whole is known already, it is shown above them. */
export function FigureSection({ cells, known, typing }: { cells: ReturnType<typeof inGroups<Cell>>[number]; known: Cell | undefined; typing: Typing }) {
  const city = useWords(cityWords);
  const words = useWords(collectionWords);
  const locale = useLocale();
  const { whole, groups } = cells;
  const { indicator: { code, definition } } = whole ?? groups[0]!;
  const said = whole?.entry?.figure ?? known?.known?.value;
  return (
    <section className="figure-cell">
      <h3>{code} {told(definition, locale)}</h3>
      {whole ? <FigureCell cell={whole} typing={typing} /> : known?.known ? <p>{words.sheet.whole}{locale === 'en' ? ': ' : '：'}{withUnit(known.known.value, definition.unit, city, locale)}</p> : null}
      {groups.length > 0 ? <FigureGroups groups={groups} whole={said ?? undefined} typing={typing} /> : null}
    </section>
  );
}

/** 一格: the figure or its parts, the one of last period, what is wrong with it, and where it comes from. */
function FigureCell({ cell, typing }: { cell: Cell; typing: Typing }) {
  const words = useWords(collectionWords);
  const city = useWords(cityWords);
  const { form } = useWords(applyWords);
  const locale = useLocale();
  const { indicator: { definition }, entry, past } = cell;
  const key = keyOf(cell);
  const before = past.at(-1);
  const typed = (letter: string, known: string | undefined) => String(typing.given?.[`${letter}.${key}`] ?? known ?? '');
  const hasParts = definition.numerator !== null && definition.denominator !== null;
  const wrong = cellProblems(cell, locale);
  const at = wrongBox(cell);
  const field = (box: Box) => ({ words: hasParts ? { ...form, optional: words.sheet.either } : form, required: !hasParts, ...(wrong && box === at ? { error: wrong } : {}) });
  const unit = city.units[definition.unit];
  return (
    <div data-question={key} data-kind="figure">
      <p className="note">{words.sheet.before}{locale === 'en' ? ': ' : '：'}{before === undefined ? words.sheet.noBefore : withUnit(before, definition.unit, city, locale)}</p>
      <input type="hidden" name={`b.${key}`} value={entry?.revision ?? 0} />
      {definition.kind === 'milestone' ? (
        <ChoiceField {...field('v')} id={idOf(key)} name={`v.${key}`} label={words.sheet.value} choices={[{ value: '1', label: words.sheet.done }, { value: '0', label: words.sheet.notDone }]} defaultValue={typed('v', entry?.value)} />
      ) : (
        <>
          {hasParts ? (
            <>
              <p className="note">{words.hints.parts}</p>
              <NumberField {...field('n')} id={`${idOf(key)}-n`} name={`n.${key}`} label={`${words.sheet.numerator} ${told(definition.numerator!, locale)}`} decimal defaultValue={typed('n', entry?.numerator)} />
              <NumberField {...field('d')} id={`${idOf(key)}-d`} name={`d.${key}`} label={`${words.sheet.denominator} ${told(definition.denominator!, locale)}`} decimal defaultValue={typed('d', entry?.denominator)} />
            </>
          ) : null}
          <NumberField {...field('v')} id={idOf(key)} name={`v.${key}`} label={words.sheet.value} decimal defaultValue={typed('v', entry?.value)} {...(unit ? { unit } : {})} />
        </>
      )}
      <Meanwhile cell={cell} typing={typing} />
      <details open={wrong !== '' || Boolean(entry?.reason || entry?.source || entry?.evidenceId)}>
        <summary>{words.sheet.more}</summary>
        <TextField id={`${idOf(key)}-r`} name={`r.${key}`} label={words.sheet.reason} words={form} defaultValue={typed('r', entry?.reason)} input={{ maxLength: 300 }} />
        <TextField id={`${idOf(key)}-s`} name={`s.${key}`} label={words.sheet.source} words={form} defaultValue={typed('s', entry?.source)} input={{ maxLength: 300 }} />
        <FigurePaper cell={cell} />
      </details>
    </div>
  );
}
