import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, day, plainJson, regionCode } from '#app/db/columns.ts';
import { deeds, holdGrounds, holdKinds, recordClasses, type Results } from './model.ts';

const id = () => uuid().primaryKey().default(sql`uuidv7()`);

/** 期限的改动: only added; the newest of a region and class counts there and below. LOCAL. */
export const retentionPeriods = pgTable(
  'retention_periods',
  {
    version: integer().primaryKey(),
    regionCode: regionCode('region_code').notNull(),
    recordClass: text('record_class', { enum: recordClasses }).notNull(),
    amount: integer().notNull(),
    reason: text().notNull(),
    setByName: text('set_by_name').notNull(),
    setAt: at('set_at').notNull(),
  },
  (t) => [index('retention_periods_by_class').on(t.recordClass, t.regionCode, t.version.desc())],
);

/** 依法留存. LOCAL. */
export const retentionHolds = pgTable(
  'retention_holds',
  {
    id: id(),
    regionCode: regionCode('region_code').notNull(),
    kind: text({ enum: holdKinds }).notNull(),
    /** The class for a thing and for a class; none for a child. */
    recordClass: text('record_class', { enum: recordClasses }),
    subjectId: uuid('subject_id'),
    ground: text({ enum: holdGrounds }).notNull(),
    reason: text().notNull(),
    until: day('until').notNull(),
    placedBy: text('placed_by').notNull(),
    placedByName: text('placed_by_name').notNull(),
    placedAt: at('placed_at').notNull(),
    liftedByName: text('lifted_by_name'),
    liftedAt: at('lifted_at'),
    liftReason: text('lift_reason').notNull().default(''),
  },
  (t) => [
    index('retention_holds_standing').on(t.until).where(sql`lifted_at is null`),
    index('retention_holds_by_region').on(t.regionCode, t.id),
    check('hold_says_what', sql`(${t.kind} = 'child') = (${t.recordClass} is null) and (${t.kind} = 'class') = (${t.subjectId} is null)`),
  ],
);

/** 清理的一次: a night's run, or a dry run of what would go. LOCAL. */
export const retentionRuns = pgTable(
  'retention_runs',
  {
    id: id(),
    day: day('day').notNull(),
    isDry: boolean('is_dry').notNull().default(false),
    scheduleVersion: integer('schedule_version').notNull(),
    results: plainJson().notNull().$type<Results>().default({}),
    startedByName: text('started_by_name').notNull(),
    startedAt: at('started_at').notNull(),
    finishedAt: at('finished_at'),
  },
  (t) => [uniqueIndex('one_retention_run_a_day').on(t.day).where(sql`not is_dry`), index('retention_runs_by_kind').on(t.isDry, t.id)],
);

/** 删除证明: what a run did to one class; its number and its hash come when the class is done, and the hash of the one before is part of it. LOCAL. */
export const retentionCertificates = pgTable(
  'retention_certificates',
  {
    id: id(),
    runId: uuid('run_id').notNull().references(() => retentionRuns.id),
    recordClass: text('record_class', { enum: recordClasses }).notNull(),
    deed: text({ enum: deeds }).notNull(),
    scheduleVersion: integer('schedule_version').notNull(),
    /** 截止日 of the nation and of each region that has its own. */
    cutOffs: plainJson('cut_offs').notNull().$type<Record<string, string>>(),
    many: integer().notNull(),
    files: integer().notNull(),
    /** Rows by county. */
    counties: plainJson().notNull().$type<Record<string, number>>(),
    held: integer().notNull().default(0),
    startedAt: at('started_at').notNull(),
    number: integer().unique('one_certificate_per_number'),
    previousHash: text('previous_hash'),
    hash: text(),
    closedAt: at('closed_at'),
  },
  (t) => [uniqueIndex('one_certificate_per_run_and_class').on(t.runId, t.recordClass), check('closed_certificates_have_a_hash', sql`(${t.number} is null) = (${t.hash} is null) and (${t.hash} is null) = (${t.closedAt} is null)`)],
);
