import { sql } from 'drizzle-orm';
import { boolean, customType, date, index, integer, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { regionCode } from '#app/db/columns.ts';
import { changeKinds, changeStates, kinds } from './model.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** 行政区划: all five levels, from the nation's provinces to its committees. REFERENCE. */
export const regions = pgTable(
  'regions',
  {
    code: regionCode().primaryKey(),
    level: smallint().notNull(),
    name: text().notNull(),
    /** As `placeName` has it; empty until the names have been reckoned. */
    english: text(),
    /** What the cascade shows above it: synthetic nodes are skipped. Null for a province. */
    parentCode: regionCode('parent_code'),
    kind: text({ enum: kinds }).notNull(),
    isSynthetic: boolean('is_synthetic').notNull().default(false),
    isVirtual: boolean('is_virtual').notNull().default(false),
    /** No longer in the newest edition of the codes; kept, because others point at it. */
    isEnded: boolean('is_ended').notNull().default(false),
    /** When it took this name or this code; null for as long as anybody remembers. */
    since: timestamp({ withTimezone: true }),
    pinyin: regionCode().notNull(),
    initials: regionCode().notNull(),
    words: tsvector().notNull(),
  },
  (t) => [
    index('regions_by_parent').on(t.parentCode, t.code),
    index('regions_by_pinyin').on(t.level, t.pinyin),
    index('regions_by_initials').on(t.level, t.initials),
    index('regions_by_words').using('gin', t.words),
  ],
);

/** 区划版本: which edition of the codes is loaded. LOCAL. */
export const regionEditions = pgTable('region_editions', {
  version: text().primaryKey(),
  asOf: date('as_of', { mode: 'string' }).notNull(),
  rows: integer().notNull(),
  loadedAt: timestamp('loaded_at', { withTimezone: true }).notNull(),
  /** Which rules the English names were made by. */
  namedBy: integer('named_by').notNull().default(0),
});

/** 曾用名: a name a code bore until some moment; where the unit ended then, its successors stand in `region_lineage`. REFERENCE. */
export const regionPasts = pgTable(
  'region_pasts',
  {
    code: regionCode().notNull(),
    until: timestamp({ withTimezone: true }).notNull(),
    since: timestamp({ withTimezone: true }),
    name: text().notNull(),
    isEnd: boolean('is_end').notNull(),
    changeId: uuid('change_id').notNull(),
    pinyin: regionCode().notNull(),
    initials: regionCode().notNull(),
  },
  (t) => [primaryKey({ columns: [t.code, t.until] })],
);

/** 沿革: what has become, by today, of the unit that ended under this code at this moment. LOCAL. */
export const regionLineage = pgTable(
  'region_lineage',
  {
    oldCode: regionCode('old_code').notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }).notNull(),
    presentCode: regionCode('present_code').notNull(),
    /** The one successor that counts where only one may. */
    isPrincipal: boolean('is_principal').notNull(),
    /** Another unit bears the old code now. */
    isReused: boolean('is_reused').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.oldCode, t.endedAt, t.presentCode] }), index('region_lineage_by_present').on(t.presentCode)],
);

/** 区划变更: what an officer announced, from which day on. LOCAL. */
export const regionChanges = pgTable(
  'region_changes',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    effectiveOn: date('effective_on', { mode: 'string' }).notNull(),
    source: text().notNull(),
    state: text({ enum: changeStates }).notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedByName: text('proposed_by_name').notNull(),
    proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull(),
    confirmedByName: text('confirmed_by_name').notNull().default(''),
    confirmedAt: timestamp('confirmed_at', { withTimezone: true }),
    appliedAt: timestamp('applied_at', { withTimezone: true }),
    problem: text().notNull().default(''),
  },
  (t) => [index('region_changes_by_state').on(t.state, t.effectiveOn)],
);

/** 变更的一行, as it stood in the officer's table. LOCAL. */
export const regionChangeLines = pgTable(
  'region_change_lines',
  {
    changeId: uuid('change_id').notNull().references(() => regionChanges.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    kind: text({ enum: changeKinds }).notNull(),
    fromCode: regionCode('from_code').notNull(),
    fromName: text('from_name').notNull(),
    toCode: regionCode('to_code').notNull(),
    toName: text('to_name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.changeId, t.position] }), index('region_change_lines_by_code').on(t.fromCode)],
);
