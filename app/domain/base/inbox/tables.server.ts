import { sql } from 'drizzle-orm';
import { boolean, index, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { users } from '#app/domain/base/accounts/tables.server.ts';

/** 站内消息: one message to one person; `cause` keeps it from being told twice; a new one awaits its delivery by other ways. LOCAL. */
export const messages = pgTable(
  'messages',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    userId: text('user_id').notNull().references(() => users.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    params: jsonb().notNull().$type<Record<string, string | number>>(),
    link: text().notNull(),
    cause: text().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    awaitsDelivery: boolean('awaits_delivery').notNull().default(false),
    readAt: timestamp('read_at', { withTimezone: true }),
  },
  (t) => [unique('told_once').on(t.userId, t.kind, t.cause), index('messages_by_person').on(t.userId, t.id), index('messages_unread').on(t.userId).where(sql`read_at is null`), index('messages_to_deliver').on(t.id).where(sql`awaits_delivery`)],
);
