import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { askProviders } from './ask-providers.ts';
import { type BuiltIn, type Claimed, letterFor } from './letter.ts';
import type { Channel } from './model.ts';
import type { Provider } from './providers/provider.ts';
import { queue } from './queue.ts';
import { settle } from './settle.ts';

/** What handing over needs from outside: the providers of each channel, and the words. */
export type Post = { providers: Record<Channel, readonly Provider[]>; builtIn: BuiltIn };

const sideBySide = 8;
/** Longer than a provider can take; a letter still being sent after that belongs to a process that is gone. */
const interruptedAfter = 120_000;

/** 交出: the letters of one job, a few side by side; says how each ended. One letter's trouble is not another's. */
export async function handOver(ctx: Ctx, ids: readonly string[], post: Post): Promise<string> {
  const began = performance.now();
  const at = (): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + performance.now() - began) });
  const waiting = [...ids];
  const ends = new Map<string, number>();
  const carry = async () => {
    for (let id = waiting.shift(); id; id = waiting.shift()) {
      const end = await handOverOne(at, id, post);
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, carry));
  return [...ends].map(([end, n]) => `${end} ${n}`).join(' ');
}

async function handOverOne(at: () => Ctx, id: string, post: Post): Promise<string> {
  const claimed = await claim(at(), id);
  if (!claimed) return lookAgain(at(), id);
  if (claimed.was === 'sending' && claimed.channel !== 'email') return settle(at(), claimed, { is: 'unknown', reason: 'interrupted' });
  const providers = post.providers[claimed.channel];
  if (providers.length === 0) return settle(at(), claimed, { is: 'needless', reason: 'channel-closed' });
  const letter = await letterFor(at(), claimed, post.builtIn);
  if ('isNeedless' in letter) return settle(at(), claimed, { is: 'needless', reason: letter.isNeedless });
  return settle(at(), claimed, await askProviders(at, claimed, letter, providers));
}

export type Taken = Claimed & { was: string; attempts: number; isUrgent: boolean };
type Row = { id: string; user_id: string; message_id: string | null; contact_id: string | null; channel: Channel; kind: Claimed['kind']; round: number; since: string; created_at: string; was: string; attempts: number; is_urgent: boolean };

/** 认领: written before anything is sent; whoever does not get the row does not send. */
async function claim(ctx: Ctx, id: string): Promise<Taken | undefined> {
  const now = ctx.now.toISOString();
  const gone = new Date(ctx.now.getTime() - interruptedAfter).toISOString();
  const { rows } = await ctx.db.execute<Row>(sql`
    update deliveries set state = 'sending', attempts = attempts + 1, claimed_at = ${now}
    where id = ${id} and ((state = 'waiting' and next_at <= ${now}) or (state = 'sending' and claimed_at < ${gone}))
    returning id, user_id, message_id, contact_id, channel, kind, round, to_json(since)#>>'{}' as since, to_json(created_at)#>>'{}' as created_at,
              old.state as was, attempts, is_urgent`);
  const [row] = rows;
  if (!row) return undefined;
  return {
    id: row.id, userId: row.user_id, messageId: row.message_id, contactId: row.contact_id, channel: row.channel, kind: row.kind, round: row.round,
    since: new Date(row.since), createdAt: new Date(row.created_at), was: row.was, attempts: row.attempts, isUrgent: row.is_urgent,
  };
}

/** A letter that a process took and did not finish is looked at again when that process is surely gone. */
async function lookAgain(ctx: Ctx, id: string): Promise<string> {
  const { rows } = await ctx.db.execute<{ claimed: string }>(sql`select to_json(claimed_at)#>>'{}' as claimed from deliveries where id = ${id} and state = 'sending'`);
  if (!rows[0]) return 'done-before';
  await queue(ctx, [id], new Date(Date.parse(rows[0].claimed) + interruptedAfter + 1000));
  return 'looked-at-later';
}
