import { sql } from 'drizzle-orm';
import { check, date, index, integer, numeric, pgTable, primaryKey, smallint, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { findings, markLevels } from '#app/domain/pilot/rubrics/model.ts';
import { assignmentStates, outcomes } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** 评审分配: one expert, one application, one round; set aside, its marks count no more and stay. LOCAL. */
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
    round: smallint().notNull().default(1),
    setAsideAt: at('set_aside_at'),
  },
  (t) => [unique('one_assignment_per_round').on(t.applicationId, t.expertId, t.round), index('assignments_by_expert').on(t.expertId, t.state)],
);

/** 评分: what one reviewer gave one item of the rubric: a level, or at section level a figure in the range of the call. LOCAL. */
export const marks = pgTable(
  'marks',
  {
    assignmentId: uuid('assignment_id').notNull().references(() => assignments.id),
    itemId: text('item_id').notNull(),
    level: text({ enum: [...markLevels, ...findings] }),
    score: numeric({ mode: 'number', precision: 6, scale: 2 }),
    note: text().notNull().default(''),
    page: text().notNull().default(''),
    savedAt: at('saved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.assignmentId, t.itemId] }), check('a_level_or_a_score', sql`${t.level} is null or ${t.score} is null`)],
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
