import { openRegions, type Shown } from './protect.ts';
import type { Told } from './year-tree.ts';

/** 各地区所报, as texts: `,期次 分组 值,期次 分组 值,` each; part by part what is decided together. */
export type ToldYears = { dimensions: [id: number, dimension: string][]; parts: { own: ToldText[]; before: ToldText[] }[] };
export type ToldText = { code: string; said: string };
/** What a region said of an indicator in a year. */
export type Said = ToldText & { id: number; year: number };

/** 分份: by indicator and year, running totals with the year before; `first` is the first year that is decided. */
export function partsOf(said: readonly Said[], running: ReadonlySet<number>, first: number): ToldYears['parts'] {
  const parts = Map.groupBy(said, ({ id, year }) => `${id} ${year}`);
  return [...parts.values()].flatMap((own) => {
    const { id, year } = own[0]!;
    return year < first ? [] : [{ own, before: running.has(id) ? (parts.get(`${id} ${year - 1}`) ?? []) : [] }];
  });
}

/** 逐年决定的计算: from what the regions of the country say, which of them may be seen. */
export function decideTold({ dimensions, parts }: ToldYears): Shown {
  const known = new Map(dimensions);
  return openRegions(parts.map(({ own, before }) => ({ own: own.map(read), before: before.map(read) })), (breakdown) => known.get(breakdown) ?? String(breakdown));
}

function read({ code, said }: ToldText): Told {
  return { code, figures: said.slice(1, -1).split(/[ ,]/).map(Number) };
}

/** 一个地区所报的值, by period and group. */
export function saidValues(said: string): Map<string, number> {
  return new Map(said.split(',').slice(1, -1).map((each) => {
    const at = each.lastIndexOf(' ');
    return [each.slice(0, at), Number(each.slice(at + 1))];
  }));
}
