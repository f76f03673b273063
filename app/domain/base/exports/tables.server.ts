import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { exportStates, formats, listNames } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** 导出: one file that one person ordered; `scope` is the regions it was written for. LOCAL. */
export const listExports = pgTable(
  'exports',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    ownerId: text('owner_id').notNull().references(() => users.id, { onDelete: 'cascade' }),
    list: text({ enum: listNames }).notNull(),
    search: text().notNull(),
    format: text({ enum: formats }).notNull(),
    locale: text({ enum: ['zh-CN', 'en'] }).notNull(),
    state: text({ enum: exportStates }).notNull().default('waiting'),
    rows: integer().notNull().default(0),
    total: integer(),
    size: bigint({ mode: 'number' }),
    scope: jsonb().notNull().$type<string[]>().default([]),
    problem: text().notNull().default(''),
    orderedAt: at('ordered_at').notNull(),
    readyAt: at('ready_at'),
    expiresAt: at('expires_at'),
  },
  (t) => [index('exports_by_owner').on(t.ownerId, t.id), index('exports_to_expire').on(t.expiresAt).where(sql`state = 'ready'`)],
);
