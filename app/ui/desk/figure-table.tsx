import type { ReactNode } from 'react';

export type FigureColumn<T> = { name: string; title: string; show: (row: T) => ReactNode; place?: 'main' | 'state' | 'wide' | 'figure' };

/** 图旁的表: the figures of a picture; on a phone every row is a card. */
export function FigureTable<T>({ label, rows, keyOf, columns }: { label: string; rows: readonly T[]; keyOf: (row: T) => string; columns: readonly FigureColumn<T>[] }) {
  return (
    <div className="rows" role="group" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>{columns.map(({ name, title, place }) => <th key={name} scope="col" className={place}>{title}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ name, title, place, show }) => <td key={name} className={place} data-label={title}>{show(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
