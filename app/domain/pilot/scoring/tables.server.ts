import { sql } from 'drizzle-orm';
import { index, integer, numeric, pgTable, primaryKey, smallint, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { plainJson } from '#app/db/columns.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { type CalibrateOptions, type Calibration, runStates } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const points = (name: string) => numeric(name, { mode: 'number', precision: 6, scale: 2 });

/** 计分: one reckoning of a round of a call; its results are written once, and a published one never changes. LOCAL. */
export const scoreRuns = pgTable(
  'score_runs',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    callId: uuid('call_id').notNull().references(() => calls.id),
    round: smallint().notNull(),
    number: integer().notNull(),
    state: text({ enum: runStates }).notNull().default('waiting'),
    askedBy: text('asked_by').notNull(),
    askedByName: text('asked_by_name').notNull(),
    askedAt: at('asked_at').notNull(),
    refusal: text().notNull().default(''),
    computedAt: at('computed_at'),
    method: text().notNull(),
    settings: plainJson().$type<CalibrateOptions>(),
    inputsHash: text('inputs_hash'),
    results: plainJson().$type<Calibration>(),
    publishedAt: at('published_at'),
    publishedBy: text('published_by'),
    publishedByName: text('published_by_name'),
  },
  (t) => [unique('score_runs_numbered').on(t.callId, t.round, t.number)],
);

/** 公布的分数: what an application was told; added once, whatever later runs say. LOCAL. */
export const publishedScores = pgTable(
  'published_scores',
  {
    applicationId: uuid('application_id').notNull().references(() => applications.id),
    round: smallint().notNull(),
    runId: uuid('run_id').notNull().references(() => scoreRuns.id),
    raw: points('raw').notNull(),
    score: points('score'),
    low: points('low'),
    high: points('high'),
    reviews: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.round] }), index('published_scores_by_run').on(t.runId)],
);
