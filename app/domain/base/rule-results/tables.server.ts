import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, real, smallint, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { regionCode } from '#app/db/columns.ts';
import { editions } from '#app/domain/base/standard/tables.server.ts';
import { levels, streams } from './model.ts';

const about = () => ({
  countyCode: integer('county_code').notNull(),
  year: smallint().notNull(),
  regionCode: regionCode('region_code').notNull(),
  stream: text({ enum: streams }).notNull(),
});

/** 细则结果: the level of one rule as it stands now; grows with communities × rules, parted by year. COUNTY. */
export const ruleResults = pgTable(
  'rule_results',
  { ...about(), ruleId: text('rule_id').notNull(), level: text({ enum: levels }).notNull() },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.year, t.regionCode, t.stream, t.ruleId] }),
    check('rule_result_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
  ],
);

/** 结果单: what one source concluded of all rules at one moment; only added, never changed. COUNTY. */
export const resultSheets = pgTable(
  'result_sheets',
  {
    ...about(),
    id: uuid().notNull().default(sql`uuidv7()`),
    editionId: text('edition_id').notNull().references(() => editions.id),
    revision: integer().notNull(),
    letters: text().notNull(),
    score: real(),
    sourceId: text('source_id').notNull(),
    concludedAt: timestamp('concluded_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    unique('one_sheet_per_revision').on(t.countyCode, t.regionCode, t.stream, t.year, t.revision),
    index('result_sheets_by_time').on(t.countyCode, t.regionCode, t.stream, t.concludedAt),
    check('result_sheet_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
  ],
);

/** 待汇总: what a conclusion changed and the roll-ups do not hold yet; null letters mean there was, or is, nothing. COUNTY. */
export const resultChanges = pgTable(
  'result_changes',
  {
    ...about(),
    id: uuid().notNull().default(sql`uuidv7()`),
    editionId: text('edition_id').notNull(),
    before: text(),
    after: text(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.id] }), check('result_change_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`)],
);
