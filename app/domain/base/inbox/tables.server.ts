import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { users } from '#app/domain/base/accounts/tables.server.ts';

/** 站内消息: one message to one person; `cause` keeps it from being told twice. LOCAL. */
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
    readAt: timestamp('read_at', { withTimezone: true }),
  },
  (t) => [unique('told_once').on(t.userId, t.kind, t.cause), index('messages_by_person').on(t.userId, t.id), index('messages_unread').on(t.userId).where(sql`read_at is null`)],
);
