import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { plainJson } from '#app/db/columns.ts';
import { type Fault, type Given, importKinds, importStates, rowStates } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** 导入: one file that one person brought, and how far it is. LOCAL. */
export const imports = pgTable(
  'imports',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    ownerId: text('owner_id').notNull().references(() => users.id, { onDelete: 'cascade' }),
    kind: text({ enum: importKinds }).notNull(),
    fileName: text('file_name').notNull(),
    locale: text({ enum: ['zh-CN', 'en'] }).notNull(),
    state: text({ enum: importStates }).notNull().default('preview'),
    rows: integer().notNull(),
    createdAt: at('created_at').notNull(),
    settledAt: at('settled_at'),
  },
  (t) => [index('imports_by_owner').on(t.ownerId, t.id)],
);

/** 导入行: one row of the file: what it says, what is wrong with it, what it did. LOCAL. */
export const importRows = pgTable(
  'import_rows',
  {
    importId: uuid('import_id').notNull().references(() => imports.id, { onDelete: 'cascade' }),
    line: integer().notNull(),
    given: plainJson().notNull().$type<Given>(),
    state: text({ enum: rowStates }).notNull(),
    faults: jsonb().notNull().$type<Fault[]>().default([]),
    /** What the row made or changed, how it was before, and what only its owner may read. */
    subjectId: text('subject_id'),
    before: plainJson().$type<Record<string, unknown>>(),
    sealed: text().notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.importId, t.line] }), index('import_rows_by_state').on(t.importId, t.state, t.line)],
);
