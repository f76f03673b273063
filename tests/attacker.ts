/** 差分攻击者: knows sums of cells that cannot be less than nothing, and reckons how far any other sum may lie. */
export type Known = { row: readonly number[]; value: number };
export type Range = { low: number; high: number };

const tiny = 1e-7;

/** The least and the most each target can be, given all that is known (linear programming, simplex with Bland's rule). */
export function rangesOf(known: readonly Known[], targets: readonly (readonly number[])[]): Range[] {
  const cells = targets[0]?.length ?? 0;
  const start = firstTable(known, cells);
  return targets.map((target) => ({ low: 0 - best(start, target.map((each) => -each)), high: best(start, target) }));
}

type Table = { rows: number[][]; basis: number[] };

/** A table of the simplex that stands on real cells only; what follows from other knowledge is left out. */
function firstTable(known: readonly Known[], cells: number): Table {
  const rows = known.map(({ row, value }, at) => [...row, ...known.map((_, other) => (other === at ? 1 : 0)), value]);
  const table: Table = { rows, basis: known.map((_, at) => cells + at) };
  const gain = climb(table, [...Array.from({ length: cells }, () => 0), ...known.map(() => -1)]);
  if (gain < -tiny) throw new Error('What is known cannot all be true');
  table.basis.forEach((column, at) => {
    if (column < cells) return;
    const into = table.rows[at]!.findIndex((value, each) => each < cells && Math.abs(value) > tiny);
    if (into >= 0) pivot(table, at, into);
  });
  const kept = table.basis.flatMap((column, at) => (column < cells ? [at] : []));
  return { basis: kept.map((at) => table.basis[at]!), rows: kept.map((at) => [...table.rows[at]!.slice(0, cells), table.rows[at]!.at(-1)!]) };
}

function best(start: Table, target: readonly number[]): number {
  return climb({ rows: start.rows.map((row) => [...row]), basis: [...start.basis] }, target);
}

function climb(table: Table, target: readonly number[]): number {
  for (;;) {
    const { rows, basis } = table;
    const worth = (column: number) => target[column]! - rows.reduce((sum, row, at) => sum + target[basis[at]!]! * row[column]!, 0);
    const into = target.findIndex((_, column) => !basis.includes(column) && worth(column) > tiny);
    if (into < 0) return rows.reduce((sum, row, at) => sum + target[basis[at]!]! * row.at(-1)!, 0);
    let out = -1;
    for (const [at, row] of rows.entries()) {
      if (row[into]! <= tiny) continue;
      const ratio = row.at(-1)! / row[into]!;
      const now = out < 0 ? Infinity : rows[out]!.at(-1)! / rows[out]![into]!;
      if (ratio < now - tiny || (ratio <= now + tiny && basis[at]! < basis[out]!)) out = at;
    }
    if (out < 0) return Infinity;
    pivot(table, out, into);
  }
}

function pivot({ rows, basis }: Table, out: number, into: number): void {
  const lead = rows[out]!.map((value) => value / rows[out]![into]!);
  for (const [at, row] of rows.entries()) {
    const factor = row[into]!;
    if (at !== out && factor !== 0) rows[at] = row.map((value, each) => value - factor * lead[each]!);
  }
  rows[out] = lead;
  basis[out] = into;
}
