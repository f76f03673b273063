import { and, eq, exists, isNull, lt, ne, sql } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { namesOf } from '#app/domain/base/accounts/people.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { webhookDeliveries, webhooks } from './tables.server.ts';

const shown = {
  id: webhooks.id, name: webhooks.name, url: webhooks.url, events: webhooks.events, regionCode: webhooks.regionCode, createdBy: webhooks.createdBy,
  createdAt: webhooks.createdAt, failingSince: webhooks.failingSince, pausedAt: webhooks.pausedAt, pausedWhy: webhooks.pausedWhy, formerUntil: webhooks.formerUntil,
};

const alive = (ctx: Ctx) => and(within(ctx, 'interface.list', webhooks.regionCode), isNull(webhooks.endedAt));

async function named<R extends { regionCode: string; createdBy: string }>(ctx: Ctx, rows: R[]) {
  const placeOf = await placeNames(ctx, rows.map((row) => row.regionCode));
  const names = await namesOf(ctx, rows.map((row) => row.createdBy));
  return rows.map((row) => ({ ...row, region: placeOf(row.regionCode), by: names.get(row.createdBy) ?? '' }));
}

/** 订阅列表 in the administrator's region, newest first. */
export async function listWebhooks(ctx: Ctx, cursor: Cursor = {}) {
  allowAnywhere(ctx, 'interface.list');
  const step = keyset(webhooks.id, cursor);
  const page = pageOf(await ctx.db.select(shown).from(webhooks).where(and(alive(ctx), step.where)).orderBy(step.order).limit(step.limit), cursor, (row) => row.id);
  return { ...page, rows: await named(ctx, page.rows) };
}

/** 一个订阅; its secrets are never read back. */
export async function getWebhook(ctx: Ctx, id: string) {
  allowAnywhere(ctx, 'interface.list');
  const [row] = isId(id) ? await ctx.db.select(shown).from(webhooks).where(and(eq(webhooks.id, id), alive(ctx))) : [];
  if (!row) throw new Refusal('webhook-not-found', 404);
  return (await named(ctx, [row]))[0]!;
}

/** 推送记录 of one subscription, newest first. */
export async function listDeliveries(ctx: Ctx, webhookId: string, cursor: Cursor = {}) {
  const step = keyset(webhookDeliveries.id, cursor, 30);
  const theirs = ctx.db.select({ one: sql`1` }).from(webhooks).where(and(eq(webhooks.id, webhookDeliveries.webhookId), alive(ctx)));
  const { id, event, state, tries, nextAt, lastAt, lastStatus, lastAnswer, createdAt, body } = webhookDeliveries;
  const rows = await ctx.db
    .select({ id, event, state, tries, nextAt, lastAt, lastStatus, lastAnswer, createdAt, body })
    .from(webhookDeliveries)
    .where(and(isId(webhookId) ? eq(webhookDeliveries.webhookId, webhookId) : sql`false`, exists(theirs), step.where))
    .orderBy(step.order)
    .limit(step.limit);
  return pageOf(rows, cursor, (row) => row.id, 30);
}

/** 清除推送记录 older than ninety days that are over. */
export async function forgetDeliveries(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now.getTime() - 90 * 86_400_000);
  const gone = await ctx.db.delete(webhookDeliveries).where(and(lt(webhookDeliveries.createdAt, before), ne(webhookDeliveries.state, 'waiting'))).returning({ id: webhookDeliveries.id });
  return gone.length;
}
