import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { files } from '#app/domain/base/files/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { redactionWays } from './model.ts';

/** 遮盖件: the copy of a paper that names nobody, for reviewers who must not know who applies; the newest one counts. LOCAL. */
export const redactedPapers = pgTable(
  'redacted_papers',
  {
    applicationId: uuid('application_id').notNull().references(() => applications.id),
    fileId: uuid('file_id').notNull().references(() => files.id),
    redactedFileId: uuid('redacted_file_id').notNull().references(() => files.id),
    way: text({ enum: redactionWays }).notNull(),
    madeBy: text('made_by').notNull(),
    madeByName: text('made_by_name').notNull(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.fileId] })],
);
