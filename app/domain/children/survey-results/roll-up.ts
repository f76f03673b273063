import { leastFor, sumOf } from '#app/domain/base/small-cells/model.ts';
import { type Pool, poolsOf, type UnitRow } from '#app/domain/base/small-cells/pools.ts';
import { type Item, type ItemResult, type Reader, sidesOf, type Table, type Tables } from './model.ts';

/** 一轮的两张表 of one community, and the true sides of what neither shows. */
export type RoundTables = { regionCode: string; tables: Tables; sides: Record<string, [number, number]> };
/** 合并结果 of one question (by its wording) in one region, and of which communities. */
export type PooledItem = { region: string; wording: string; of: string[]; sides: [number, number] };

/** 期末拼池: what communities cannot show alone is shown together, once per period, the public's out of the staff's. */
export function poolRounds(rounds: readonly RoundTables[]): Record<Reader, PooledItem[]> {
  const wordings = [...new Set(rounds.flatMap(({ tables }) => tables.staff.items.map(({ wording }) => wording)))];
  const pools = wordings.map((wording) => ({ wording, ...poolsOfItem(rounds, wording) }));
  const kept = (reader: Reader) => pools.flatMap(({ wording, ...each }) => each[reader].map(({ region, units, sides }): PooledItem => ({ region, wording, of: units.map(({ unit }) => unit), sides })));
  return { staff: kept('staff'), public: kept('public') };
}

function poolsOfItem(rounds: readonly RoundTables[], wording: string): Record<Reader, Pool[]> {
  const rowOf = ({ regionCode, tables, sides }: RoundTables, reader: Reader): UnitRow => {
    const item = tables[reader].items.find((each) => each.wording === wording);
    return { unit: regionCode, blocks: item?.blocks ?? [], sides: (item && sides[item.id]) ?? [0, 0] };
  };
  const rows = rounds.map((round) => ({ staff: rowOf(round, 'staff'), public: rowOf(round, 'public') })).filter(({ staff }) => sumOf(staff.sides) > 0);
  const alone = (row: UnitRow): Pool => ({ region: row.unit, units: [row], sides: [...row.sides] });
  const isOpen = ({ blocks }: UnitRow) => blocks.length > 1;

  const staff = poolsOf(rows.filter((row) => !isOpen(row.staff)).map((row) => alone(row.staff)), leastFor.staff);
  const publicRow = new Map(rows.map((row) => [row.staff, row.public]));
  const inPublic = staff.map((pool) => ({ ...pool, units: pool.units.map((unit) => publicRow.get(unit)!) }));
  const halfOpen = rows.filter((row) => isOpen(row.staff) && !isOpen(row.public)).map((row) => alone(row.public));
  return { staff, public: poolsOf([...halfOpen, ...inPublic], leastFor.public) };
}

/** 每个社区最近的一轮 of rounds that stand newest first: the children of a place are counted once, not once a round. */
export function latestOfEach<R extends { regionCode: string }>(rounds: readonly R[]): R[] {
  const met = new Set<string>();
  return rounds.filter(({ regionCode }) => !met.has(regionCode) && met.add(regionCode));
}

/** 还没有算过的拼池 of pools that stand newest first: one in which a place is counted already, by itself or in a later pool, is left out whole. */
export function poolsNotCounted<P extends Pick<PooledItem, 'wording' | 'of'>>(rounds: readonly { regionCode: string; table: Table }[], pools: readonly P[]): P[] {
  const keyOf = (regionCode: string, wording: string) => `${regionCode} ${wording}`;
  const counted = new Set(rounds.flatMap(({ regionCode, table }) => table.items.filter(sidesOf).map(({ wording }) => keyOf(regionCode, wording))));
  return pools.filter(({ wording, of }) => {
    const keys = of.map((regionCode) => keyOf(regionCode, wording));
    if (keys.some((key) => counted.has(key))) return false;
    for (const key of keys) counted.add(key);
    return true;
  });
}

/** 汇总的一题: sides of the rounds and pools inside a region whose sides are shown; `rounds` is how many those are. */
export type RolledItem = Omit<Item, 'id' | 'levels'> & { blocks: ItemResult['blocks']; rounds: number; by: Record<string, Map<string, [number, number]>> };

/** 汇总 of a region: sums of what is shown below it and of nothing else, so that it tells nothing that is hidden below. */
export function rollUp(tables: readonly Table[], pooled: readonly PooledItem[]): RolledItem[] {
  const rolled = new Map<string, RolledItem>();
  for (const result of tables.flatMap(({ items }) => items)) {
    const { theme, text, wording, pair } = result;
    const item = rolled.get(wording) ?? { theme, text, wording, pair, favourable: 1, blocks: [], rounds: 0, by: {} };
    rolled.set(wording, item);
    const sides = sidesOf(result);
    if (!sides) continue;
    add(item, 1, sides);
    for (const [asked, groups] of Object.entries(result.by)) for (const { of, counts } of groups) if (of.length === 1 && of[0] !== '') addGroup(item, asked, of[0]!, counts);
  }
  for (const { wording, of, sides } of pooled) if (rolled.has(wording)) add(rolled.get(wording)!, of.length, sides);
  return [...rolled.values()];
}

function add(item: RolledItem, rounds: number, sides: readonly number[]): void {
  item.rounds += rounds;
  item.blocks = sides.map((count, at) => ({ at: [at], count: count + (item.blocks[at]?.count ?? 0) }));
}

function addGroup(item: RolledItem, asked: string, option: string, [yes, no]: readonly number[]): void {
  const groups = (item.by[asked] ??= new Map());
  const [soFar, against] = groups.get(option) ?? [0, 0];
  groups.set(option, [soFar + yes!, against + no!]);
}
