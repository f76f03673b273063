import { addDays, daysBetween } from '#app/platform/dates.ts';

/** 一站: a community, and where it lies if an earlier visit has measured it. */
export type Stop = { code: string; at: { latitude: number; longitude: number } | null };
export type Leg = { code: string; day: string; leg: number };

const radians = Math.PI / 180;

/** Kilometres as the crow flies. */
export function distance(a: NonNullable<Stop['at']>, b: NonNullable<Stop['at']>): number {
  const [x, y] = [(b.latitude - a.latitude) * radians, (b.longitude - a.longitude) * radians];
  const half = Math.sin(x / 2) ** 2 + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin(y / 2) ** 2;
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(half)));
}

/**
 * 路线: within a city the nearest next, then two ways crossed are uncrossed while that is shorter; where a place is not known, the order of the codes,
 * in which neighbours stand side by side. Cities in the order of their codes.
 */
export function orderStops(stops: readonly Stop[]): Stop[] {
  const cities = Map.groupBy(stops.toSorted((a, b) => a.code.localeCompare(b.code)), ({ code }) => code.slice(0, 4));
  return [...cities.values()].flatMap((city) => (city.every(({ at }) => at !== null) ? uncross(nearestNext(city)) : city));
}

const between = (a: Stop, b: Stop) => distance(a.at!, b.at!);

function nearestNext(stops: readonly Stop[]): Stop[] {
  const [first, ...rest] = stops;
  const way = first ? [first] : [];
  while (rest.length > 0) {
    const here = way.at(-1)!;
    const next = rest.reduce((best, stop) => (between(here, stop) < between(here, best) ? stop : best));
    way.push(...rest.splice(rest.indexOf(next), 1));
  }
  return way;
}

/** 2-opt on an open way. */
function uncross(given: Stop[]): Stop[] {
  let way = given;
  for (let isShorter = true; isShorter;) {
    isShorter = false;
    for (let i = 0; i < way.length - 2; i++) {
      for (let j = i + 2; j < way.length; j++) {
        const [before, after] = [between(way[i]!, way[i + 1]!) + (way[j + 1] ? between(way[j]!, way[j + 1]!) : 0), between(way[i]!, way[j]!) + (way[j + 1] ? between(way[i + 1]!, way[j + 1]!) : 0)];
        if (after < before - 1e-9) {
          way = [...way.slice(0, i + 1), ...way.slice(i + 1, j + 1).toReversed(), ...way.slice(j + 1)];
          isShorter = true;
        }
      }
    }
  }
  return way;
}

/** 排期: so many a day from the first day on; a day does not begin in one city and end in another while there are days left. Undefined when the days do not suffice. */
export function planLegs(stops: readonly Stop[], { fromOn, toOn, perDay }: { fromOn: string; toOn: string; perDay: number }): Leg[] | undefined {
  const way = orderStops(stops);
  const days = daysBetween(fromOn, toOn) + 1;
  if (way.length > days * perDay) return undefined;
  const legs: Leg[] = [];
  let [day, used] = [0, 0];
  for (const [place, stop] of way.entries()) {
    const isNewCity = used > 0 && legs.at(-1)!.code.slice(0, 4) !== stop.code.slice(0, 4);
    const daysLeftAfter = days - day - 1;
    if (used === perDay || (isNewCity && daysLeftAfter * perDay >= way.length - place)) [day, used] = [day + 1, 0];
    legs.push({ code: stop.code, day: addDays(fromOn, day), leg: place + 1 });
    used += 1;
  }
  return legs;
}
