import type { ReactNode } from 'react';
import { Mixed } from '#app/ui/mixed.tsx';

export type Column<Row> = { head: string; cell: (row: Row) => ReactNode; isName?: boolean; right?: boolean };

/** 表：每行的名字是行头；手机上一行变一张卡 a table; on a phone each row is a card. */
export function DataTable<Row>({
  columns,
  rows,
  keyOf,
  caption,
  showCaption,
  none,
  phone = 'cards',
}: {
  columns: Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  caption: string;
  showCaption?: boolean;
  none?: string;
  phone?: 'cards' | 'table';
}) {
  return (
    <table className={phone === 'cards' ? 'data stack' : 'data'}>
      <caption className={showCaption ? undefined : 'vh'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.head} scope="col" className={column.right ? 'r' : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) => (
              <Cell key={column.head} column={column} row={row} />
            ))}
          </tr>
        ))}
        {rows.length === 0 && none ? (
          <tr>
            <td className="none" colSpan={columns.length}>
              {none}
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.isName) return <th scope="row"><Mixed>{column.cell(row)}</Mixed></th>;
  return (
    <td data-l={column.head} className={column.right ? 'r' : undefined}>
      <Mixed>{column.cell(row)}</Mixed>
    </td>
  );
}
