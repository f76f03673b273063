import { sql } from 'drizzle-orm';
import { index, integer, pgTable, smallint, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, plainJson, regionCode } from '#app/db/columns.ts';
import { cityPlans } from '#app/domain/city/city-plans/tables.server.ts';
import { type Narrative, type ReportContent, reportKinds, reportStates } from './model.ts';

/** 监测报告: what a plan came to in a year, or in all; frozen when it is handed up, a correction is another edition. LOCAL. */
export const monitoringReports = pgTable(
  'monitoring_reports',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    planId: uuid('plan_id').notNull().references(() => cityPlans.id),
    regionCode: regionCode('region_code').notNull(),
    kind: text({ enum: reportKinds }).notNull(),
    year: smallint().notNull(),
    edition: integer().notNull(),
    /** 更正说明: why there is another edition; the first has none. */
    why: text().notNull().default(''),
    state: text({ enum: reportStates }).notNull().default('draft'),
    /** How often it was saved, so that nobody writes over a colleague. */
    saved: integer().notNull().default(1),
    content: plainJson().notNull().$type<ReportContent>(),
    narrative: plainJson().notNull().$type<Narrative>(),
    /** 内容指纹, from the moment it was handed up. */
    hash: text(),
    startedByName: text('started_by_name').notNull(),
    startedAt: at('started_at').notNull(),
    handedUpById: text('handed_up_by_id'),
    handedUpByName: text('handed_up_by_name').notNull().default(''),
    handedUpAt: at('handed_up_at'),
    /** 退回意见 of the second person, until it is handed up again. */
    returned: text().notNull().default(''),
    publishedByName: text('published_by_name').notNull().default(''),
    publishedAt: at('published_at'),
  },
  (t) => [
    unique('monitoring_reports_numbered').on(t.planId, t.kind, t.year, t.edition),
    uniqueIndex('one_monitoring_report_in_work').on(t.planId, t.kind, t.year).where(sql`state <> 'published'`),
    index('monitoring_reports_by_region').on(t.regionCode, t.id),
  ],
);
