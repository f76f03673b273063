import { bigint, date, foreignKey, index, integer, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { records } from '#app/platform/tables.server.ts';

const position = (name: string) => bigint(name, { mode: 'number' }).notNull();
const day = (name: string) => date(name, { mode: 'string' });

/** 封存: one line of the records with its place in its county's chain; nothing of it ever changes. COUNTY. */
export const recordSeals = pgTable(
  'record_seals',
  {
    countyCode: integer('county_code').notNull(),
    position: position('position'),
    recordId: uuid('record_id').notNull(),
    hash: text().notNull(),
    link: text().notNull(),
    sealedOn: day('sealed_on').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.position] }),
    unique('one_seal_per_record').on(t.countyCode, t.recordId),
    index('record_seals_by_day').on(t.sealedOn, t.countyCode, t.position),
    foreignKey({ name: 'a_sealed_record_stays', columns: [t.countyCode, t.recordId], foreignColumns: [records.countyCode, records.id] }),
  ],
);

/** 一县一日: what one county's chain gained on one day. COUNTY. */
export const recordDays = pgTable(
  'record_days',
  {
    countyCode: integer('county_code').notNull(),
    day: day('day').notNull(),
    first: position('first_position'),
    last: position('last_position'),
    head: text().notNull(),
    tree: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.day] }), index('record_days_by_day').on(t.day, t.countyCode)],
);

/** 每日总封: the one value of a day that stands for every line sealed on it and, through the day before, for all earlier ones. LOCAL. */
export const recordRoots = pgTable('record_roots', {
  day: day('day').primaryKey(),
  previous: text().notNull(),
  tree: text().notNull(),
  root: text().notNull(),
  counties: integer().notNull(),
  records: integer().notNull(),
  publishedAt: timestamp('published_at', { withTimezone: true }).notNull(),
});

/** 封存进度: everything written before `settled` is sealed; what was under way at `pendingAt` ends before transaction `pendingXmax`. LOCAL. */
export const recordHorizon = pgTable('record_horizon', {
  id: integer().primaryKey(),
  settled: timestamp({ withTimezone: true }).notNull(),
  pendingXmax: text('pending_xmax').notNull(),
  pendingAt: timestamp('pending_at', { withTimezone: true }).notNull(),
});
