import { islandsOf } from '#app/domain/pilot/scoring/links.ts';
import type { Mark } from '#app/domain/pilot/scoring/model.ts';
import { type Random, type Scale, scales } from './draw.ts';

/** 模拟评审: marks as they would come in, and what the whole panel would have given every application on average. */
export type Panel = { marks: Mark[]; truth: Map<string, number> };

const named = (kind: string, n: number) => Array.from({ length: n }, (_, i) => `${kind}${String(i).padStart(3, '0')}`);

/** One panel: its size, the leniency and scatter of its reviewers, the difficulty of its items and who marks what are drawn anew. */
export function drawPanel(random: Random, scale: Scale): Panel {
  const { between, whole, normal, uniform } = random;
  const each = whole(2, 4);
  const [applications, items] = [named('a', whole(10, 48)), named('i', whole(5, 20))];
  const reviewers = named('r', whole(5, Math.min(16, Math.floor((applications.length * (each - 1)) / 2) + 1)));
  const sd = { quality: between(0.05, 0.14), leniency: between(0.03, 0.09), whole: between(0.03, 0.08), scatter: between(0.1, 0.4), ease: between(0.04, 0.14), item: between(0.08, 0.2) };
  const isLeftOut = between(0, 0.1);
  const middle = between(0.5, 0.68);
  const quality = applications.map(() => middle + normal(sd.quality));
  const reviewer = reviewers.map(() => ({ leniency: normal(sd.leniency), scatter: Math.exp(normal(sd.scatter)) }));
  const item = items.map(() => ({ ease: normal(sd.ease), weight: whole(1, 3) }));

  const marks = linked(random, applications.length, reviewers.length, each).flatMap(([a, r]) => {
    const impression = normal(sd.whole * reviewer[r]!.scatter);
    return items.map((name, i): Mark => {
      const thought = quality[a]! + reviewer[r]!.leniency + item[i]!.ease + impression + normal(sd.item * reviewer[r]!.scatter);
      return { application: applications[a]!, reviewer: reviewers[r]!, item: name, weight: item[i]!.weight, points: uniform() < isLeftOut ? null : scales[scale].give(thought) };
    });
  });
  const all = item.reduce((sum, { weight }) => sum + weight, 0);
  const truth = quality.map((q) =>
    100 * reviewer.reduce((outer, { leniency, scatter }) => {
      const noise = scatter * Math.hypot(sd.whole, sd.item);
      return outer + item.reduce((sum, { ease, weight }) => sum + (weight / all) * scales[scale].expected(q + leniency + ease, noise), 0);
    }, 0) / reviewer.length,
  );
  return { marks, truth: new Map(applications.map((name, a) => [name, truth[a]!])) };
}

/** 相连的分配: each application to so many reviewers, loads even, drawn again until everybody is linked. */
function linked(random: Random, applications: number, reviewers: number, each: number): [number, number][] {
  for (;;) {
    const load = Array.from({ length: reviewers }, () => 0);
    const pairs: [number, number][] = [];
    for (let a = 0; a < applications; a += 1) {
      const order = load.map((n, r) => ({ r, n: n + 1.5 * random.uniform() })).toSorted((one, other) => one.n - other.n);
      for (const { r } of order.slice(0, each)) {
        load[r]! += 1;
        pairs.push([a, r]);
      }
    }
    const islands = islandsOf(pairs.map(([a, r]) => ({ application: String(a), reviewer: String(r) })));
    if (new Set(islands).size === 1 && load.every((n) => n > 0)) return pairs;
  }
}
