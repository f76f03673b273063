import { and, eq, ilike, inArray, notInArray, or, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import { config } from '#app/platform/config.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { keyset, type Page, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { DeliveryFilter } from './input.ts';
import { type Channel, channels, confidentialKinds, type DeliveryState, masked } from './model.ts';
import { providers, sinkFolder } from './providers/chosen.ts';
import { readSink, type Sunk } from './providers/file-sink.ts';
import { contactPoints, deliveries, deliveryTries } from './tables.server.ts';

export type Try = { provider: string; outcome: string | null; reason: string | null };
export type Delivery = {
  id: string; kind: string; channel: Channel; state: DeliveryState; person: string; address: string; since: Date; nextAt: Date;
  handedAt: Date | null; provider: string | null; reason: string | null; tries: Try[];
};

const nation = { regionCode: '*' };

const isConfidential = (kind: string) => confidentialKinds.some((one) => one === kind);

/** 投递记录, newest first; of what is confidential only failures, and not to whom; addresses are shown as their owners know them, and no further. */
export async function listDeliveries(ctx: Ctx, asked: DeliveryFilter = {}): Promise<Page<Delivery>> {
  allow(ctx, 'delivery.read', nation);
  const { where, order, limit } = keyset(deliveries.id, asked);
  const { channel, state, kind, person } = asked;
  const found = await ctx.db
    .select({
      id: deliveries.id, kind: deliveries.kind, channel: deliveries.channel, state: deliveries.state, person: users.name, address: contactPoints.address, since: deliveries.since,
      nextAt: deliveries.nextAt, handedAt: deliveries.handedAt, provider: deliveries.provider, reason: deliveries.reason,
    })
    .from(deliveries)
    .innerJoin(users, eq(users.id, deliveries.userId))
    .leftJoin(contactPoints, eq(contactPoints.id, deliveries.contactId))
    .where(and(
      channel && eq(deliveries.channel, channel), state && eq(deliveries.state, state), kind && eq(deliveries.kind, kind), or(notInArray(deliveries.kind, confidentialKinds), inArray(deliveries.state, ['failed', 'unknown'])),
      person ? or(ilike(users.name, anywhere(person)), eq(users.username, person.toLowerCase())) : undefined, where,
    ))
    .orderBy(order)
    .limit(limit);
  const tries = await triesOf(ctx, found.map((row) => row.id));
  return pageOf(found.map((row) => ({ ...row, ...(isConfidential(row.kind) ? { person: '', address: '' } : { address: masked(row.address ?? '') }), tries: tries.get(row.id) ?? [] })), asked, (row) => row.id);
}

async function triesOf(ctx: Ctx, ids: string[]): Promise<Map<string, Try[]>> {
  const rows = ids.length === 0 ? [] : await ctx.db.select().from(deliveryTries).where(inArray(deliveryTries.deliveryId, ids)).orderBy(deliveryTries.id);
  return new Map([...Map.groupBy(rows, (row) => row.deliveryId)].map(([id, lines]) => [id, lines.map(({ provider, outcome, reason }) => ({ provider, outcome, reason }))]));
}

/** 送不出的通知数, of the last week, no further than a hundred. */
export async function countUndelivered(ctx: Ctx): Promise<number> {
  const since = new Date(ctx.now.getTime() - 7 * 86_400_000).toISOString();
  const { rows } = await ctx.db.execute<{ n: number }>(sql`
    select count(*)::int as n from (select 1 from ${deliveries} where ${deliveries.state} in ('failed', 'unknown') and ${deliveries.since} >= ${since} limit 100) few`);
  return rows[0]?.n ?? 0;
}

/** 开通的渠道: those for which the settings name a provider. */
export function openChannels(): Channel[] {
  return channels.filter((channel) => providers()[channel].length > 0);
}

/** 演示投递箱: what the file sink holds; in the demonstration only. */
export function listSunk(ctx: Ctx): Promise<Sunk[]> {
  allow(ctx, 'delivery.read', nation);
  if (config().DEMO !== 'yes') throw new Refusal('not-found', 404);
  return readSink(sinkFolder(config()), 50);
}
