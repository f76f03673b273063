import { sql } from 'drizzle-orm';
import { date, index, integer, pgPolicy, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { plainJson } from '#app/db/columns.ts';
import { editions } from '#app/domain/base/standard/tables.server.ts';
import { type RubricContent, rubricStates } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** 评分表: items and weights of one edition from a day on; the app's role may alter or remove a draft only. REFERENCE. */
export const rubrics = pgTable(
  'rubrics',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    editionId: text('edition_id').notNull().references(() => editions.id),
    zh: text().notNull(),
    en: text().notNull(),
    note: text().notNull().default(''),
    noteEn: text('note_en').notNull().default(''),
    effectiveFrom: date('effective_from', { mode: 'string' }).notNull(),
    state: text({ enum: rubricStates }).notNull().default('draft'),
    content: plainJson().notNull().$type<RubricContent>(),
    revision: integer().notNull().default(0),
    createdBy: text('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    publishedAt: at('published_at'),
    publishedBy: text('published_by'),
  },
  (t) => [
    index('rubrics_in_force').on(t.editionId, t.state, t.effectiveFrom),
    pgPolicy('everybody_reads_rubrics', { for: 'select', using: sql`true` }),
    pgPolicy('a_rubric_begins_as_a_draft', { for: 'insert', withCheck: sql`state = 'draft'` }),
    pgPolicy('only_a_draft_rubric_changes', { for: 'update', using: sql`state = 'draft'`, withCheck: sql`true` }),
    pgPolicy('only_a_draft_rubric_goes', { for: 'delete', using: sql`state = 'draft'` }),
  ],
);
