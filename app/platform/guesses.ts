import { and, gt, inArray, sql } from 'drizzle-orm';
import type { Ctx } from './ctx.ts';
import { sharedKey, tally } from './limit.ts';
import { Refusal } from './refusal.ts';
import { attempts } from './tables.server.ts';

/** 猜的限次: so many different wrong ones in so many seconds. */
export type Bound = { most: number; seconds: number };

/** 谁在猜: what is guessed at, and whom it is counted for: an address, or what somebody came in with. */
export type Guesser = { kind: string; who: string; bounds: readonly Bound[] };

const keyOf = ({ kind, who }: Guesser, { seconds }: Bound) => sharedKey(`${kind}-${seconds}:${who}`);

const turns = new Map<string, Promise<unknown>>();

/**
 * 猜一次: `find` looks up what was typed, if not too many wrong ones came before it; each of its `signs` counts when nothing is found. One guesser's
 * are looked up one after another (in one process), or thousands sent at once would all be answered before the first is counted.
 */
export function guess<R>(ctx: Ctx, guesser: Guesser, signs: Iterable<string>, find: () => Promise<R | undefined>): Promise<R | undefined> {
  return inTurn(`${guesser.kind}-${sharedKey(`at:${guesser.who}`)}`, async () => {
    await refuseGuessing(ctx, guesser);
    const found = await find();
    if (found === undefined) for (const sign of signs) await countGuess(ctx, guesser, sign);
    return found;
  });
}

function inTurn<R>(key: string, run: () => Promise<R>): Promise<R> {
  const mine = (turns.get(key) ?? Promise.resolve()).then(run, run);
  turns.set(key, mine);
  const leave = () => void (turns.get(key) === mine && turns.delete(key));
  mine.then(leave, leave);
  return mine;
}

/** 猜得太多就等: asked before the look-up, so that whoever guessed too much learns nothing from a right one either. */
async function refuseGuessing(ctx: Ctx, guesser: Guesser): Promise<void> {
  const most = new Map(guesser.bounds.map((bound) => [keyOf(guesser, bound), bound.most]));
  const rows = await ctx.db
    .select({ key: attempts.key, count: attempts.count, left: sql<number>`ceil(extract(epoch from ${attempts.until} - ${ctx.now.toISOString()}::timestamptz))::int` })
    .from(attempts)
    .where(and(inArray(attempts.key, [...most.keys()]), gt(attempts.until, ctx.now)));
  const over = rows.filter(({ key, count }) => count >= most.get(key)!);
  if (over.length > 0) throw new Refusal('too-many-guesses', 429, Math.max(...over.map(({ left }) => left)));
}

/** 记下一次猜错 by the sign of what was tried; the same one again within the shortest of the bounds is no new guess. */
async function countGuess(ctx: Ctx, guesser: Guesser, sign: string): Promise<void> {
  const shortest = Math.min(...guesser.bounds.map(({ seconds }) => seconds));
  const { count } = await tally(ctx, `${guesser.kind}-same:${sharedKey(`at:${guesser.who}`)} ${sign}`, shortest);
  if (count > 1) return;
  for (const bound of guesser.bounds) await tally(ctx, keyOf(guesser, bound), bound.seconds);
}
