import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, day, plainJson, regionCode } from '#app/db/columns.ts';
import { type Content, origins, purposes, states, triggers } from './model.ts';

/** 影响评估: one matter that is assessed; what was said of it stands in its versions. Never deleted. LOCAL. */
export const impactAssessments = pgTable(
  'impact_assessments',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    number: text().notNull(),
    year: smallint().notNull(),
    running: integer().notNull(),
    regionCode: regionCode('region_code').notNull(),
    origin: text({ enum: origins }).notNull().default('own'),
    createdAt: at('created_at').notNull(),
    createdByName: text('created_by_name').notNull(),
  },
  (t) => [unique('one_assessment_per_number').on(t.number), unique('assessments_run_by_year').on(t.year, t.running), index('impact_assessments_by_region').on(t.regionCode, t.id)],
);

/** 评估版本: written by one person, approved by another. LOCAL. */
export const impactVersions = pgTable(
  'impact_versions',
  {
    assessmentId: uuid('assessment_id').notNull().references(() => impactAssessments.id),
    version: integer().notNull(),
    state: text({ enum: states }).notNull().default('draft'),
    title: text().notNull(),
    purposes: text({ enum: purposes }).array().notNull().default([]),
    triggers: text({ enum: triggers }).array().notNull(),
    content: plainJson().notNull().$type<Content>(),
    validUntil: day('valid_until').notNull(),
    writtenBy: text('written_by').notNull(),
    writtenByName: text('written_by_name').notNull(),
    writtenAt: at('written_at').notNull(),
    submittedAt: at('submitted_at'),
    decidedBy: text('decided_by'),
    decidedByName: text('decided_by_name'),
    decidedAt: at('decided_at'),
    withdrawnAt: at('withdrawn_at'),
    note: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.assessmentId, t.version] }),
    index('impact_versions_decided').on(t.state, t.decidedAt),
    check('another_person_approves', sql`${t.decidedBy} is distinct from ${t.writtenBy}`),
    check('withdrawn_versions_say_when', sql`(${t.state} = 'withdrawn') = (${t.withdrawnAt} is not null)`),
    check('decided_versions_say_who', sql`(${t.state} in ('approved', 'returned', 'withdrawn')) = (${t.decidedBy} is not null)`),
  ],
);
