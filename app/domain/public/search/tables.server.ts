import { sql } from 'drizzle-orm';
import { customType, date, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { regionCode } from '#app/db/columns.ts';
import { entryKinds } from './model.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * 搜索条目: what may be found, with its words; `audience` are the verbs whose holders may see it in its region, none means everybody.
 * Made from the rooms' own tables and rebuilt from them at any time. LOCAL.
 */
export const searchEntries = pgTable(
  'search_entries',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    kind: text({ enum: entryKinds }).notNull(),
    subjectId: text('subject_id').notNull(),
    audience: text().array().notNull(),
    regionCode: regionCode('region_code').notNull(),
    day: date({ mode: 'string' }),
    title: text().notNull(),
    titleEn: text('title_en').notNull(),
    body: text().notNull(),
    bodyEn: text('body_en').notNull(),
    link: text().notNull(),
    words: tsvector().notNull(),
  },
  (t) => [
    unique('one_entry_per_subject').on(t.kind, t.subjectId),
    index('search_entries_by_words').using('gin', t.words),
    // For words that stand in nearly every text: the newest are read in their order, instead of all of them being sorted.
    index('search_entries_by_day').on(t.day.desc().nullsLast(), t.id.desc()),
  ],
);
