import { sql } from 'drizzle-orm';
import { check, date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { regionCode } from '#app/db/columns.ts';
import { forms } from './model.ts';

/** 负担: what one hand-in asked of a place: how many fields, how many came filled, how many were reused evidence. COUNTY. */
export const burdenCounts = pgTable(
  'burden_counts',
  {
    countyCode: integer('county_code').notNull(),
    form: text({ enum: forms }).notNull(),
    subjectId: text('subject_id').notNull(),
    regionCode: regionCode('region_code').notNull(),
    day: date({ mode: 'string' }).notNull(),
    asked: integer().notNull(),
    prefilled: integer().notNull(),
    reused: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.form, t.subjectId] }),
    check('burden_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
    check('no_more_filled_than_asked', sql`${t.asked} >= 0 and ${t.prefilled} >= 0 and ${t.reused} >= 0 and ${t.prefilled} + ${t.reused} <= ${t.asked}`),
  ],
);
