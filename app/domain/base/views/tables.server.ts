import { sql } from 'drizzle-orm';
import { boolean, pgTable, primaryKey, text, timestamp, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { viewedLists } from './model.ts';

const owner = () => text('user_id').notNull().references(() => users.id, { onDelete: 'cascade' });

/** 保存的视图: one person's own. LOCAL. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    userId: owner(),
    list: text({ enum: viewedLists }).notNull(),
    name: text().notNull(),
    search: text().notNull(),
    isDefault: boolean('is_default').notNull().default(false),
    savedAt: timestamp('saved_at', { withTimezone: true }).notNull(),
  },
  (t) => [unique('one_view_of_a_name').on(t.userId, t.list, t.name), uniqueIndex('one_default_view').on(t.userId, t.list).where(sql`is_default`)],
);

/** 列的选择: the columns of a list that one person leaves out. LOCAL. */
export const listColumns = pgTable(
  'list_columns',
  { userId: owner(), list: text({ enum: viewedLists }).notNull(), hidden: text().array().notNull() },
  (t) => [primaryKey({ columns: [t.userId, t.list] })],
);
