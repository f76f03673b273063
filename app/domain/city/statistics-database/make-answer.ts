import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { atOnce } from './model.ts';

const inHand = new Map<string, number>();
const line: (() => void)[] = [];
let running = 0;

/**
 * 排队制作: long answers are made two at a time in a process, whoever asks, so that pages are answered between them; the next ones
 * stand in a short line. One caller has two in hand at most; everybody too many is told when to come again.
 */
export async function makeAnswer<R>(ctx: Ctx, make: () => Promise<R>): Promise<R> {
  const caller = ctx.actor.id || (ctx.address ?? 'unknown');
  const own = inHand.get(caller) ?? 0;
  if (own >= atOnce.ofOneCaller) throw new Refusal('files-at-once', 429, 5);
  if (running >= atOnce.made && line.length >= atOnce.waiting) throw new Refusal('files-busy', 503, 10);
  inHand.set(caller, own + 1);
  try {
    if (running < atOnce.made) running += 1;
    else await new Promise<void>((resolve) => line.push(resolve)); // whoever ends hands over the place
    return await make().finally(handOver);
  } finally {
    const left = inHand.get(caller)! - 1;
    if (left > 0) inHand.set(caller, left);
    else inHand.delete(caller);
  }
}

function handOver(): void {
  const next = line.shift();
  if (next) next();
  else running -= 1;
}
