import { isSynthetic } from '#app/domain/base/regions/model.ts';
import { type Cells, hideSmall } from '#app/domain/base/small-cells/hide-small.ts';
import { added, type Counted } from './model.ts';

/** 直辖市: cities whose code is a province's. */
const municipalities = ['11', '12', '31', '50'];

/** 所在城市 of a place; a county that stands directly under a province has none. */
export function cityOf(code: string): string | undefined {
  if (municipalities.includes(code.slice(0, 2))) return code.slice(0, 2);
  const city = code.slice(0, 4);
  return city.length === 4 && !isSynthetic(city) ? city : undefined;
}

/** 记到哪些地方: the county and the city of a place, as far as they are real. */
export function placesAbove(code: string): string[] {
  const county = code.length >= 6 ? code.slice(0, 6) : '';
  return [county === '' || isSynthetic(county) ? undefined : county, cityOf(code)].filter((each) => each !== undefined);
}

type Row = Counted & { regionCode: string };
/** 各地的数, and from how many places each comes. */
export type Sum = Counted & { places: number };

/** 逐级相加: counties and cities out of the places themselves; counts of children are left out where they are small, and wherever one that is left out could be worked out. */
export function addUp(rows: readonly Row[], ofChildren: boolean): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const { regionCode, ...counted } of rows) {
    for (const place of placesAbove(regionCode)) sums.set(place, { ...added(sums.get(place), counted), places: (sums.get(place)?.places ?? 0) + 1 });
  }
  return ofChildren ? without(sums) : sums;
}

/** What a city has outside its counties is a cell of its own, so that it is not what remains. */
function without(sums: ReadonlyMap<string, Sum>): Map<string, Sum> {
  const shown = new Set<string>();
  for (const [code, { numerator }] of sums) {
    if (code.length >= 6 && cityOf(code) !== undefined) continue;
    const below = [...sums].filter(([each]) => each !== code && each.length >= 6 && cityOf(each) === code).map(([each, sum]): Cells => ({ code: each, bands: [sum.numerator], below: [] }));
    const rest = numerator - below.reduce((sum, each) => sum + each.bands[0]!, 0);
    const tree = { code, bands: [numerator], below: rest > 0 && below.length > 0 ? [...below, { code: `${code}-`, bands: [rest], below: [] }] : below };
    for (const [each, cell] of hideSmall(tree)) if (cell.total !== null) shown.add(each);
  }
  return new Map([...sums].filter(([code]) => shown.has(code)));
}
