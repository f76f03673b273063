import { boolean, customType, date, index, integer, pgTable, smallint, text, timestamp } from 'drizzle-orm/pg-core';
import { regionCode } from '#app/db/columns.ts';
import { kinds } from './model.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** 行政区划: all five levels, from the nation's provinces to its committees. REFERENCE. */
export const regions = pgTable(
  'regions',
  {
    code: regionCode().primaryKey(),
    level: smallint().notNull(),
    name: text().notNull(),
    /** What the cascade shows above it: synthetic nodes are skipped. Null for a province. */
    parentCode: regionCode('parent_code'),
    kind: text({ enum: kinds }).notNull(),
    isSynthetic: boolean('is_synthetic').notNull().default(false),
    isVirtual: boolean('is_virtual').notNull().default(false),
    /** No longer in the newest edition of the codes; kept, because others point at it. */
    isEnded: boolean('is_ended').notNull().default(false),
    successorCode: regionCode('successor_code'),
    pinyin: regionCode().notNull(),
    initials: regionCode().notNull(),
    words: tsvector().notNull(),
  },
  (t) => [
    index('regions_by_parent').on(t.parentCode, t.code),
    index('regions_by_pinyin').on(t.level, t.pinyin),
    index('regions_by_initials').on(t.level, t.initials),
    index('regions_by_words').using('gin', t.words),
  ],
);

/** 区划版本: which edition of the codes is loaded. LOCAL. */
export const regionEditions = pgTable('region_editions', {
  version: text().primaryKey(),
  asOf: date('as_of', { mode: 'string' }).notNull(),
  rows: integer().notNull(),
  loadedAt: timestamp('loaded_at', { withTimezone: true }).notNull(),
});
