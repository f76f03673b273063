import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, primaryKey, real, smallint, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { regionCode } from '#app/db/columns.ts';
import { editions } from '#app/domain/base/standard/tables.server.ts';
import { levels, streams } from './model.ts';
import { tallyKinds } from './tally.ts';

const about = () => ({
  countyCode: integer('county_code').notNull(),
  year: smallint().notNull(),
  regionCode: regionCode('region_code').notNull(),
  stream: text({ enum: streams }).notNull(),
});

const kept = () => ({
  year: smallint().notNull(),
  stream: text({ enum: streams }).notNull(),
  editionId: text('edition_id').notNull(),
});

/** 细则结果: the level of one rule as it stands now; grows with communities × rules, parted by year. COUNTY. */
export const ruleResults = pgTable(
  'rule_results',
  { ...about(), ruleId: text('rule_id').notNull(), level: text({ enum: levels }).notNull() },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.year, t.regionCode, t.stream, t.ruleId] }),
    check('rule_result_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
  ],
);

/** 结果单: what one source concluded of all rules at one moment; only added, never changed. COUNTY. */
export const resultSheets = pgTable(
  'result_sheets',
  {
    ...about(),
    id: uuid().notNull().default(sql`uuidv7()`),
    editionId: text('edition_id').notNull().references(() => editions.id),
    revision: integer().notNull(),
    letters: text().notNull(),
    score: real(),
    sourceId: text('source_id').notNull(),
    concludedAt: timestamp('concluded_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    unique('one_sheet_per_revision').on(t.countyCode, t.regionCode, t.stream, t.year, t.revision),
    index('result_sheets_by_time').on(t.countyCode, t.regionCode, t.stream, t.concludedAt),
    check('result_sheet_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
  ],
);

/** 待汇总: what a conclusion changed, where it counts, and what the roll-ups do not hold yet; null letters mean there was, or is, nothing. LOCAL. */
export const resultChanges = pgTable('result_changes', {
  id: uuid().primaryKey().default(sql`uuidv7()`),
  ...kept(),
  regionCode: regionCode('region_code').notNull(),
  before: text(),
  after: text(),
  at: timestamp({ withTimezone: true }).notNull(),
});

/** 汇总: how often each level was said of a part of the standard, in a region of at most six digits ('*' is the nation). LOCAL. */
export const tallies = pgTable(
  'tallies',
  {
    regionCode: regionCode('region_code').notNull(),
    kind: text({ enum: tallyKinds }).notNull(),
    ...kept(),
    itemId: text('item_id').notNull(),
    met: integer().notNull(),
    partly: integer().notNull(),
    notMet: integer('not_met').notNull(),
    notApplicable: integer('not_applicable').notNull(),
  },
  (t) => [primaryKey({ columns: [t.regionCode, t.kind, t.year, t.stream, t.editionId, t.itemId] })],
);

/** 得分分布: how many communities of a region stand in which tenth of the score, what their scores add up to, who meets every must-rule. LOCAL. */
export const scoreTallies = pgTable(
  'score_tallies',
  {
    regionCode: regionCode('region_code').notNull(),
    ...kept(),
    band: smallint().notNull(),
    communities: integer().notNull(),
    hundredths: bigint({ mode: 'number' }).notNull(),
    allMusts: integer('all_musts').notNull(),
  },
  (t) => [primaryKey({ columns: [t.regionCode, t.year, t.stream, t.editionId, t.band] })],
);

/** 汇总进度: its one row says how many changes are folded and when the last of them was made. LOCAL. */
export const tallyState = pgTable('tally_state', {
  id: integer().primaryKey(),
  changes: bigint({ mode: 'number' }).notNull(),
  lastAt: timestamp('last_at', { withTimezone: true }),
});

/** 结果归属: where a result counts whose region has become another since. LOCAL. */
export const resultPlaces = pgTable(
  'result_places',
  {
    regionCode: regionCode('region_code').notNull(),
    year: smallint().notNull(),
    stream: text({ enum: streams }).notNull(),
    placeCode: regionCode('place_code').notNull(),
  },
  (t) => [primaryKey({ columns: [t.regionCode, t.year, t.stream] }), index('result_places_by_place').on(t.placeCode)],
);
