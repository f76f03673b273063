import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { files } from '#app/domain/base/files/tables.server.ts';
import { organisations } from '#app/domain/base/organisations/tables.server.ts';
import { plainJson, regionCode } from '#app/db/columns.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import type { Version } from './answers.ts';
import { type Answer, papers } from '#app/domain/pilot/calls/model.ts';
import { selfCheckLevels, statuses, verdicts } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const newId = () => uuid().primaryKey().default(sql`uuidv7()`);

/** 申报. LOCAL. */
export const applications = pgTable(
  'applications',
  {
    id: newId(),
    number: text().notNull().unique(),
    callId: uuid('call_id').notNull().references(() => calls.id),
    regionCode: regionCode('region_code').notNull().references(() => regions.code),
    applicantCode: regionCode('applicant_code').notNull().references(() => regions.code),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    status: text({ enum: statuses }).notNull().default('draft'),
    startedBy: text('started_by').notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    submittedAt: at('submitted_at'),
    checkDueOn: date('check_due_on', { mode: 'string' }),
    returnedAt: at('returned_at'),
    answerDueOn: date('answer_due_on', { mode: 'string' }),
    round: integer().notNull().default(0),
    decidedAt: at('decided_at'),
  },
  (t) => [
    unique('one_application_per_unit_and_call').on(t.callId, t.regionCode),
    index('applications_by_region').on(t.regionCode),
    index('applications_by_applicant').on(t.applicantCode),
    index('applications_by_status').on(t.status, t.regionCode, t.id),
    index('applications_by_call').on(t.callId, t.status, t.id),
    // A page and its counts are chosen in the index alone, whatever the region.
    index('applications_by_time').on(t.status, t.id, t.regionCode),
    index('applications_by_due').on(t.checkDueOn, t.id, t.regionCode).where(sql`status = 'submitted'`),
    index('applications_resubmitted').on(t.regionCode, t.id).where(sql`status = 'submitted' and round > 1`),
  ],
);

/** 编号: the last number given out in a year; its row lets one start at a time pass. LOCAL. */
export const applicationNumbers = pgTable('application_numbers', {
  year: integer().primaryKey(),
  last: integer().notNull(),
});

/** 答案: one row a question, so that two people can fill one form; `revision` tells a lost update. LOCAL. */
export const applicationAnswers = pgTable(
  'application_answers',
  {
    applicationId: uuid('application_id').notNull().references(() => applications.id, { onDelete: 'cascade' }),
    questionId: text('question_id').notNull(),
    value: plainJson().notNull().$type<Answer>(),
    revision: integer().notNull().default(1),
    source: text().notNull().default(''),
    savedBy: text('saved_by').notNull(),
    savedByName: text('saved_by_name').notNull(),
    savedAt: at('saved_at').notNull(),
    /** What others wrote at the same time, until somebody settles it. */
    rivals: jsonb().notNull().$type<Version[]>().default([]),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.questionId] })],
);

/** 申报材料. LOCAL. */
export const applicationPapers = pgTable(
  'application_papers',
  {
    applicationId: uuid('application_id').notNull().references(() => applications.id, { onDelete: 'cascade' }),
    paper: text({ enum: papers }).notNull(),
    fileId: uuid('file_id').notNull().references(() => files.id),
    attachedBy: text('attached_by').notNull(),
    attachedAt: at('attached_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.paper, t.fileId] })],
);

/** 自查: one rule of the edition, said by the applicant; grows with communities × rules. COUNTY. */
export const selfCheckAnswers = pgTable(
  'self_check_answers',
  {
    countyCode: integer('county_code').notNull(),
    applicationId: uuid('application_id').notNull(),
    ruleId: text('rule_id').notNull(),
    regionCode: regionCode('region_code').notNull(),
    level: text({ enum: selfCheckLevels }).notNull(),
    note: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.applicationId, t.ruleId] }),
    check('self_check_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
  ],
);

/** 提交: what was handed in, as it was, with the receipt; never changed. LOCAL. */
export const submissions = pgTable(
  'submissions',
  {
    id: newId(),
    applicationId: uuid('application_id').notNull().references(() => applications.id),
    round: smallint().notNull(),
    content: jsonb().notNull().$type<SubmittedContent>(),
    hash: text().notNull(),
    receiptCode: text('receipt_code').notNull().unique(),
    submittedBy: text('submitted_by').notNull(),
    submittedByName: text('submitted_by_name').notNull(),
    submittedAt: at('submitted_at').notNull(),
    withdrawnAt: at('withdrawn_at'),
  },
  (t) => [
    unique('one_submission_per_round').on(t.applicationId, t.round),
    index('submissions_by_credit_code').on(sql`(content -> 'answers' ->> 'applicant-code')`),
  ],
);

/** What a submission froze: answers by question, papers with their hashes, the self-check if given. */
export type SubmittedContent = {
  answers: Record<string, Answer>;
  papers: { paper: string; fileId: string; name: string; sha256: string }[];
  selfCheck: { ruleId: string; level: string; note: string }[];
  /** Why something that was returned stays as it was. */
  explanation?: string;
};

/** 核验项: the officer's verdict on one item of one round. LOCAL. */
export const checkItems = pgTable(
  'check_items',
  {
    applicationId: uuid('application_id').notNull().references(() => applications.id),
    round: integer().notNull(),
    item: text().notNull(),
    verdict: text({ enum: verdicts }).notNull(),
    reason: text().notNull().default(''),
    checkedBy: text('checked_by').notNull(),
    checkedAt: at('checked_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.round, t.item] })],
);

/** 推荐: anybody may name a community that a government could put forward (问答 7). LOCAL. */
export const recommendations = pgTable(
  'recommendations',
  {
    id: newId(),
    regionCode: regionCode('region_code').notNull().references(() => regions.code),
    recommender: text().notNull(),
    organisation: text().notNull().default(''),
    contact: text().notNull(),
    reason: text().notNull(),
    code: text().notNull().unique(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [index('recommendations_by_region').on(t.regionCode)],
);
