import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, county, day, inItsCounty, plainJson, regionCode } from '#app/db/columns.ts';
import type { ComplianceContent } from './model.ts';

/** 年末人数: how many children a place had on the last day of a year, by age; later erasures do not alter it. COUNTY. */
export const minorStocks = pgTable(
  'minor_stocks',
  {
    countyCode: county(),
    regionCode: regionCode('region_code').notNull(),
    year: smallint().notNull(),
    under14: integer().notNull(),
    from14: integer().notNull(),
    grown: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.regionCode, t.year] }), index('minor_stocks_by_year').on(t.year, t.regionCode), inItsCounty('minor_stock_in_its_county', t)],
);

/** 清点: when the children of a year were counted; final once the year was over. LOCAL. */
export const stockTakings = pgTable('stock_takings', { year: smallint().primaryKey(), takenAt: at('taken_at').notNull(), isFinal: boolean('is_final').notNull(), children: integer().notNull() });

/** 报送: what was reported for a place and a year, frozen; a correction is another one. LOCAL. */
export const complianceFilings = pgTable(
  'compliance_filings',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    regionCode: regionCode('region_code').notNull(),
    year: smallint().notNull(),
    number: integer().notNull(),
    content: plainJson().notNull().$type<ComplianceContent>(),
    hash: text().notNull(),
    filedOn: day('filed_on').notNull(),
    receipt: text().notNull(),
    note: text().notNull().default(''),
    filedBy: text('filed_by').notNull(),
    filedByName: text('filed_by_name').notNull(),
    filedAt: at('filed_at').notNull(),
  },
  (t) => [unique('compliance_filings_numbered').on(t.regionCode, t.year, t.number), index('compliance_filings_by_year').on(t.year, t.regionCode)],
);
