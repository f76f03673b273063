import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { plainJson, regionCode } from '#app/db/columns.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { deliveryStates, type EventKind, pauses } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const newId = () => uuid().primaryKey().default(sql`uuidv7()`);

/** 系统客户端: an account of a machine; it has no password and acts by access tokens alone. LOCAL. */
export const systemClients = pgTable('system_clients', {
  userId: text('user_id').primaryKey().references(() => users.id),
  purpose: text().notNull(),
  contact: text().notNull(),
  registeredBy: text('registered_by').notNull(),
  registeredAt: at('registered_at').notNull(),
});

/** 访问令牌: kept as a hash; it may do no more than its verbs, in its place, of what its owner may do at that moment. LOCAL. */
export const accessTokens = pgTable(
  'access_tokens',
  {
    id: newId(),
    userId: text('user_id').notNull().references(() => users.id),
    name: text().notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    ending: text().notNull(),
    verbs: plainJson().notNull().$type<string[]>(),
    regionCode: regionCode('region_code').notNull(),
    organisationId: uuid('organisation_id'),
    perMinute: integer('per_minute').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    lastUsedAt: at('last_used_at'),
    revokedAt: at('revoked_at'),
  },
  (t) => [index('access_tokens_by_owner').on(t.userId, t.id)],
);

/** 幂等应答: what a client was answered under a key of its own, to be answered again. LOCAL. */
export const keptAnswers = pgTable(
  'kept_answers',
  {
    userId: text('user_id').notNull().references(() => users.id),
    key: text().notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer().notNull().default(0),
    headers: plainJson().notNull().$type<Record<string, string>>().default({}),
    body: text().notNull().default(''),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.key] }), index('kept_answers_by_expiry').on(t.expiresAt)],
);

/** 推送订阅: which events of which region are sent where; its secrets are sealed. LOCAL. */
export const webhooks = pgTable(
  'webhooks',
  {
    id: newId(),
    name: text().notNull(),
    url: text().notNull(),
    events: plainJson().notNull().$type<EventKind[]>(),
    regionCode: regionCode('region_code').notNull(),
    secret: text().notNull(),
    formerSecret: text('former_secret'),
    formerUntil: at('former_until'),
    createdBy: text('created_by').notNull().references(() => users.id),
    createdAt: at('created_at').notNull(),
    failingSince: at('failing_since'),
    pausedAt: at('paused_at'),
    pausedWhy: text('paused_why', { enum: pauses }),
    endedAt: at('ended_at'),
  },
  (t) => [index('webhooks_by_region').on(t.regionCode, t.id)],
);

/** 推送: one event on its way to one subscription, with how its last try went. LOCAL. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: newId(),
    webhookId: uuid('webhook_id').notNull().references(() => webhooks.id),
    recordId: uuid('record_id').notNull(),
    event: text().notNull(),
    body: text().notNull(),
    state: text({ enum: deliveryStates }).notNull().default('waiting'),
    tries: integer().notNull().default(0),
    nextAt: at('next_at').notNull(),
    lastAt: at('last_at'),
    lastStatus: integer('last_status'),
    lastAnswer: text('last_answer').notNull().default(''),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    unique('one_delivery_per_event').on(t.webhookId, t.recordId),
    index('webhook_deliveries_by_webhook').on(t.webhookId, t.id),
    index('webhook_deliveries_due').on(t.nextAt).where(sql`state = 'waiting'`),
  ],
);

/** 日历链接: the secret address of somebody's own calendar, kept as a hash. LOCAL. */
export const calendarLinks = pgTable('calendar_links', {
  userId: text('user_id').primaryKey().references(() => users.id, { onDelete: 'cascade' }),
  tokenHash: text('token_hash').notNull().unique(),
  createdAt: at('created_at').notNull(),
});
