import { sql } from 'drizzle-orm';
import { index, integer, pgTable, smallint, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { plainJson, regionCode } from '#app/db/columns.ts';
import { type ReportContent, reportStates } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** 年度报告: made once from what was known at a moment, then frozen; a later making is another one. LOCAL. */
export const annualReports = pgTable(
  'annual_reports',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    regionCode: regionCode('region_code').notNull(),
    year: smallint().notNull(),
    number: integer().notNull(),
    asOf: at('as_of').notNull(),
    state: text({ enum: reportStates }).notNull().default('waiting'),
    content: plainJson().$type<ReportContent>(),
    hash: text(),
    orderedBy: text('ordered_by').notNull(),
    orderedByName: text('ordered_by_name').notNull(),
    orderedAt: at('ordered_at').notNull(),
    madeAt: at('made_at'),
    publishedByName: text('published_by_name').notNull().default(''),
    publishedAt: at('published_at'),
  },
  (t) => [unique('annual_reports_numbered').on(t.regionCode, t.year, t.number), index('annual_reports_shown').on(t.state, t.id)],
);
