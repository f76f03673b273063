import { useEffect, useRef, useState } from 'react';
import { keyOf } from '#app/domain/city/collection/model.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { meet, type Texts } from './meet.ts';
import { typedText } from './sentences.ts';
import type { Cell } from './sheet-cell.tsx';

const textsOf = ({ entry }: Cell): Texts => ({ v: entry?.value ?? '', n: entry?.numerator ?? '', d: entry?.denominator ?? '', s: entry?.source ?? '', r: entry?.reason ?? '' });

/** 从哪一版改起: the revision whose text a cell's boxes show. What somebody else saved meanwhile goes into boxes that were left alone; where something was typed the old revision stays and theirs is told, so that nobody's figure is overwritten without a word. */
export function CellBase({ cell }: { cell: Cell }) {
  const words = useWords(collectionWords);
  const locale = useLocale();
  const revision = cell.entry?.revision ?? 0;
  const [base, setBase] = useState(revision);
  const [isTold, setTold] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const shown = useRef(textsOf(cell));
  useEffect(() => {
    const elements = field.current?.form?.elements;
    if (!elements || revision === base) return setTold(false);
    const now = textsOf(cell);
    const controls = (Object.keys(now) as (keyof Texts)[]).flatMap((letter) => {
      const control = elements.namedItem(`${letter}.${keyOf(cell)}`);
      return control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? [{ letter, control }] : [];
    });
    const before = { ...shown.current, ...(JSON.parse(field.current?.dataset.saved ?? '{}') as Partial<Texts>) };
    const met = meet({ boxes: Object.fromEntries(controls.map(({ letter, control }) => [letter, control.value])), before, now });
    if (met === 'typed') return setTold(true);
    if (met === 'theirs') for (const { letter, control } of controls) control.value = now[letter];
    shown.current = now;
    delete field.current?.dataset.saved;
    setBase(revision);
  }, [cell, revision, base]);
  return (
    <>
      <input type="hidden" ref={field} name={`b.${keyOf(cell)}`} value={base} {...(isTold ? { 'data-told': revision } : {})} />
      {isTold && cell.entry && <p className="wrong" role="status">{words.sheet.meanwhile(cell.entry.savedByName, beijingTime(cell.entry.savedAt).slice(11), typedText(cell.entry, locale))}</p>}
    </>
  );
}

/** 以我写的为准: where theirs was told, whoever presses the button once more means what stands in the boxes. */
export function meanOwn(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement>('input[data-told]')) field.value = field.dataset.told!;
}

/** 存下了的: what was typed and has been saved is no longer somebody's own; where another saved after it, theirs may come into the boxes. */
export function noteSaved(form: HTMLFormElement, sent: FormData): void {
  const cells = new Map<string, Record<string, unknown>>();
  for (const [name, said] of sent) if (/^[vndrs]\./.test(name)) cells.set(name.slice(2), { ...cells.get(name.slice(2)), [name[0]!]: said });
  for (const [key, texts] of cells) {
    const field = form.elements.namedItem(`b.${key}`);
    if (field instanceof HTMLInputElement) field.dataset.saved = JSON.stringify(texts);
  }
}
