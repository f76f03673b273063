import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, numeric, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, county, day, plainJson, regionCode } from '#app/db/columns.ts';
import { type Deadlines, type Told, askedLevels, entryOrigins, roundStates, sheetStates } from './model.ts';

const figure = (name?: string) => (name ? numeric(name, { mode: 'number' }) : numeric({ mode: 'number' }));

/** 填报批次: one place asks for the figures of one period. LOCAL. */
export const collectionRounds = pgTable(
  'collection_rounds',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    regionCode: regionCode('region_code').notNull(),
    zh: text().notNull(),
    en: text().notNull(),
    planId: uuid('plan_id'),
    period: integer().notNull(),
    deadlines: plainJson().notNull().$type<Deadlines>(),
    /** 示范区: communities are asked only where they are pilots. */
    isPilotsOnly: boolean('is_pilots_only').notNull().default(true),
    note: text().notNull().default(''),
    state: text({ enum: roundStates }).notNull().default('open'),
    openedAt: at('opened_at').notNull(),
    openedBy: text('opened_by').notNull(),
    openedByName: text('opened_by_name').notNull(),
    closedAt: at('closed_at'),
    closedByName: text('closed_by_name').notNull().default(''),
  },
  (t) => [index('collection_rounds_by_region').on(t.regionCode, t.id)],
);

/** 填报内容: an indicator that a round asks of a level; of departments, the one that owns it; with a dimension, also its groups. LOCAL. */
export const collectionItems = pgTable(
  'collection_items',
  {
    roundId: uuid('round_id').notNull().references(() => collectionRounds.id),
    indicatorId: integer('indicator_id').notNull(),
    level: text({ enum: askedLevels }).notNull(),
    department: text().notNull().default(''),
    dimension: text().notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.level, t.indicatorId] })],
);

/** 填报表: what one unit, or one department of the collecting place, is asked in a round. COUNTY. */
export const collectionSheets = pgTable(
  'collection_sheets',
  {
    countyCode: county(),
    id: uuid().notNull().default(sql`uuidv7()`),
    regionCode: regionCode('region_code').notNull(),
    roundId: uuid('round_id').notNull(),
    level: text({ enum: askedLevels }).notNull(),
    department: text().notNull().default(''),
    period: integer().notNull(),
    dueOn: day('due_on').notNull(),
    state: text({ enum: sheetStates }).notNull().default('open'),
    /** How often it was handed in. */
    turn: integer().notNull().default(0),
    reportedAt: at('reported_at'),
    reportedBy: text('reported_by').notNull().default(''),
    reportedByName: text('reported_by_name').notNull().default(''),
    isLate: boolean('is_late').notNull().default(false),
    /** 代填: how somebody above came to the figures, when not the unit itself handed them in. */
    enteredFor: text('entered_for').notNull().default(''),
    checkedAt: at('checked_at'),
    checkedByName: text('checked_by_name').notNull().default(''),
    acceptedAt: at('accepted_at'),
    /** Why it was returned. */
    note: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    unique('one_sheet_per_unit').on(t.countyCode, t.roundId, t.regionCode, t.level, t.department),
    index('collection_sheets_by_id').on(t.id),
    index('collection_sheets_by_round').on(t.roundId, t.regionCode),
    index('collection_sheets_by_region').on(t.regionCode, t.period),
    index('collection_sheets_due').on(t.dueOn).where(sql`state in ('open', 'returned')`),
    check('sheet_in_its_county', sql`${t.countyCode} = (case when ${t.regionCode} = '*' then 0 else rpad(left(${t.regionCode}, 6), 6, '0')::int end)`),
  ],
);

type Column = Parameters<typeof foreignKey>[0]['columns'][0];
const ofSheet = (t: { countyCode: Column; sheetId: Column }, name: string) => foreignKey({ name, columns: [t.countyCode, t.sheetId], foreignColumns: [collectionSheets.countyCode, collectionSheets.id] });

/** 填报项: one cell as it was typed, and the figure it was read as; no row is not yet filled in. COUNTY. */
export const collectionEntries = pgTable(
  'collection_entries',
  {
    countyCode: county(),
    sheetId: uuid('sheet_id').notNull(),
    indicatorId: integer('indicator_id').notNull(),
    breakdown: smallint().notNull().default(0),
    value: text().notNull().default(''),
    numerator: text().notNull().default(''),
    denominator: text().notNull().default(''),
    /** The figure as it was read; null while it is missing or cannot be read. */
    figure: figure(),
    figureNumerator: figure('figure_numerator'),
    figureDenominator: figure('figure_denominator'),
    /** Why the figure is unusual, or why there is none. */
    reason: text().notNull().default(''),
    source: text().notNull().default(''),
    origin: text({ enum: entryOrigins }).notNull().default('by-hand'),
    /** 佐证: a paper or picture of the figure. */
    evidenceId: uuid('evidence_id'),
    /** 退回理由 of this cell. */
    remark: text().notNull().default(''),
    revision: integer().notNull().default(1),
    savedBy: text('saved_by').notNull(),
    savedByName: text('saved_by_name').notNull(),
    savedAt: at('saved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.sheetId, t.indicatorId, t.breakdown] }), ofSheet(t, 'entry_of_sheet')],
);

/** 交来的填报表: each turn as it was handed in; only added, never changed. COUNTY. */
export const collectionHandIns = pgTable(
  'collection_hand_ins',
  {
    countyCode: county(),
    sheetId: uuid('sheet_id').notNull(),
    turn: integer().notNull(),
    content: plainJson().notNull().$type<Told[]>(),
    hash: text().notNull(),
    isLate: boolean('is_late').notNull(),
    enteredFor: text('entered_for').notNull(),
    reportedByName: text('reported_by_name').notNull(),
    reportedAt: at('reported_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.sheetId, t.turn] }), ofSheet(t, 'hand_in_of_sheet')],
);
