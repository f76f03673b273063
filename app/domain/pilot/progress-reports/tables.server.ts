import { sql } from 'drizzle-orm';
import { boolean, check, date, foreignKey, index, integer, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { plainJson, regionCode } from '#app/db/columns.ts';
import type { Version } from '#app/domain/pilot/applications/answers.ts';
import { type HandedIn, type Prefilled, type ReportFormContent, reportStates } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const county = () => integer('county_code').notNull();
const newId = () => uuid().notNull().default(sql`uuidv7()`);

/** 进展报告表: questions and rhythm from a day on; the last one saved for a day counts, none is altered. REFERENCE. */
export const reportForms = pgTable(
  'report_forms',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    effectiveFrom: date('effective_from', { mode: 'string' }).notNull(),
    content: plainJson().notNull().$type<ReportFormContent>(),
    savedBy: text('saved_by').notNull(),
    savedByName: text('saved_by_name').notNull(),
    savedAt: at('saved_at').notNull(),
  },
  (t) => [index('report_forms_in_time').on(t.effectiveFrom, t.id)],
);

/** 进展报告 of one pilot and period; keeps the questions it was asked with. COUNTY. */
export const progressReports = pgTable(
  'progress_reports',
  {
    countyCode: county(),
    id: newId(),
    regionCode: regionCode('region_code').notNull(),
    pilotId: uuid('pilot_id').notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    untilOn: date('until_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    form: plainJson().notNull().$type<ReportFormContent>(),
    formId: text('form_id').notNull(),
    state: text({ enum: reportStates }).notNull().default('open'),
    round: integer().notNull().default(0),
    openedAt: at('opened_at').notNull(),
    handedInAt: at('handed_in_at'),
    checkedAt: at('checked_at'),
    checkedByName: text('checked_by_name').notNull().default(''),
    note: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    unique('one_report_per_period').on(t.countyCode, t.pilotId, t.untilOn),
    index('progress_reports_by_region').on(t.countyCode, t.regionCode, t.id),
    index('progress_reports_newest').on(t.id),
    index('progress_reports_due').on(t.dueOn).where(sql`state in ('open', 'returned')`),
    check('progress_report_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
  ],
);

type Column = Parameters<typeof foreignKey>[0]['columns'][0];
const ofReport = (t: { countyCode: Column; reportId: Column }, name: string) =>
  foreignKey({ name, columns: [t.countyCode, t.reportId], foreignColumns: [progressReports.countyCode, progressReports.id] });

/** 报告的答案: as it stands, with what it was prefilled with and what others wrote at the same time. COUNTY. */
export const reportAnswers = pgTable(
  'report_answers',
  {
    countyCode: county(),
    reportId: uuid('report_id').notNull(),
    questionId: text('question_id').notNull(),
    value: text().notNull(),
    prefilled: plainJson().$type<Prefilled>(),
    revision: integer().notNull().default(0),
    rivals: plainJson().notNull().$type<Version[]>(),
    savedBy: text('saved_by').notNull(),
    savedByName: text('saved_by_name').notNull(),
    savedAt: at('saved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.reportId, t.questionId] }), ofReport(t, 'answer_of_report')],
);

/** 交来的报告: each round as it was handed in, with its receipt; only added, never changed. COUNTY. */
export const reportSubmissions = pgTable(
  'report_submissions',
  {
    countyCode: county(),
    reportId: uuid('report_id').notNull(),
    round: integer().notNull(),
    content: plainJson().notNull().$type<HandedIn>(),
    hash: text().notNull(),
    receiptCode: text('receipt_code').notNull(),
    isLate: boolean('is_late').notNull(),
    submittedBy: text('submitted_by').notNull(),
    submittedByName: text('submitted_by_name').notNull(),
    submittedAt: at('submitted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.reportId, t.round] }), ofReport(t, 'submission_of_report')],
);

/** 退回理由: what is to be put right, by question, in one round. COUNTY. */
export const reportRemarks = pgTable(
  'report_remarks',
  {
    countyCode: county(),
    reportId: uuid('report_id').notNull(),
    round: integer().notNull(),
    questionId: text('question_id').notNull(),
    reason: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.reportId, t.round, t.questionId] }), ofReport(t, 'remark_on_report')],
);
