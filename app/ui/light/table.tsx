import type { ReactNode } from 'react';

export type Column<Row> = { head: string; cell: (row: Row) => ReactNode; isName?: boolean; right?: boolean };

/** 表：每行的名字是行头；手机上一行变一张卡 a table; on a phone each row is a card. Roles are said again because cards lose them. */
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
  phone?: 'cards' | 'table' | 'scroll';
}) {
  const table = (
    <table className={phone === 'cards' ? 'data stack' : 'data'} role="table">
      <caption className={showCaption ? undefined : 'vh'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.head} role="columnheader" scope="col" className={column.right ? 'r' : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map((column) => (
              <Cell key={column.head} column={column} row={row} />
            ))}
          </tr>
        ))}
        {rows.length === 0 && none ? (
          <tr role="row">
            <td role="cell" className="none" colSpan={columns.length}>
              {none}
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
  return phone === 'scroll' ? (
    <div className="scroll" role="region" aria-label={caption} tabIndex={0}>
      {table}
    </div>
  ) : (
    table
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.isName)
    return (
      <th role="rowheader" scope="row">
        {column.cell(row)}
      </th>
    );
  return (
    <td role="cell" data-l={column.head} className={column.right ? 'r' : undefined}>
      {column.cell(row)}
    </td>
  );
}
