import { type Draft, type Exchange, make, tryMove, trySwap } from './exchange.ts';
import { topOf } from './top-of.ts';

const least = 20;
const passes = 2;
const looked = 20;
const most = 4;

/**
 * 扶低: those applications that got least get more, as long as nobody falls below them and all of it together costs no more
 * than the budget. Who got least comes first.
 */
export function liftWorst(draft: Draft, budget: number): number {
  const { n } = draft.ground;
  let left = budget;
  for (let pass = 0; pass < passes; pass++) {
    let isBetter = false;
    const lowest = Array.from({ length: n }, (_, a) => a).filter((a) => draft.chosen[a]!.length > 0);
    lowest.sort((x, y) => standing(draft, x) - standing(draft, y) || x - y);
    for (const a of lowest.slice(0, Math.max(least, Math.ceil(n / 100)))) {
      for (let i = 0; i < most; i++) {
        const found = bestFor(draft, a, left);
        if (!found) break;
        make(draft, found);
        left += Math.min(0, found.won + found.wonByOther);
        isBetter = true;
      }
    }
    if (!isBetter) break;
  }
  return budget - left;
}

/** What an application has for each of its experts. */
function standing({ worths, chosen }: Draft, a: number): number {
  return worths[a]! / chosen[a]!.length;
}

/** The exchange that helps an application most without pushing another one down to where it was. */
function bestFor(draft: Draft, a: number, left: number): Exchange | undefined {
  const { ground, chosen, of, worths } = draft;
  let best: { exchange: Exchange; height: number } | undefined;
  const weigh = (exchange: Exchange | undefined) => {
    if (!exchange || exchange.won <= 0 || -(exchange.won + exchange.wonByOther) > left) return;
    const own = (worths[a]! + exchange.won) / chosen[a]!.length;
    const other = exchange.b < 0 ? Infinity : (worths[exchange.b]! + exchange.wonByOther) / chosen[exchange.b]!.length;
    const height = Math.min(own, other);
    if (height <= standing(draft, a)) return;
    if (!best || height > best.height || (height === best.height && exchange.won + exchange.wonByOther > best.exchange.won + best.exchange.wonByOther)) best = { exchange, height };
  };
  const lowest = Math.min(...chosen[a]!.map((e) => ground.points[a * ground.m + e]!));
  const better = topOf(ground.m, looked, (e) => (ground.points[a * ground.m + e]! > lowest ? ground.points[a * ground.m + e]! : -Infinity));
  for (const takes of better) {
    for (const gives of chosen[a]!) {
      const move = tryMove(draft, a, gives, takes);
      if (move) weigh(move);
      else for (const b of of[takes]!) weigh(trySwap(draft, a, gives, b, takes));
    }
  }
  return best?.exchange;
}
