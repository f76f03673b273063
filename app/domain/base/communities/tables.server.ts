import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, point, real, smallint, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
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

/**
 * 相似社区: where each community with results stands among its like: its kind, its part of the country, how many children,
 * which share of them in which ages; `place` is the point by which the nearest are found. Made anew from the other tables. LOCAL.
 */
export const alikePlaces = pgTable(
  'alike_places',
  {
    regionCode: regionCode('region_code').primaryKey(),
    setting: smallint().notNull(),
    part: smallint().notNull(),
    logChildren: real('log_children'),
    infants: real(),
    preschool: real(),
    school: real(),
    place: point({ mode: 'tuple' }).notNull(),
  },
  (t) => [index('alike_places_nearest').using('gist', t.place)],
);

/** 相似的尺度: mean and spread by which the features are made comparable; one row. LOCAL. */
export const alikeScale = pgTable('alike_scale', {
  id: smallint().primaryKey(),
  means: real().array().notNull(),
  spreads: real().array().notNull(),
  communities: integer().notNull(),
  measuredAt: timestamp('measured_at', { withTimezone: true }).notNull(),
});
