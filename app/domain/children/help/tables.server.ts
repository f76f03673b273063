import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { plainJson, regionCode } from '#app/db/columns.ts';
import type { Hotline } from './model.ts';

/** 求助设置: the numbers and the grown-up of a region that set its own; what lies below inherits them. REFERENCE. */
export const regionHelp = pgTable('region_help', {
  regionCode: regionCode('region_code').primaryKey(),
  lines: plainJson('lines').$type<Hotline[]>().notNull(),
  adult: text().notNull().default(''),
  adultEn: text('adult_en').notNull().default(''),
  setBy: text('set_by').notNull(),
  setAt: timestamp('set_at', { withTimezone: true }).notNull(),
});
