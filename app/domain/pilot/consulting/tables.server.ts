import { sql } from 'drizzle-orm';
import { boolean, check, date, foreignKey, index, integer, type PgColumn, pgTable, primaryKey, real, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { plainJson, regionCode } from '#app/db/columns.ts';
import { streams } from '#app/domain/base/rule-results/model.ts';
import { editions } from '#app/domain/base/standard/tables.server.ts';
import { type Attendee, findingStates, type PlanContent, planStates, sessionModes, sessionStates, taskSources, taskStates } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const day = (name: string) => date(name, { mode: 'string' });
const about = () => ({ countyCode: integer('county_code').notNull(), id: uuid().notNull().default(sql`uuidv7()`), regionCode: regionCode('region_code').notNull() });
const ruleIds = () => text('rule_ids').array().notNull();
const inItsCounty = (name: string, t: { countyCode: PgColumn; regionCode: PgColumn }) => check(name, sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`);
const partOfPlan = () => ({ countyCode: integer('county_code').notNull(), planId: uuid('plan_id').notNull() });

/** 建设计划 of one community; one is open at a time. COUNTY. */
export const constructionPlans = pgTable(
  'construction_plans',
  {
    ...about(),
    editionId: text('edition_id').notNull().references(() => editions.id),
    state: text({ enum: planStates }).notNull().default('draft'),
    aim: text().notNull(),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on').notNull(),
    /** The signed version in force; 0 while it is a draft. */
    version: integer().notNull().default(0),
    /** Whether anything was changed since that version was signed. */
    isChanged: boolean('is_changed').notNull().default(true),
    /** Which result the gaps were read from. */
    basisYear: smallint('basis_year'),
    basisStream: text('basis_stream', { enum: streams }),
    closedReason: text('closed_reason').notNull().default(''),
    madeBy: text('made_by').notNull(),
    madeByName: text('made_by_name').notNull(),
    madeAt: at('made_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    uniqueIndex('one_open_plan_per_community').on(t.countyCode, t.regionCode).where(sql`state <> 'closed'`),
    index('construction_plans_by_region').on(t.regionCode),
    index('construction_plans_newest').on(t.id).where(sql`state <> 'closed'`),
    inItsCounty('construction_plan_in_its_county', t),
  ],
);

const ofPlan = (t: { countyCode: PgColumn; planId: PgColumn }, name: string) =>
  foreignKey({ name, columns: [t.countyCode, t.planId] as never, foreignColumns: [constructionPlans.countyCode, constructionPlans.id] as never }).onDelete('cascade');

/** 建设计划版本: what was signed, with the reason for it; only added. COUNTY. */
export const planVersions = pgTable(
  'plan_versions',
  {
    ...partOfPlan(),
    version: integer().notNull(),
    reason: text().notNull(),
    content: plainJson().notNull().$type<PlanContent>(),
    adoptedBy: text('adopted_by').notNull(),
    adoptedByName: text('adopted_by_name').notNull(),
    adoptedAt: at('adopted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.planId, t.version] }), ofPlan(t, 'version_of_plan')],
);

/** 建设目标 of a plan, and how one sees that it is reached. COUNTY. */
export const planGoals = pgTable(
  'plan_goals',
  { ...partOfPlan(), id: uuid().notNull().default(sql`uuidv7()`), position: integer().notNull(), title: text().notNull(), measure: text().notNull().default('') },
  (t) => [primaryKey({ columns: [t.countyCode, t.id] }), index('plan_goals_by_plan').on(t.countyCode, t.planId, t.position), ofPlan(t, 'goal_of_plan')],
);

/** 建设任务: who does what until when, for which rules, at what cost. COUNTY. */
export const planTasks = pgTable(
  'plan_tasks',
  {
    ...about(),
    planId: uuid('plan_id').notNull(),
    goalId: uuid('goal_id'),
    position: integer().notNull(),
    title: text().notNull(),
    details: text().notNull().default(''),
    owner: text().notNull().default(''),
    partner: text().notNull().default(''),
    startsOn: day('starts_on').notNull(),
    dueOn: day('due_on').notNull(),
    /** Whole yuan; null while nobody knows. */
    cost: integer(),
    spent: integer(),
    ruleIds: ruleIds(),
    state: text({ enum: taskStates }).notNull().default('planned'),
    startedOn: day('started_on'),
    doneOn: day('done_on'),
    outcome: text().notNull().default(''),
    source: text({ enum: taskSources }).notNull().default('own'),
    sourceId: text('source_id').notNull().default(''),
    updatedByName: text('updated_by_name').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    index('plan_tasks_by_plan').on(t.countyCode, t.planId, t.position),
    index('plan_tasks_due').on(t.dueOn).where(sql`state in ('planned', 'under-way')`),
    index('plan_tasks_done').on(t.doneOn).where(sql`state = 'done'`),
    check('task_ends_after_it_starts', sql`${t.startsOn} <= ${t.dueOn}`),
    ofPlan(t, 'task_of_plan'),
    inItsCounty('plan_task_in_its_county', t),
  ],
);

/** 咨询辅导: one session of advice, from the wish to the minutes. COUNTY. */
export const consultingSessions = pgTable(
  'consulting_sessions',
  {
    ...about(),
    state: text({ enum: sessionStates }).notNull().default('asked'),
    topic: text().notNull(),
    wish: text().notNull().default(''),
    mode: text({ enum: sessionModes }).notNull(),
    ruleIds: ruleIds(),
    askedBy: text('asked_by').notNull(),
    askedByName: text('asked_by_name').notNull(),
    askedAt: at('asked_at').notNull(),
    startsAt: at('starts_at'),
    place: text().notNull().default(''),
    minutes: text().notNull().default(''),
    attendance: plainJson().notNull().$type<Attendee[]>().default([]),
    heldAt: at('held_at'),
    heldByName: text('held_by_name').notNull().default(''),
    endReason: text('end_reason').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    index('consulting_sessions_by_region').on(t.regionCode, t.id),
    index('consulting_sessions_by_state').on(t.state, t.id),
    index('consulting_sessions_newest').on(t.id),
    inItsCounty('consulting_session_in_its_county', t),
  ],
);

/** 辅导专家: who advises at a session, and the tie that follows from having been there. COUNTY. */
export const sessionExperts = pgTable(
  'session_experts',
  {
    countyCode: integer('county_code').notNull(),
    sessionId: uuid('session_id').notNull(),
    expertId: text('expert_id').notNull(),
    expertName: text('expert_name').notNull(),
    attended: boolean(),
    tieId: uuid('tie_id'),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.sessionId, t.expertId] }),
    index('session_experts_by_expert').on(t.expertId),
    foreignKey({ name: 'expert_of_session', columns: [t.countyCode, t.sessionId], foreignColumns: [consultingSessions.countyCode, consultingSessions.id] }).onDelete('cascade'),
  ],
);

/** 发现的问题 of a session and the action that answers it, until whoever advises closes it. COUNTY. */
export const consultingFindings = pgTable(
  'consulting_findings',
  {
    ...about(),
    sessionId: uuid('session_id').notNull(),
    state: text({ enum: findingStates }).notNull().default('open'),
    finding: text().notNull(),
    action: text().notNull(),
    owner: text().notNull().default(''),
    dueOn: day('due_on').notNull(),
    ruleIds: ruleIds(),
    foundBy: text('found_by').notNull(),
    foundByName: text('found_by_name').notNull(),
    foundAt: at('found_at').notNull(),
    report: text().notNull().default(''),
    reportedByName: text('reported_by_name').notNull().default(''),
    reportedAt: at('reported_at'),
    /** Why it was sent back, or what was found when it was closed. */
    verdict: text().notNull().default(''),
    closedByName: text('closed_by_name').notNull().default(''),
    closedAt: at('closed_at'),
    taskId: uuid('task_id'),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    index('consulting_findings_by_region').on(t.regionCode, t.id),
    index('consulting_findings_by_session').on(t.countyCode, t.sessionId),
    index('consulting_findings_due').on(t.dueOn).where(sql`state = 'open'`),
    inItsCounty('consulting_finding_in_its_county', t),
  ],
);

const counted = (name: string) => integer(name).notNull();

/** 同类经验: how communities of one stratum stand to one rule, and how many went on to meet it from one year to the next; learned anew every night. LOCAL. */
export const normLessons = pgTable(
  'norm_lessons',
  {
    editionId: text('edition_id').notNull(),
    stream: text({ enum: streams }).notNull(),
    /** '' is the nation; then kind, kind and part of the country, kind, part and size. */
    stratum: text().notNull(),
    ruleId: text('rule_id').notNull(),
    known: counted('known'),
    met: counted('met'),
    fromNot: counted('from_not'),
    fromNotMet: counted('from_not_met'),
    fromPartly: counted('from_partly'),
    fromPartlyMet: counted('from_partly_met'),
    learnedAt: at('learned_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.stream, t.stratum, t.ruleId] })],
);

/** 投入经验: what finished tasks for a rule cost and how long they took, a task's cost shared among its rules. LOCAL. */
export const ruleEfforts = pgTable('rule_efforts', {
  ruleId: text('rule_id').primaryKey(),
  tasks: counted('tasks'),
  priced: counted('priced'),
  cost: real(),
  months: real(),
  learnedAt: at('learned_at').notNull(),
});
