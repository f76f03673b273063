import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, numeric, pgTable, primaryKey, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { plainJson, regionCode } from '#app/db/columns.ts';
import { indicators } from '#app/domain/city/indicators/tables.server.ts';
import { operators } from '#app/domain/city/indicators/model.ts';
import { type DistrictChange, type PlanContent, planStates, taskStates } from './model.ts';
import { type PlanReading, planTableStates } from './plan-table.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const day = (name: string) => date(name, { mode: 'string' });

/** 行动计划 of a city, a province or the nation: what is being written; the public reads the newest revision. LOCAL. */
export const cityPlans = pgTable(
  'city_plans',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    /** The name a plan of the data file goes by; a plan of one's own has none. */
    code: text(),
    regionCode: regionCode('region_code').notNull(),
    zh: text().notNull(),
    en: text().notNull(),
    issuer: text().notNull().default(''),
    source: text().notNull().default(''),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on').notNull(),
    state: text({ enum: planStates }).notNull().default('draft'),
    content: plainJson().notNull().$type<PlanContent>(),
    /** How often it was saved, so that nobody writes over a colleague. */
    edition: integer().notNull().default(1),
    /** The newest revision that the public reads; 0 before the first. */
    revision: integer().notNull().default(0),
    copiedFrom: uuid('copied_from'),
    publishedAt: at('published_at'),
    closedAt: at('closed_at'),
    closing: text().notNull().default(''),
    closingEn: text('closing_en').notNull().default(''),
    /** A plan that a demonstration lends to a city; its figures are invented and say so. */
    isExample: boolean('is_example').notNull().default(false),
  },
  (t) => [uniqueIndex('one_plan_per_code_and_region').on(t.code, t.regionCode), index('city_plans_by_region').on(t.regionCode, t.id)],
);

/** 计划的一次发布: its words and targets as they were published, and why; only added. LOCAL. */
export const cityPlanRevisions = pgTable(
  'city_plan_revisions',
  {
    planId: uuid('plan_id').notNull().references(() => cityPlans.id),
    revision: integer().notNull(),
    zh: text().notNull(),
    en: text().notNull(),
    issuer: text().notNull(),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on').notNull(),
    content: plainJson().notNull().$type<PlanContent>(),
    hash: text().notNull(),
    reason: text().notNull(),
    publishedAt: at('published_at').notNull(),
    publishedByName: text('published_by_name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.revision] })],
);

/** 生效目标: the targets of the newest revision, one row each, for whoever asks by indicator and year. LOCAL. */
export const cityTargets = pgTable(
  'city_targets',
  {
    planId: uuid('plan_id').notNull().references(() => cityPlans.id),
    indicatorId: integer('indicator_id').notNull().references(() => indicators.id),
    year: smallint().notNull(),
    regionCode: regionCode('region_code').notNull(),
    actionCode: text('action_code').notNull(),
    op: text({ enum: operators }).notNull(),
    value: numeric({ mode: 'number' }).notNull(),
    max: numeric({ mode: 'number' }),
  },
  (t) => [primaryKey({ columns: [t.planId, t.indicatorId, t.year] }), index('city_targets_by_indicator').on(t.indicatorId, t.year)],
);

/** 任务进展: how far a task of a plan is, with what proves it. LOCAL. */
export const cityTaskProgress = pgTable(
  'city_task_progress',
  {
    planId: uuid('plan_id').notNull().references(() => cityPlans.id),
    taskId: text('task_id').notNull(),
    state: text({ enum: taskStates }).notNull(),
    doneOn: day('done_on'),
    proof: text().notNull().default(''),
    proofUrl: text('proof_url'),
    note: text().notNull().default(''),
    markedByName: text('marked_by_name').notNull(),
    markedAt: at('marked_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.taskId] })],
);

/** 目标分解: what the plan asks of one district by a year, where it has a target of its own; no row is none of its own. LOCAL. */
export const districtTargets = pgTable(
  'district_targets',
  {
    planId: uuid('plan_id').notNull().references(() => cityPlans.id),
    regionCode: regionCode('region_code').notNull(),
    indicatorId: integer('indicator_id').notNull().references(() => indicators.id),
    year: smallint().notNull(),
    op: text({ enum: operators }).notNull(),
    value: numeric({ mode: 'number' }).notNull(),
    max: numeric({ mode: 'number' }),
  },
  (t) => [primaryKey({ columns: [t.planId, t.regionCode, t.indicatorId, t.year] })],
);

/** 目标分解的一次修改: what was set, altered and taken away, by whom and why; only added. LOCAL. */
export const districtTargetVersions = pgTable(
  'district_target_versions',
  {
    planId: uuid('plan_id').notNull().references(() => cityPlans.id),
    version: integer().notNull(),
    reason: text().notNull(),
    changes: plainJson().notNull().$type<DistrictChange[]>(),
    madeAt: at('made_at').notNull(),
    madeByName: text('made_by_name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.version] })],
);

/** 计划表: a Word or Excel table that somebody brought, as it was read; made into a plan whole or not at all. LOCAL. */
export const cityPlanTables = pgTable(
  'city_plan_tables',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    ownerId: text('owner_id').notNull(),
    regionCode: regionCode('region_code').notNull(),
    fileName: text('file_name').notNull(),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on').notNull(),
    reading: plainJson().notNull().$type<PlanReading>(),
    state: text({ enum: planTableStates }).notNull().default('preview'),
    planId: uuid('plan_id'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [index('city_plan_tables_by_owner').on(t.ownerId, t.id)],
);
