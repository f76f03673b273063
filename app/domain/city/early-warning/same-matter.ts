import type { Grounded } from './find-grounds.ts';
import type { alerts } from './tables.server.ts';

type Held = Pick<typeof alerts.$inferSelect, 'regionCode' | 'indicatorId' | 'rule' | 'state' | 'ground' | 'dueOn' | 'handledBy'>;
/** What an alert takes over from those it takes in: who had them in hand, and the nearest day of those that nobody answered. */
export type TakenIn = { handledBy: string[]; dueOn: string | null };

const placeOf = ({ regionCode, indicatorId }: Pick<Held, 'regionCode' | 'indicatorId'>) => `${regionCode} ${indicatorId}`;
const isOfOnePeriod = ({ rule }: Pick<Held, 'rule'>) => rule === 'W4' || rule === 'W6';

/** 另一条: an unusual change and a contradiction are of one period: what was said or judged of that one says nothing of the next. */
export const isAnother = (known: Held, { ground }: Grounded): boolean => isOfOnePeriod(known) && known.ground.period !== ground.period;

/** 同一件事: of two rules with one cause the one stands behind the other, tonight or until tonight. */
const isSameMatter = (gone: Held, found: Grounded): boolean => (found.ground.also?.includes(gone.rule) === true || gone.ground.also?.includes(found.rule) === true) && !isAnother(gone, found);

/** 并入的: what a ground of tonight takes over from alerts that have no ground of their own any more. */
export function takenInBy<T extends Held>(gone: readonly T[]): (found: Grounded) => TakenIn {
  const byPlace = Map.groupBy(gone, placeOf);
  return (found) => {
    const taken = (byPlace.get(placeOf(found)) ?? []).filter((each) => isSameMatter(each, found));
    return { handledBy: [...new Set(taken.flatMap(({ handledBy }) => handledBy))], dueOn: taken.flatMap(({ state, dueOn }) => (state === 'open' ? [dueOn] : [])).toSorted()[0] ?? null };
  };
}
