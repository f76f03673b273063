import { and, inArray, isNotNull } from 'drizzle-orm';
import { type NewMessage, takeNew } from '#app/domain/base/inbox/take-new.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Channel, channels, policies, type Preferences } from './model.ts';
import { preferencesOf } from './preferences.ts';
import { queue } from './queue.ts';
import { contactPoints, deliveries } from './tables.server.ts';
import { waysFor, whenFor } from './timing.ts';

type NewDelivery = typeof deliveries.$inferInsert;
type Reached = { contacts: Map<Channel, string>; preferences: Preferences };

/** Messages of one transaction: five thousand recipients are twenty-five small ones. */
const most = 200;

/** 分发: turns new messages into deliveries and hands these to the queue, in one transaction with taking them; says how many messages it took. */
export function spreadMessages(ctx: Ctx, open: readonly Channel[]): Promise<number> {
  return ctx.db.transaction(async (db) => {
    const tx: Ctx = { ...ctx, db };
    const taken = await takeNew(tx, most);
    if (taken.length === 0 || open.length === 0) return taken.length;
    const reach = await reachOf(tx, taken.map((message) => message.userId), open);
    const planned = taken.flatMap((message) => planFor(message, reach(message.userId)));
    if (planned.length === 0) return taken.length;
    const made = await db.insert(deliveries).values(planned).onConflictDoNothing().returning({ id: deliveries.id, state: deliveries.state, nextAt: deliveries.nextAt });
    const waiting = made.filter((delivery) => delivery.state === 'waiting');
    for (const [at, group] of Map.groupBy(waiting, (delivery) => Math.max(delivery.nextAt.getTime(), tx.now.getTime()))) {
      await queue(tx, group.map((delivery) => delivery.id), new Date(at));
    }
    return taken.length;
  });
}

async function reachOf(ctx: Ctx, userIds: readonly string[], open: readonly Channel[]): Promise<(userId: string) => Reached> {
  const people = [...new Set(userIds)];
  const preferences = await preferencesOf(ctx, people);
  const rows = await ctx.db.select().from(contactPoints).where(and(inArray(contactPoints.userId, people), inArray(contactPoints.channel, [...open]), isNotNull(contactPoints.verifiedAt)));
  const byPerson = Map.groupBy(rows, (row) => row.userId);
  return (userId) => ({ preferences: preferences(userId), contacts: new Map((byPerson.get(userId) ?? []).map((row) => [row.channel, row.id])) });
}

function planFor(message: NewMessage, { contacts, preferences }: Reached): NewDelivery[] {
  const policy = (policies as Record<string, (typeof policies)[keyof typeof policies]>)[message.kind];
  if (!policy) return [];
  const reachable = channels.filter((channel) => contacts.has(channel));
  return waysFor(policy.topic, preferences, reachable).map((channel) => {
    const at = whenFor(policy, channel, preferences, message.createdAt);
    const since = at === 'held' ? message.createdAt : at;
    return {
      userId: message.userId, messageId: message.id, contactId: contacts.get(channel) ?? null, channel, kind: message.kind,
      state: at === 'held' ? ('held' as const) : ('waiting' as const), isUrgent: policy.isUrgent ?? false, createdAt: message.createdAt, since, nextAt: since,
    };
  });
}
