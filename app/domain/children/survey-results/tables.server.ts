import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, type PgColumn, pgPolicy, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { county, day, plainJson, regionCode } from '#app/db/columns.ts';
import { audiences, waves } from '#app/domain/children/surveys/model.ts';
import type { Reliabilities, Table } from './model.ts';

const readers = ['staff', 'public'] as const;
const region = () => regionCode('region_code').notNull();
const inItsCounty = (name: string, t: { countyCode: PgColumn; regionCode: PgColumn }) =>
  check(name, sql`${t.countyCode} = case ${t.regionCode} when '*' then 0 else rpad(left(${t.regionCode}, 6), 6, '0')::int end`);

/** 结果单 of one round: written when it closes and never changed, so that two readings of it cannot be told apart by anything. COUNTY. */
export const surveyResults = pgTable(
  'survey_results',
  {
    countyCode: county(), roundId: uuid('round_id').notNull(), regionCode: region(),
    audience: text({ enum: audiences }).notNull(),
    title: text().notNull(), wave: text({ enum: waves }).notNull(),
    closedOn: day('closed_on').notNull(), invited: integer().notNull(),
    isInvented: boolean('is_invented').notNull(),
    staff: plainJson().notNull().$type<Table>(),
    public: plainJson().notNull().$type<Table>(),
    reliability: plainJson().notNull().$type<Reliabilities>(),
    /** The two sides of every question as they are: only for putting small communities together. */
    sides: plainJson().notNull().$type<Record<string, [number, number]>>(),
    fingerprint: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.roundId] }),
    index('survey_results_by_region').on(t.regionCode, t.closedOn),
    index('survey_results_by_round').on(t.roundId),
    index('survey_results_by_day').on(t.closedOn),
    inItsCounty('survey_result_in_its_county', t),
    pgPolicy('everybody_reads_survey_results', { for: 'select', using: sql`true` }),
    pgPolicy('a_survey_result_is_written_once', { for: 'insert', withCheck: sql`true` }),
  ],
);

/** 合并结果: what communities cannot show alone, of one quarter; made once. COUNTY. */
export const surveyPools = pgTable(
  'survey_pools',
  {
    countyCode: county(), regionCode: region(),
    period: text().notNull(), audience: text({ enum: audiences }).notNull(), reader: text({ enum: readers }).notNull(),
    wording: text().notNull(), of: text().array().notNull(), yes: integer().notNull(), rest: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.period, t.audience, t.reader, t.wording, t.regionCode] }),
    index('survey_pools_by_region').on(t.regionCode),
    inItsCounty('survey_pool_in_its_county', t),
    check('survey_pool_of_some', sql`cardinality(${t.of}) > 1`),
    pgPolicy('everybody_reads_survey_pools', { for: 'select', using: sql`true` }),
    pgPolicy('a_survey_pool_is_written_once', { for: 'insert', withCheck: sql`true` }),
  ],
);

/** 已拼过的季度 of one province. LOCAL. */
export const surveyPoolRuns = pgTable(
  'survey_pool_runs',
  { period: text().notNull(), province: text().notNull(), pooledAt: timestamp('pooled_at', { withTimezone: true }).notNull(), rounds: integer().notNull() },
  (t) => [primaryKey({ columns: [t.period, t.province] })],
);

/** 大人的答复 to what a round found, in words for children. COUNTY. */
export const surveyPromises = pgTable(
  'survey_promises',
  {
    countyCode: county(), roundId: uuid('round_id').notNull(), regionCode: region(),
    lines: text().array().notNull(),
    writtenByName: text('written_by_name').notNull(), writtenAt: timestamp('written_at', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.roundId] }), inItsCounty('survey_promise_in_its_county', t)],
);
