import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { regionCode } from '#app/db/columns.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { pilotStates } from './model.ts';

/** 社区档案: what is known of a unit, counts only; it fills the next form. LOCAL. */
export const communities = pgTable('communities', {
  regionCode: regionCode('region_code').primaryKey().references(() => regions.code),
  facts: jsonb().notNull().$type<Record<string, unknown>>(),
  about: text().notNull().default(''),
  isInvented: boolean('is_invented').notNull().default(false),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
});

/** 试点: a community that a final notice made a pilot. LOCAL. */
export const pilots = pgTable(
  'pilots',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    regionCode: regionCode('region_code').notNull().references(() => regions.code),
    applicationId: uuid('application_id').notNull(),
    noticeId: uuid('notice_id').notNull(),
    callTitle: text('call_title').notNull(),
    since: date({ mode: 'string' }).notNull(),
    state: text({ enum: pilotStates }).notNull().default('pilot'),
    summary: text().notNull().default(''),
    children: integer(),
  },
  (t) => [unique('one_pilot_per_application').on(t.applicationId), index('pilots_by_region').on(t.regionCode)],
);
