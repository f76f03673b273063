import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { fileStates } from './model.ts';

/** 附件: one stored file; its content lies under its hash, its receipt is that hash. LOCAL. */
export const files = pgTable(
  'files',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    ownerId: text('owner_id').notNull().references(() => users.id),
    name: text().notNull(),
    mediaType: text('media_type').notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    pages: integer(),
    thumbnailKey: text('thumbnail_key'),
    state: text({ enum: fileStates }).notNull().default('stored'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [index('files_by_hash').on(t.sha256), index('files_by_owner').on(t.ownerId)],
);
