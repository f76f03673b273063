import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, timestamp, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { plainJson } from '#app/db/columns.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { channels, deliveryStates, digests } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const id = () => uuid().primaryKey().default(sql`uuidv7()`);

/** 联系方式: an address of a person's own, proven by a code; at most one proven and one waiting for each channel. LOCAL. */
export const contactPoints = pgTable(
  'contact_points',
  {
    id: id(),
    userId: text('user_id').notNull().references(() => users.id, { onDelete: 'cascade' }),
    channel: text({ enum: channels }).notNull(),
    address: text().notNull(),
    issuedAt: at('issued_at').notNull(),
    verifiedAt: at('verified_at'),
  },
  (t) => [
    uniqueIndex('one_proven_contact').on(t.userId, t.channel).where(sql`verified_at is not null`),
    uniqueIndex('one_waiting_contact').on(t.userId, t.channel).where(sql`verified_at is null`),
  ],
);

/** 通知偏好. LOCAL. */
export const notificationPreferences = pgTable('notification_preferences', {
  userId: text('user_id').primaryKey().references(() => users.id, { onDelete: 'cascade' }),
  locale: text({ enum: ['zh-CN', 'en'] }).notNull(),
  digest: text({ enum: digests }).notNull(),
  quietFrom: text('quiet_from').notNull(),
  quietTo: text('quiet_to').notNull(),
  choices: plainJson().notNull(),
  updatedAt: at('updated_at').notNull(),
});

/** 通知模板: every version stays; the newest of a kind and language counts, and one without words means the built-in ones. LOCAL. */
export const notificationTemplates = pgTable(
  'notification_templates',
  {
    id: id(),
    kind: text().notNull(),
    locale: text({ enum: ['zh-CN', 'en'] }).notNull(),
    version: integer().notNull(),
    subject: text(),
    body: text(),
    short: text(),
    editedBy: text('edited_by').notNull(),
    editedAt: at('edited_at').notNull(),
  },
  (t) => [unique('one_template_version').on(t.kind, t.locale, t.version)],
);

/** 投递: one letter by one way; its id is the key that keeps it from going twice. `since` is when it should go, `nextAt` when it is tried next. LOCAL. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: id(),
    userId: text('user_id').notNull().references(() => users.id, { onDelete: 'cascade' }),
    messageId: uuid('message_id').references(() => messages.id, { onDelete: 'cascade' }),
    digestId: uuid('digest_id'),
    contactId: uuid('contact_id').references(() => contactPoints.id, { onDelete: 'set null' }),
    channel: text({ enum: channels }).notNull(),
    kind: text().notNull(),
    state: text({ enum: deliveryStates }).notNull(),
    isUrgent: boolean('is_urgent').notNull().default(false),
    createdAt: at('created_at').notNull(),
    since: at('since').notNull(),
    nextAt: at('next_at').notNull(),
    round: integer().notNull().default(1),
    attempts: integer().notNull().default(0),
    claimedAt: at('claimed_at'),
    handedAt: at('handed_at'),
    provider: text(),
    reason: text(),
  },
  (t) => [
    unique('one_delivery_per_way').on(t.messageId, t.channel),
    index('deliveries_by_state').on(t.state, t.id),
    index('deliveries_by_time').on(t.since),
    index('deliveries_by_person').on(t.userId, t.id),
    index('deliveries_by_digest').on(t.digestId).where(sql`digest_id is not null`),
    index('deliveries_held').on(t.userId).where(sql`state = 'held'`),
  ],
);

/** 投递尝试: written before a provider is asked and completed after; a line without an outcome was interrupted. LOCAL. */
export const deliveryTries = pgTable(
  'delivery_tries',
  {
    id: id(),
    deliveryId: uuid('delivery_id').notNull().references(() => deliveries.id, { onDelete: 'cascade' }),
    provider: text().notNull(),
    startedAt: at('started_at').notNull(),
    endedAt: at('ended_at'),
    outcome: text({ enum: ['accepted', 'refused', 'unknown'] }),
    reason: text(),
    reference: text(),
  },
  (t) => [index('delivery_tries_by_delivery').on(t.deliveryId, t.id)],
);
