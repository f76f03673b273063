import { newcombe } from './intervals.ts';
import { type Estimate, type Item, type ItemResult, shareOf } from './model.ts';

type Row = Pick<Item, 'theme' | 'text' | 'wording' | 'pair' | 'favourable'> & Pick<ItemResult, 'blocks'>;

/** 两者之比 of one question: both shares and their difference; a share that is hidden leaves the question out. */
export type Compared = { row: Row; one: Estimate; other: Estimate; difference: Estimate };

/** 孩子与大人之差 on questions that are a pair, the widest first. */
export const gaps = (children: readonly Row[], adults: readonly Row[]) => compared(children, adults, 'pair').toSorted((one, other) => Math.abs(other.difference.value) - Math.abs(one.difference.value));

/** 两轮之变 on questions of the same words and scale: now against before. */
export const changes = (now: readonly Row[], before: readonly Row[]) => compared(now, before, 'wording');

function compared(some: readonly Row[], others: readonly Row[], by: 'pair' | 'wording'): Compared[] {
  const known = new Map(others.filter((row) => row[by] !== '').map((row) => [row[by], row]));
  return some.flatMap((row) => {
    const match = known.get(row[by]);
    const [one, other] = [shareOf(row), match && shareOf(match)];
    return one && other ? [{ row, one, other, difference: newcombe(one, other) }] : [];
  });
}
