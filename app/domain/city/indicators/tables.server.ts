import { sql } from 'drizzle-orm';
import { check, index, integer, numeric, pgTable, primaryKey, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { plainJson, regionCode } from '#app/db/columns.ts';
import { type Definition, frames } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const figure = (name?: string) => (name ? numeric(name, { mode: 'number' }) : numeric({ mode: 'number' }));

/** 责任部门: kinds of departments a city has; who they are in a place is the place's to say. REFERENCE. */
export const departments = pgTable('departments', { id: text().primaryKey(), position: smallint().notNull(), zh: text().notNull(), en: text().notNull() });

/** 分组: one group of a dimension, such as girls or 4–6; 0 is everybody. REFERENCE. */
export const breakdowns = pgTable('breakdowns', {
  id: smallint().primaryKey(),
  dimension: text().notNull(),
  zh: text().notNull(),
  en: text().notNull(),
});

/** 指标: a small number that values carry, and the code people know it by. REFERENCE. */
export const indicators = pgTable(
  'indicators',
  {
    id: integer().primaryKey(),
    code: text().notNull(),
    /** The version in force. */
    version: integer().notNull(),
    madeAt: at('made_at').notNull(),
  },
  (t) => [uniqueIndex('one_indicator_per_code').on(t.code)],
);

/** 指标定义的一版: only added, never changed. REFERENCE. */
export const indicatorVersions = pgTable(
  'indicator_versions',
  {
    indicatorId: integer('indicator_id').notNull().references(() => indicators.id),
    version: integer().notNull(),
    definition: plainJson().notNull().$type<Definition>(),
    hash: text().notNull(),
    reason: text().notNull(),
    madeByName: text('made_by_name').notNull(),
    madeAt: at('made_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.indicatorId, t.version] })],
);

/** 对应关系: what an indicator speaks to outside its plan. REFERENCE. */
export const indicatorLinks = pgTable(
  'indicator_links',
  {
    indicatorId: integer('indicator_id').notNull().references(() => indicators.id),
    frame: text({ enum: frames }).notNull(),
    target: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.indicatorId, t.frame, t.target] }), index('indicator_links_by_target').on(t.frame, t.target)],
);

const place = () => ({
  countyCode: integer('county_code').notNull(),
  regionCode: regionCode('region_code').notNull(),
  indicatorId: integer('indicator_id').notNull(),
  period: integer().notNull(),
  /** 分组: 0 is everybody. */
  breakdown: smallint().notNull().default(0),
});

const said = () => ({
  value: figure().notNull(),
  numerator: figure(),
  denominator: figure(),
  status: smallint().notNull(),
  origin: smallint().notNull(),
  source: text().notNull().default(''),
  sourceUrl: text('source_url'),
  evidenceId: uuid('evidence_id'),
  recordedAt: at('recorded_at').notNull(),
  recordedByName: text('recorded_by_name').notNull(),
});

/**
 * 指标值: what stands for one indicator, region, period and group; no row is no figure. Its key keeps all that a region says
 * together; the second index answers one indicator in all regions. COUNTY.
 */
export const indicatorValues = pgTable(
  'indicator_values',
  { ...place(), ...said() },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.regionCode, t.indicatorId, t.period, t.breakdown] }),
    index('indicator_values_by_period').on(t.indicatorId, t.period, t.breakdown),
    check('value_in_its_county', sql`${t.countyCode} = (case when ${t.regionCode} = '*' then 0 else rpad(left(${t.regionCode}, 6), 6, '0')::int end)`),
    check('part_of_its_whole', sql`${t.denominator} is null or ${t.denominator} > 0`),
  ],
);

/** 更正以前的值: what stood until somebody corrected it, and why; only added. COUNTY. */
export const indicatorValuePasts = pgTable(
  'indicator_value_pasts',
  {
    ...place(),
    ...said(),
    id: uuid().notNull().default(sql`uuidv7()`),
    reason: text().notNull(),
    replacedAt: at('replaced_at').notNull(),
    replacedByName: text('replaced_by_name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    index('value_pasts_by_place').on(t.countyCode, t.regionCode, t.indicatorId, t.period),
    check('past_value_in_its_county', sql`${t.countyCode} = (case when ${t.regionCode} = '*' then 0 else rpad(left(${t.regionCode}, 6), 6, '0')::int end)`),
  ],
);

/** 待汇总: a figure that was written and has not been added up yet; only added, taken out by the job that adds up. COUNTY. */
export const figureDues = pgTable(
  'figure_dues',
  { ...place(), id: uuid().notNull().default(sql`uuidv7()`) },
  (t) => [primaryKey({ columns: [t.countyCode, t.id] }), index('figure_dues_in_order').on(t.id), check('due_in_its_county', sql`${t.countyCode} = (case when ${t.regionCode} = '*' then 0 else rpad(left(${t.regionCode}, 6), 6, '0')::int end)`)],
);

/**
 * 推得的数: what follows from the work itself or from the regions below, whether it stands or a typed figure does; `reported` of
 * `expected` regions gave theirs. One that is not complete never becomes a figure. COUNTY.
 */
export const derivedFigures = pgTable(
  'derived_figures',
  {
    ...place(), way: smallint().notNull(), value: figure().notNull(), numerator: figure(), denominator: figure(),
    reported: integer().notNull(), expected: integer().notNull(), reckonedAt: at('reckoned_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.regionCode, t.indicatorId, t.period, t.breakdown, t.way] }),
    index('derived_figures_by_period').on(t.indicatorId, t.period, t.way),
    check('derived_in_its_county', sql`${t.countyCode} = (case when ${t.regionCode} = '*' then 0 else rpad(left(${t.regionCode}, 6), 6, '0')::int end)`),
    check('reported_of_expected', sql`${t.reported} between 0 and ${t.expected}`),
  ],
);
