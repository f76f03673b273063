import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { fileStates, scanStates } from './model.ts';

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
    /** 原件 of a photograph that no browser shows: kept as it came, never sent out; what is shown is the picture made from it. */
    originalKey: text('original_key'),
    originalSize: integer('original_size').notNull().default(0),
    state: text({ enum: fileStates }).notNull().default('stored'),
    scan: text({ enum: scanStates }).notNull().default('waiting'),
    scannedAt: timestamp('scanned_at', { withTimezone: true }),
    finding: text().notNull().default(''),
    /** 保全: the legal ground on which its content must not be deleted; empty for everything else. */
    heldFor: text('held_for').notNull().default(''),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [index('files_by_hash').on(t.sha256), index('files_by_owner').on(t.ownerId, t.createdAt), index('files_to_scan').on(t.id).where(sql`scan = 'waiting'`)],
);
