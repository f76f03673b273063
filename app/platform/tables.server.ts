import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { regionCode } from '#app/db/columns.ts';

/** 办理记录: one line for every change, written with it; the app may add lines, never alter them. COUNTY. */
export const records = pgTable(
  'records',
  {
    countyCode: integer('county_code').notNull(),
    regionCode: regionCode('region_code').notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    at: timestamp({ withTimezone: true }).notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    event: text().notNull(),
    subjectId: text('subject_id').notNull(),
    requestId: text('request_id').notNull(),
    facts: jsonb().notNull().$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    index('records_by_subject').on(t.subjectId, t.id),
    index('records_by_time').on(t.id),
    index('records_by_person').on(t.actorId, t.id),
    index('records_by_name').on(t.actorName, t.id),
    index('records_by_event').on(t.event, t.id),
    // Whoever holds a paper finds its line by what it hashes to.
    index('records_by_hash').on(sql`(facts ->> 'hash')`).where(sql`facts ->> 'hash' is not null`),
    index('records_by_sha256').on(sql`(facts ->> 'sha256')`).where(sql`facts ->> 'sha256' is not null`),
    check('record_in_its_county', sql`${t.countyCode} = case ${t.regionCode} when '*' then 0 else rpad(left(${t.regionCode}, 6), 6, '0')::int end`),
  ],
);

/** 待办事件: records that the events table has not handled yet. LOCAL. */
export const outbox = pgTable('outbox', {
  recordId: uuid('record_id').primaryKey(),
  event: text().notNull(),
  subjectId: text('subject_id').notNull(),
  facts: jsonb().notNull().$type<Record<string, unknown>>(),
  at: timestamp({ withTimezone: true }).notNull(),
});

/** 任务运行: what ran, when, and how it ended. LOCAL. */
export const jobRuns = pgTable(
  'job_runs',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    job: text().notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
    isOk: boolean('is_ok'),
    outcome: text(),
  },
  (t) => [index('job_runs_by_time').on(t.startedAt)],
);

/** 频次窗口: how often something was tried in one window of time. LOCAL. */
export const attempts = pgTable('attempts', {
  key: text().primaryKey(),
  count: integer().notNull(),
  until: timestamp({ withTimezone: true }).notNull(),
});

/** 维护: while its one row is there, every process answers with the page of maintenance. LOCAL. */
export const maintenance = pgTable('maintenance', {
  id: integer().primaryKey(),
  since: timestamp({ withTimezone: true }).notNull(),
  until: timestamp({ withTimezone: true }),
  note: text().notNull().default(''),
});
