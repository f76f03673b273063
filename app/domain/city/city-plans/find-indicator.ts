import type { Indicator } from '#app/domain/city/indicators/read.ts';
import { halfWidth } from '#app/domain/city/indicators/read-number.ts';

export type Found = { indicator: Indicator } | { near: Indicator | undefined } | { two: Indicator[] };

const plain = (name: string) => halfWidth(name).toLowerCase().replace(/[—–\-~“”"'‘’、，,。.；;：:（）()《》<>【】[\]·\s]/g, '');

/** 认指标: by its code, or by its name as somebody types it; of two of one name, a place below the nation means the one that is not the nation's. */
export function indicatorFinder(all: readonly Indicator[], isNation: boolean, series: ReadonlySet<string> = new Set()): (code: string, name: string) => Found {
  const byCode = new Map(all.map((each) => [each.code.toUpperCase(), each]));
  const byName = new Map<string, Indicator[]>();
  for (const each of all) for (const name of new Set([plain(each.definition.zh), plain(each.definition.en)])) byName.set(name, [...(byName.get(name) ?? []), each]);
  const named = (name: string): Found | undefined => {
    const found = byName.get(plain(name)) ?? byName.get(plain(name.replace(/[（(][^（()）]*[)）]\s*$/, '')));
    if (!found) return undefined;
    if (found.length === 1) return { indicator: found[0]! };
    const own = found.filter(({ definition }) => (definition.level === 'nation') === isNation);
    return own.length === 1 ? { indicator: own[0]! } : { two: found };
  };
  return (code, name) => {
    const said = code || (/^([A-Z][A-Za-z0-9]*-[A-Za-z0-9]+)(?=$|[\s：:、.])/i.exec(halfWidthStart(name))?.[1] ?? '');
    const coded = byCode.get(halfWidth(said).toUpperCase());
    if (coded) return { indicator: coded };
    return named(name) ?? { near: nearest(name || code, all, series) };
  };
}

const halfWidthStart = (name: string) => name.trim().replace(/[！-～]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! - 0xfee0));

/** 系列: the letters that a code begins with; each city's own indicators have theirs. */
export const seriesOf = (code: string): string => /^[A-Za-z]*/.exec(code)![0].toUpperCase();

/** By how much a name may be less like what was written and still be meant, when it is of the plan's own series. */
const ownAhead = 0.25;

/** The name most like it, when it is like any; one of the plan's own series before one of another place. */
function nearest(name: string, all: readonly Indicator[], series: ReadonlySet<string>): Indicator | undefined {
  const pairs = (text: string) => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
  const own = pairs(plain(name));
  let best: { indicator: Indicator; rank: number } | undefined;
  for (const indicator of all) {
    const other = pairs(plain(indicator.definition.zh));
    const likeness = (2 * [...own].filter((pair) => other.has(pair)).length) / Math.max(1, own.size + other.size);
    if (likeness < 0.4) continue;
    const rank = likeness + (series.has(seriesOf(indicator.code)) ? ownAhead : 0);
    if (rank > (best?.rank ?? 0)) best = { indicator, rank };
  }
  return best?.indicator;
}
