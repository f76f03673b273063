import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { plainJson, regionCode } from '#app/db/columns.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { letterKinds, type LetterContent, type LetterText } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const newId = () => uuid().primaryKey().default(sql`uuidv7()`);

/** 文书模板: every version stays; the highest one counts. LOCAL. */
export const letterTemplates = pgTable(
  'letter_templates',
  {
    id: newId(),
    kind: text({ enum: letterKinds }).notNull(),
    version: integer().notNull(),
    zh: plainJson().notNull().$type<LetterText>(),
    en: plainJson().notNull().$type<LetterText>(),
    restoredFrom: integer('restored_from'),
    savedBy: text('saved_by').notNull(),
    savedByName: text('saved_by_name').notNull(),
    savedAt: at('saved_at').notNull(),
  },
  (t) => [unique('one_letter_template_per_version').on(t.kind, t.version)],
);

/** 文书: a letter as it was made, with its 文号; never changed. LOCAL. */
export const letters = pgTable(
  'letters',
  {
    id: newId(),
    number: text().notNull().unique(),
    kind: text({ enum: letterKinds }).notNull(),
    templateVersion: integer('template_version').notNull(),
    applicationId: uuid('application_id').notNull().references(() => applications.id),
    round: integer().notNull(),
    regionCode: regionCode('region_code').notNull(),
    content: plainJson().notNull().$type<LetterContent>(),
    madeBy: text('made_by').notNull(),
    madeByName: text('made_by_name').notNull(),
    madeAt: at('made_at').notNull(),
  },
  (t) => [unique('one_letter_per_kind_and_round').on(t.applicationId, t.kind, t.round), index('letters_by_application').on(t.applicationId, t.id)],
);

/** 文号: the last number given out in a year. LOCAL. */
export const letterNumbers = pgTable('letter_numbers', {
  year: integer().primaryKey(),
  last: integer().notNull(),
});
