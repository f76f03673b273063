import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, numeric, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { organisations } from '#app/domain/base/organisations/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { assignmentStates, type ExpertField, outcomes } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** 专家: fields, home region and organisation of a reviewer. LOCAL. */
export const experts = pgTable('experts', {
  userId: text('user_id').primaryKey().references(() => users.id),
  fields: jsonb().notNull().$type<ExpertField[]>(),
  regionCode: text('region_code').notNull(),
  organisationId: uuid('organisation_id').references(() => organisations.id),
  organisationName: text('organisation_name').notNull().default(''),
  createdAt: at('created_at').notNull(),
});

/** 评审分配. LOCAL. */
export const assignments = pgTable(
  'assignments',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    applicationId: uuid('application_id').notNull().references(() => applications.id),
    expertId: text('expert_id').notNull().references(() => users.id),
    state: text({ enum: assignmentStates }).notNull().default('assigned'),
    assignedBy: text('assigned_by').notNull(),
    assignedAt: at('assigned_at').notNull(),
    dueOn: date('due_on', { mode: 'string' }),
    answeredAt: at('answered_at'),
    conflictReason: text('conflict_reason').notNull().default(''),
    overall: text().notNull().default(''),
    revision: integer().notNull().default(0),
    submittedAt: at('submitted_at'),
  },
  (t) => [unique('one_assignment_per_expert').on(t.applicationId, t.expertId), index('assignments_by_expert').on(t.expertId, t.state)],
);

/** 评分: one section of the edition, one reviewer. LOCAL. */
export const scores = pgTable(
  'scores',
  {
    assignmentId: uuid('assignment_id').notNull().references(() => assignments.id),
    sectionId: text('section_id').notNull(),
    score: numeric({ mode: 'number', precision: 6, scale: 2 }),
    comment: text().notNull().default(''),
    savedAt: at('saved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.assignmentId, t.sectionId] })],
);

/** 评审决定: never overwritten. LOCAL. */
export const decisions = pgTable('decisions', {
  applicationId: uuid('application_id').primaryKey().references(() => applications.id),
  outcome: text({ enum: outcomes }).notNull(),
  reason: text().notNull(),
  meanScore: numeric('mean_score', { mode: 'number', precision: 6, scale: 2 }),
  reviews: integer().notNull(),
  decidedBy: text('decided_by').notNull(),
  decidedByName: text('decided_by_name').notNull(),
  decidedAt: at('decided_at').notNull(),
});
