import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, primaryKey, real, smallint, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { plainJson, regionCode } from '#app/db/columns.ts';
import { editions } from '#app/domain/base/standard/tables.server.ts';
import type { Level } from '#app/domain/base/rule-results/model.ts';
import { type Row, statuses } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const place = () => ({ countyCode: integer('county_code').notNull(), regionCode: regionCode('region_code').notNull() });

/** 自评: one a community and year, against one edition. COUNTY. */
export const selfAssessments = pgTable(
  'self_assessments',
  {
    ...place(),
    id: uuid().notNull().default(sql`uuidv7()`),
    year: smallint().notNull(),
    editionId: text('edition_id').notNull().references(() => editions.id),
    status: text({ enum: statuses }).notNull().default('draft'),
    round: integer().notNull().default(0),
    correctionReason: text('correction_reason').notNull().default(''),
    copiedFrom: smallint('copied_from'),
    startedBy: text('started_by').notNull(),
    startedByName: text('started_by_name').notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    submittedAt: at('submitted_at'),
    score: real(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    unique('one_self_assessment_a_year').on(t.countyCode, t.regionCode, t.year),
    check('self_assessment_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
    index('self_assessments_by_time').on(t.id, t.regionCode),
    index('self_assessments_by_region').on(t.regionCode, t.year),
  ],
);

/** 自评的一条: what was said of one rule, each field with its revision and its rivals. COUNTY. */
export const selfAssessmentRows = pgTable(
  'self_assessment_rows',
  {
    ...place(),
    assessmentId: uuid('assessment_id').notNull(),
    ruleId: text('rule_id').notNull(),
    said: plainJson().notNull().$type<Row['said']>(),
    copiedFrom: smallint('copied_from'),
    savedBy: text('saved_by').notNull(),
    savedByName: text('saved_by_name').notNull(),
    savedAt: at('saved_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.assessmentId, t.ruleId] }),
    foreignKey({ name: 'row_of_self_assessment', columns: [t.countyCode, t.assessmentId], foreignColumns: [selfAssessments.countyCode, selfAssessments.id] }).onDelete('cascade'),
    check('self_assessment_row_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
  ],
);

/** 分工: who of the colleagues has one section; taken back, the line goes, the records keep it. COUNTY. */
export const selfAssessmentDelegations = pgTable(
  'self_assessment_delegations',
  {
    ...place(),
    assessmentId: uuid('assessment_id').notNull(),
    sectionId: text('section_id').notNull(),
    toUser: text('to_user').notNull(),
    toName: text('to_name').notNull(),
    note: text().notNull().default(''),
    byName: text('by_name').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.assessmentId, t.sectionId] }),
    foreignKey({ name: 'delegation_of_self_assessment', columns: [t.countyCode, t.assessmentId], foreignColumns: [selfAssessments.countyCode, selfAssessments.id] }).onDelete('cascade'),
    check('delegation_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
    index('delegations_by_person').on(t.toUser),
  ],
);

/** What a submission froze: level, reason and evidence of every rule. */
export type FrozenRow = { ruleId: string; level: Level; reason: string; evidence: { id: string; title: string; hash: string }[] };

/** 已提交的自评: as it was handed in, with its receipt; only added, never changed. COUNTY. */
export const selfAssessmentSubmissions = pgTable(
  'self_assessment_submissions',
  {
    ...place(),
    id: uuid().notNull().default(sql`uuidv7()`),
    assessmentId: uuid('assessment_id').notNull(),
    year: smallint().notNull(),
    round: integer().notNull(),
    editionId: text('edition_id').notNull(),
    rows: plainJson().notNull().$type<FrozenRow[]>(),
    score: real(),
    reason: text().notNull().default(''),
    hash: text().notNull(),
    receiptCode: text('receipt_code').notNull(),
    submittedBy: text('submitted_by').notNull(),
    submittedByName: text('submitted_by_name').notNull(),
    submittedAt: at('submitted_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    unique('one_self_assessment_submission_a_round').on(t.countyCode, t.assessmentId, t.round),
    check('self_assessment_submission_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
  ],
);
