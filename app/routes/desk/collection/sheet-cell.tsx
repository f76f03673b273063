import type { ReactNode } from 'react';
import { type inGroups, keyOf } from '#app/domain/city/collection/model.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { cityWords } from '#app/i18n/city.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { told, withUnit } from '../../public/plans/words.ts';
import { CellBase } from './cell-base.tsx';
import { CellPaper } from './cell-paper.tsx';
import { boxesOf, faultSentence } from './sentences.ts';
import { SheetGroups } from './sheet-groups.tsx';
import type { Route } from './+types/sheet.ts';

export type Cell = Route.ComponentProps['loaderData']['asked'][number];

/** 一个指标: its figure with its groups below it; where the whole is known already, only these. */
export function SheetCell({ cells: { whole, groups }, known }: { cells: ReturnType<typeof inGroups<Cell>>[number]; known: number | undefined }) {
  const locale = useLocale();
  const { code, definition } = (whole ?? groups[0]!).indicator;
  const isWrong = [...(whole ? [whole] : []), ...groups].some(({ entry, faults }) => entry !== undefined && faults.length > 0);
  return (
    <fieldset className={isWrong ? 'sheet-cell wrong-cell' : 'sheet-cell'}>
      <legend>{code} {told(definition, locale)}</legend>
      {whole && <Whole cell={whole} />}
      {groups.length > 0 && <SheetGroups groups={groups} whole={whole?.entry?.figure ?? known} />}
    </fieldset>
  );
}

/** 一格: its figure or its parts, last period beside it, and what is wrong with it. */
function Whole({ cell }: { cell: Cell }) {
  const words = useWords(collectionWords);
  const city = useWords(cityWords);
  const { form } = useWords(applyWords);
  const locale = useLocale();
  const { indicator: { definition }, entry, faults, past } = cell;
  const key = keyOf(cell);
  const id = `cell-${key.replace('.', '-')}`;
  const before = past.at(-1);
  const unit = city.units[definition.unit];
  const isWrong = faults.length > 0 && entry !== undefined;
  const meant: ReadonlySet<string> = new Set(faults.flatMap((fault) => boxesOf(fault.code, entry, definition.unit)));
  const hasParts = definition.numerator !== null && definition.denominator !== null;
  const must = <em className="must"> {hasParts ? words.sheet.either : form.required}</em>;
  const control = (letter: string, label: ReactNode, value: string | undefined, most: number) => (
    <label className="sheet-field"><span>{label}</span><input className="dctl" {...(letter === 'v' && !hasParts ? { 'aria-required': true as const } : {})} name={`${letter}.${key}`} defaultValue={value ?? ''} maxLength={most} autoComplete="off" {...(letter === 'v' ? { id } : {})} {...(isWrong && meant.has(letter) ? { 'aria-invalid': true as const, 'aria-describedby': `${id}-faults` } : {})} /></label>
  );
  return (
    <>
      <p className="note">{words.sheet.before}{locale === 'en' ? ': ' : '：'}{before === undefined ? words.sheet.noBefore : withUnit(before, definition.unit, city, locale)}</p>
      {hasParts && <p className="note">{words.hints.parts}</p>}
      <CellBase cell={cell} />
      <div className="sheet-fields">
        {definition.kind === 'milestone' ? (
          <label className="sheet-field"><span>{words.sheet.value}{must}</span>
            <select className="dctl" id={id} name={`v.${key}`} defaultValue={entry?.value ?? ''}><option value="">{words.sheet.none}</option><option value="1">{words.sheet.done}</option><option value="0">{words.sheet.notDone}</option></select>
          </label>
        ) : (
          <>
            {definition.numerator && hasParts && control('n', <>{words.sheet.numerator}{must} <small>{told(definition.numerator, locale)}</small></>, entry?.numerator, 40)}
            {definition.denominator && hasParts && control('d', <>{words.sheet.denominator}{must} <small>{told(definition.denominator, locale)}</small></>, entry?.denominator, 40)}
            {control('v', <>{words.sheet.value}{must}{unit && <small> {unit}</small>}</>, entry?.value, 40)}
          </>
        )}
        {control('s', words.sheet.source, entry?.source, 300)}
        {control('r', words.sheet.reason, entry?.reason, 300)}
      </div>
      <CellPaper cell={cell} />
      {entry?.figure != null && definition.kind !== 'milestone' && !faults.some(({ weight }) => weight === 'stop') && <p className="note">{words.sheet.readAs(withUnit(entry.figure, definition.unit, city, locale))}</p>}
      {entry?.remark && <p className="wrong">{words.sheet.remark(entry.remark)}</p>}
      {isWrong && <ul className="wrong" id={`${id}-faults`}>{faults.map((fault) => <li key={fault.code}>{faultSentence(fault, definition.unit, locale, boxesOf(fault.code, entry, definition.unit)[0])}</li>)}</ul>}
    </>
  );
}
