import { groupsAmong } from '../model.ts';
import { type Draft, type Exchange, make, tryMove, trySwap } from './exchange.ts';

/** 连通分组: the group of each expert in a draft, with those who stand already. */
export function groupsOf({ ground, chosen }: Pick<Draft, 'ground' | 'chosen'>): { group: Int32Array; count: number } {
  return groupsAmong(ground.m, chosen.map((experts, a) => [...experts, ...ground.held[a]!]));
}

const tried = 40;

/** 连通: joins groups of experts that share no application, each time by the exchange that costs least. Groups that cannot be joined stay as they are, and the plan says so. */
export function linkAll(draft: Draft): void {
  let { group, count } = groupsOf(draft);
  while (count > 1) {
    const joined = bridgesOf(draft, group).some((exchange) => {
      make(draft, exchange);
      const after = groupsOf(draft);
      if (after.count >= count) {
        make(draft, undone(exchange));
        return false;
      }
      ({ group, count } = after);
      return true;
    });
    if (!joined) break;
  }
}

/** The cheapest exchanges between the smallest group and the others. */
function bridgesOf(draft: Draft, group: Int32Array): Exchange[] {
  const { ground, chosen, of } = draft;
  const sizes = new Map<number, number>();
  for (let e = 0; e < ground.m; e++) if (group[e]! >= 0) sizes.set(group[e]!, (sizes.get(group[e]!) ?? 0) + of[e]!.size);
  const found: Exchange[] = [];
  for (const [smallest] of [...sizes].sort(([g, x], [h, y]) => x - y || g - h).slice(0, 2)) {
    const inside = Array.from({ length: ground.m }, (_, e) => e).filter((e) => group[e] === smallest);
    const mine = [...new Set(inside.flatMap((e) => [...of[e]!]))].sort((x, y) => x - y).slice(0, tried);
    for (const a of mine) {
      for (const gives of chosen[a]!) {
        for (let takes = 0; takes < ground.m; takes++) {
          if (group[takes]! < 0 || group[takes] === smallest) continue;
          const move = tryMove(draft, a, gives, takes);
          if (move) found.push(move);
          for (const b of of[takes]!) {
            const swap = trySwap(draft, a, gives, b, takes);
            if (swap) found.push(swap);
          }
        }
      }
    }
    if (found.length > 0) break;
  }
  return found.sort((x, y) => y.won + y.wonByOther - x.won - x.wonByOther || x.a - y.a || x.takes - y.takes).slice(0, tried * 5);
}

const undone = ({ a, gives, takes, b, won, wonByOther }: Exchange): Exchange => ({ a, gives: takes, takes: gives, b, won: -won, wonByOther: -wonByOther });
