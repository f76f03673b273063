import { boolean, date, pgTable, text } from 'drizzle-orm/pg-core';

/** 工作日历: days that differ from the library's calendar; this table wins. REFERENCE. */
export const calendarDays = pgTable('calendar_days', {
  day: date({ mode: 'string' }).primaryKey(),
  isWorkday: boolean('is_workday').notNull(),
  name: text().notNull(),
  source: text().notNull(),
});
