import { useRef, useState } from 'react';
import type { Problem } from '#app/platform/http.ts';

/** 可加减的行: each with a key of its own, so that what was typed stays with its row, and mistakes stay with the row they were told of. */
export function useRows<R extends object>(list: string, known: readonly R[], problem: Problem | undefined) {
  const next = useRef(known.length);
  const [rows, setRows] = useState(() => known.map((row, key) => ({ key, row })));
  const [told, setTold] = useState(() => ({ problem, places: new Map(rows.map(({ key }, at) => [key, at])) }));
  if (told.problem !== problem) setTold({ problem, places: new Map(rows.map(({ key }, at) => [key, at])) });
  return {
    rows,
    add: (row: R) => setRows((before) => [...before, { key: next.current++, row }]),
    remove: (key: number) => setRows((before) => before.filter((each) => each.key !== key)),
    change: (key: number, to: Partial<R>) => setRows((before) => before.map((each) => (each.key === key ? { key, row: { ...each.row, ...to } } : each))),
    /** What is wrong with one field of a row, by the place it had when the form was sent. */
    wrongAt: (key: number, field: string): string[] | undefined => told.places.has(key) ? problem?.fields?.[`${list}.${told.places.get(key)}.${field}`] : undefined,
  };
}

export type RowsOf<R extends object> = ReturnType<typeof useRows<R>>;
