import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { type PairReasons, type PlanProgress, type PlanSettings, type PlanStats, planStates } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** 分配方案: who shall review what in one round of a call; the seed and the settings make it again. LOCAL. */
export const assignmentPlans = pgTable(
  'assignment_plans',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    callId: uuid('call_id').notNull().references(() => calls.id),
    round: smallint().notNull().default(1),
    state: text({ enum: planStates }).notNull().default('ordered'),
    seed: integer().notNull(),
    settings: jsonb().notNull().$type<PlanSettings>(),
    progress: jsonb().notNull().$type<PlanProgress>().default({ step: 'waiting', share: 0 }),
    stats: jsonb().$type<PlanStats>(),
    problem: text().notNull().default(''),
    /** Counts what was changed by hand and worked out anew; a page that shows an older one is refused. */
    revision: integer().notNull().default(0),
    orderedBy: text('ordered_by').notNull().references(() => users.id),
    orderedByName: text('ordered_by_name').notNull(),
    orderedAt: at('ordered_at').notNull(),
    solvedAt: at('solved_at'),
    lockedBy: text('locked_by').references(() => users.id),
    lockedByName: text('locked_by_name').notNull().default(''),
    lockedAt: at('locked_at'),
  },
  (t) => [
    uniqueIndex('one_open_plan_per_round').on(t.callId, t.round).where(sql`state in ('ordered', 'draft', 'assigning')`),
    index('assignment_plans_by_call').on(t.callId, t.id),
    check('a_locked_plan_says_by_whom', sql`state not in ('assigning', 'locked') or locked_by is not null`),
  ],
);

/** 方案中的一对: with its reasons; what came of it once the plan was carried out. LOCAL. */
export const assignmentPlanPairs = pgTable(
  'assignment_plan_pairs',
  {
    planId: uuid('plan_id').notNull().references(() => assignmentPlans.id),
    applicationId: uuid('application_id').notNull().references(() => applications.id),
    expertId: text('expert_id').notNull().references(() => users.id),
    match: smallint().notNull(),
    reasons: jsonb().notNull().$type<PairReasons>(),
    isLocked: boolean('is_locked').notNull().default(false),
    isByHand: boolean('is_by_hand').notNull().default(false),
    /** Empty until it was tried; `assigned`, or the refusal's code. */
    outcome: text().notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.planId, t.applicationId, t.expertId] }), index('plan_pairs_by_expert').on(t.planId, t.expertId)],
);
