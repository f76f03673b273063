import { sql } from 'drizzle-orm';
import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { plainJson } from '#app/db/columns.ts';
import type { Answer } from '#app/domain/pilot/calls/model.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';

/** 一项导入: what stood before, and the revision that the import wrote. */
export type ImportedLine = { questionId: string; before: Answer; revision: number };

/** 导入: what was taken from a filled form, so that it can be undone. LOCAL. */
export const formImports = pgTable(
  'form_imports',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    applicationId: uuid('application_id').notNull().references(() => applications.id, { onDelete: 'cascade' }),
    fileName: text('file_name').notNull(),
    sha256: text().notNull(),
    lines: plainJson().notNull().$type<ImportedLine[]>(),
    importedBy: text('imported_by').notNull(),
    importedByName: text('imported_by_name').notNull(),
    importedAt: timestamp('imported_at', { withTimezone: true }).notNull(),
    undoneAt: timestamp('undone_at', { withTimezone: true }),
  },
  (t) => [index('form_imports_by_application').on(t.applicationId, t.id)],
);
