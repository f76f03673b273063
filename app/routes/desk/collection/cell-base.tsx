import { useEffect, useRef, useState } from 'react';
import { keyOf } from '#app/domain/city/collection/model.ts';
import { meet, type Texts } from './meet.ts';
import type { Cell } from './sheet-cell.tsx';

const textsOf = ({ entry }: Cell): Texts => ({ v: entry?.value ?? '', n: entry?.numerator ?? '', d: entry?.denominator ?? '', s: entry?.source ?? '', r: entry?.reason ?? '' });

/** 从哪一版改起: the revision whose text a cell's boxes show. What somebody else saved meanwhile goes into boxes that were left alone; where something was typed the old revision stays, so that nobody's figure is overwritten without a word. */
export function CellBase({ cell }: { cell: Cell }) {
  const revision = cell.entry?.revision ?? 0;
  const [base, setBase] = useState(revision);
  const field = useRef<HTMLInputElement>(null);
  const shown = useRef(textsOf(cell));
  useEffect(() => {
    const elements = field.current?.form?.elements;
    if (!elements || revision === base) return;
    const now = textsOf(cell);
    const controls = (Object.keys(now) as (keyof Texts)[]).flatMap((letter) => {
      const control = elements.namedItem(`${letter}.${keyOf(cell)}`);
      return control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? [{ letter, control }] : [];
    });
    const met = meet({ boxes: Object.fromEntries(controls.map(({ letter, control }) => [letter, control.value])), before: shown.current, now });
    if (met === 'typed') return;
    if (met === 'theirs') for (const { letter, control } of controls) control.value = now[letter];
    shown.current = now;
    setBase(revision);
  }, [cell, revision, base]);
  return <input type="hidden" ref={field} name={`b.${keyOf(cell)}`} value={base} />;
}
