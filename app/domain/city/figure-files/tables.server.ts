import { sql } from 'drizzle-orm';
import { customType, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at, plainJson } from '#app/db/columns.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { type FigureReport, figureStates } from './model.ts';

const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({ dataType: () => 'bytea', toDriver: (value) => Buffer.from(value) });

/** 数值表: one workbook of figures that one person brought, and how far it is. LOCAL. */
export const figureFiles = pgTable(
  'figure_files',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    ownerId: text('owner_id').notNull().references(() => users.id, { onDelete: 'cascade' }),
    fileName: text('file_name').notNull(),
    hash: text().notNull(),
    /** 来表原件: until it is settled. */
    content: bytea(),
    locale: text({ enum: ['zh-CN', 'en'] }).notNull(),
    state: text({ enum: figureStates }).notNull().default('checking'),
    /** How many of how many rows the job has come to. */
    done: integer().notNull().default(0),
    total: integer().notNull().default(0),
    report: plainJson().$type<FigureReport>(),
    /** Why the figures are corrected, where any is. */
    reason: text().notNull().default(''),
    /** Why nothing came of it, when not by its cells. */
    refusal: text().notNull().default(''),
    createdAt: at('created_at').notNull(),
    settledAt: at('settled_at'),
  },
  (t) => [index('figure_files_by_owner').on(t.ownerId, t.id)],
);
