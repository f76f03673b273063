import type { Highs, Model } from 'highs';
import type { Ground } from './ground.ts';
import { missingCost, shortCost } from './task.ts';

/** 网络流模型: seats, loads and places as one network kept in HiGHS; a network's best corner is always whole, so nobody is assigned by halves. */
export type Flow = {
  /** Takes pairs in that are not in yet; how many were new. */
  addPairs: (pairs: Iterable<number>) => number;
  /** Makes places count that repeat among the experts of an application; how many were new. */
  addPlaces: (places: readonly { a: number; place: number }[]) => number;
  solve: () => { chosen: number[]; prices: Float64Array };
  dispose: () => void;
};

type Part = { cost: number[]; upper: number[]; starts: number[]; rows: number[] };
const empty = (): Part => ({ cost: [], upper: [], starts: [0], rows: [] });

export function flowOf(highs: Highs, ground: Ground): Flow {
  const { n, m } = ground;
  const model = highs.createModel();
  // Measured: with Devex weights and no presolve a network of 70,000 pairs takes a third less time and memory.
  model.options.set({ output_flag: false, solver: 'simplex', presolve: 'off', simplex_dual_edge_weight_strategy: 1 });
  const columnOf = new Map<number, number>();
  const pairAt: number[] = [];
  const placeRows = new Map<number, number>();
  let rows = n + m;
  let columns = n + m;
  begin(highs, model, ground);

  const push = ({ cost, upper, starts, rows: indices }: Part) => {
    if (cost.length === 0) return;
    const values = new Float64Array(indices.length).fill(1);
    model.addCols({
      cost: Float64Array.from(cost), lower: new Float64Array(cost.length), upper: Float64Array.from(upper),
      matrix: { format: 'csc', numRows: rows, numCols: cost.length, starts: Int32Array.from(starts), indices: Int32Array.from(indices), values },
    });
  };

  return {
    addPairs(pairs) {
      const part = empty();
      for (const pair of pairs) {
        if (columnOf.has(pair) || ground.points[pair]! < 0) continue;
        const [a, e] = [Math.floor(pair / m), pair % m];
        columnOf.set(pair, columns);
        pairAt[columns] = pair;
        columns += 1;
        part.cost.push(ground.points[pair]!);
        part.upper.push(1);
        part.rows.push(a, n + e);
        const place = placeRows.get(keyOf(a, ground.place[e]!));
        if (place !== undefined) part.rows.push(place);
        part.starts.push(part.rows.length);
      }
      push(part);
      return part.cost.length;
    },
    addPlaces(places) {
      const fresh = places.filter(({ a, place }) => !placeRows.has(keyOf(a, place)));
      const [indices, values, starts, upper]: number[][] = [[], [], [0], []];
      push({ cost: fresh.map(() => -ground.spread), upper: fresh.map(() => m), starts: [0, ...fresh.map(() => 0)], rows: [] });
      for (const { a, place } of fresh) {
        for (let e = 0; e < m; e++) {
          const column = ground.place[e] === place ? columnOf.get(a * m + e) : undefined;
          if (column === undefined) continue;
          indices!.push(column);
          values!.push(1);
        }
        indices!.push(columns);
        values!.push(-1);
        starts!.push(indices!.length);
        upper!.push(ground.held[a]!.some((e) => ground.place[e] === place) ? 0 : 1);
        placeRows.set(keyOf(a, place), rows);
        rows += 1;
        columns += 1;
      }
      if (fresh.length === 0) return 0;
      model.addRows({
        lower: new Float64Array(fresh.length).fill(-highs.infinity), upper: Float64Array.from(upper!),
        matrix: { format: 'csr', numRows: fresh.length, numCols: columns, starts: Int32Array.from(starts!), indices: Int32Array.from(indices!), values: Float64Array.from(values!) },
      });
      return fresh.length;
    },
    solve() {
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) throw new Error(`HiGHS ended with status ${model.getModelStatus()}.`);
      const { colValue, rowDual } = model.getSolution();
      const chosen: number[] = [];
      for (let column = n + m; column < columns; column++) if (pairAt[column] !== undefined && colValue[column]! > 0.5) chosen.push(pairAt[column]!);
      return { chosen, prices: Float64Array.from(rowDual.subarray(n, n + m)) };
    },
    dispose: () => model.dispose(),
  };

  function keyOf(a: number, place: number) {
    return a * 100_000 + place;
  }
}

/** Seats and loads first, each with a way out that costs: so there is always an answer, and it says what is lacking. */
function begin(highs: Highs, model: Model, { n, m, seats, least, most }: Ground): void {
  const all = n + m;
  model.passModel({
    numCols: all, numRows: all, sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from({ length: all }, (_, i) => (i < n ? -missingCost : -shortCost)),
    colLower: new Float64Array(all), colUpper: Float64Array.from({ length: all }, (_, i) => (i < n ? seats[i]! : least[i - n]!)),
    rowLower: Float64Array.from({ length: all }, (_, i) => (i < n ? seats[i]! : least[i - n]!)),
    rowUpper: Float64Array.from({ length: all }, (_, i) => (i < n ? seats[i]! : Math.max(least[i - n]!, most[i - n]!))),
    matrix: {
      format: 'csc', numRows: all, numCols: all, starts: Int32Array.from({ length: all + 1 }, (_, i) => i),
      indices: Int32Array.from({ length: all }, (_, i) => i), values: new Float64Array(all).fill(1),
    },
  });
}
