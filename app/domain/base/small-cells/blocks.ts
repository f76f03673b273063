import { type Block, type Group, sumOf } from './model.ts';

/** Every cell by itself: what nobody has looked at yet. */
export const eachAlone = (counts: readonly number[]): Block[] => counts.map((count, at) => ({ at: [at], count }));

/**
 * 合块: joins cells of one row until every block holds `least` or more. The border after the first `favourable` cells is kept when
 * both sides hold enough; else only the whole is shown, and nothing when the whole is small. Blocks of a wider audience are made
 * of the blocks of a narrower one, so that both together tell no more than the narrower alone.
 */
export function openRow(from: readonly Block[], favourable: number, least: number): Block[] {
  const sides = [from.filter(({ at }) => at.every((each) => each < favourable)), from.filter(({ at }) => at.every((each) => each >= favourable))];
  const isKept = sides.flat().length === from.length && sides.every((side) => countOf(side) >= least);
  if (isKept) return sides.flatMap((side) => joined(side, least));
  return countOf(from) >= least ? [whole(from)] : [];
}

/** 分组: the categories of one question about the answering people; those with a small cell are joined until none is left. */
export function openGroups(from: readonly Group[], least: number): Group[] {
  const groups = from.map(({ of, counts }) => ({ of: [...of], counts: [...counts] }));
  while (groups.length > 1 && groups.some(isSmall)) {
    groups.sort((one, other) => sumOf(one.counts) - sumOf(other.counts));
    const smallest = groups.splice(groups.findIndex(isSmall), 1)[0]!;
    const next = groups[0]!;
    next.of = from.flatMap(({ of }) => of).filter((each) => next.of.includes(each) || smallest.of.includes(each));
    next.counts = next.counts.map((count, at) => count + smallest.counts[at]!);
  }
  if (groups.length < 2) return [];
  const place = (group: Group) => from.findIndex(({ of }) => of.includes(group.of[0]!));
  return groups.toSorted((one, other) => place(one) - place(other));

  function isSmall({ counts }: Group) {
    return counts.some((count) => count < least);
  }
}

/** The counts of a finer row in the blocks of a coarser one. */
export const inBlocks = (counts: readonly number[], blocks: readonly Block[]) => blocks.map(({ at }) => sumOf(at.map((each) => counts[each]!)));

const countOf = (blocks: readonly Block[]) => sumOf(blocks.map(({ count }) => count));
const whole = (blocks: readonly Block[]): Block => ({ at: blocks.flatMap(({ at }) => at), count: countOf(blocks) });

function joined(side: readonly Block[], least: number): Block[] {
  const made: Block[] = [];
  let open: Block[] = [];
  for (const block of side) {
    open.push(block);
    if (countOf(open) < least) continue;
    made.push(whole(open));
    open = [];
  }
  return open.length === 0 ? made : [...made.slice(0, -1), whole([made.at(-1)!, ...open])];
}
