import { keyOf } from '#app/domain/city/collection/model.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { cityWords } from '#app/i18n/city.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { faultSentence } from '#app/routes/desk/collection/sentences.ts';
import { told, withUnit } from '#app/routes/public/plans/words.ts';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import { NumberField, TextField } from '#app/ui/light/text-field.tsx';
import type { Route } from './+types/sheet.ts';

/** The anchor of a cell. */
export const idOf = (key: string): string => `figure-${key.replace('.', '-')}`;

type Cell = Route.ComponentProps['loaderData']['asked'][number];

/** 一格: the figure or its parts, the one of last period, what is wrong with it, and where it comes from. */
export function FigureCell({ cell, given }: { cell: Cell; given: Record<string, unknown> | undefined }) {
  const words = useWords(collectionWords);
  const city = useWords(cityWords);
  const { form } = useWords(applyWords);
  const locale = useLocale();
  const { indicator: { code, definition }, entry, faults, past, group } = cell;
  const key = keyOf(cell);
  const before = past.at(-1);
  const typed = (letter: string, known: string | undefined) => String(given?.[`${letter}.${key}`] ?? known ?? '');
  const hasParts = definition.numerator !== null && definition.denominator !== null && group === null;
  const wrong = entry ? [...(entry.remark ? [words.sheet.remark(entry.remark)] : []), ...faults.map((fault) => faultSentence(fault, definition.unit, locale))].join(' ') : '';
  const field = { words: form, ...(wrong ? { error: wrong } : {}) };
  const unit = city.units[definition.unit];
  return (
    <section className="figure-cell">
      <h3>{code} {told(definition, locale)}{group ? ` · ${words.sheet.inside(told(group, locale))}` : ''}</h3>
      <p className="note">{words.sheet.before}{locale === 'en' ? ': ' : '：'}{before === undefined ? words.sheet.noBefore : withUnit(before, definition.unit, city, locale)}</p>
      <input type="hidden" name={`b.${key}`} value={entry?.revision ?? 0} />
      {definition.kind === 'milestone' ? (
        <ChoiceField {...field} id={idOf(key)} name={`v.${key}`} label={words.sheet.value} required choices={[{ value: '1', label: words.sheet.done }, { value: '0', label: words.sheet.notDone }]} defaultValue={typed('v', entry?.value)} />
      ) : (
        <>
          {hasParts ? (
            <>
              <NumberField id={`${idOf(key)}-n`} name={`n.${key}`} label={`${words.sheet.numerator} ${told(definition.numerator!, locale)}`} words={form} required decimal defaultValue={typed('n', entry?.numerator)} />
              <NumberField id={`${idOf(key)}-d`} name={`d.${key}`} label={`${words.sheet.denominator} ${told(definition.denominator!, locale)}`} words={form} required decimal defaultValue={typed('d', entry?.denominator)} />
            </>
          ) : null}
          <NumberField {...field} id={idOf(key)} name={`v.${key}`} label={words.sheet.value} {...(hasParts ? { hint: words.hints.parts } : { required: true })} decimal defaultValue={typed('v', entry?.value)} {...(unit ? { unit } : {})} />
        </>
      )}
      <details open={wrong !== '' || Boolean(entry?.reason || entry?.source)}>
        <summary>{words.sheet.more}</summary>
        <TextField id={`${idOf(key)}-r`} name={`r.${key}`} label={words.sheet.reason} words={form} defaultValue={typed('r', entry?.reason)} input={{ maxLength: 300 }} />
        <TextField id={`${idOf(key)}-s`} name={`s.${key}`} label={words.sheet.source} words={form} defaultValue={typed('s', entry?.source)} input={{ maxLength: 300 }} />
      </details>
    </section>
  );
}
