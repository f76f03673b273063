import { sql } from 'drizzle-orm';
import { bigint, boolean, check, date, foreignKey, index, integer, pgTable, primaryKey, smallint, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { plainJson, regionCode } from '#app/db/columns.ts';
import { layers } from '#app/platform/ctx.ts';
import { answers, type Children, type Part, type PointId, settings, walkStates } from './model.ts';
import type { WalkResult } from './score.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const county = () => integer('county_code').notNull();

/** 一米视角走查: one walk of a group along a way or through a place. COUNTY. */
export const walks = pgTable(
  'walks',
  {
    countyCode: county(),
    id: uuid().notNull().default(sql`uuidv7()`),
    regionCode: regionCode('region_code').notNull(),
    setting: text({ enum: settings }).notNull(),
    spaceId: uuid('space_id'),
    routeId: uuid('route_id'),
    /** One part of the way; none: all of it. */
    segmentId: uuid('segment_id'),
    /** 各段 of the way as they were called, in their order. */
    parts: plainJson().notNull().$type<Part[]>(),
    /** As it was called on that day. */
    place: text().notNull(),
    checklistVersion: smallint('checklist_version').notNull(),
    day: date({ mode: 'string' }).notNull(),
    adults: text().notNull(),
    groupName: text('group_name').notNull(),
    children: plainJson().notNull().$type<Children>(),
    /** 走查码 for the phones that go along. */
    code: text().notNull(),
    state: text({ enum: walkStates }).notNull().default('planned'),
    note: text().notNull().default(''),
    plannedByName: text('planned_by_name').notNull(),
    plannedAt: at('planned_at').notNull(),
    beganAt: at('began_at'),
    endedAt: at('ended_at'),
    endedByName: text('ended_by_name').notNull().default(''),
    /** 给孩子的话 when it is closed; the reason when it is called off. */
    endWords: text('end_words').notNull().default(''),
    /** 结果 as it stood when the walk was closed. */
    result: plainJson().$type<WalkResult>(),
    isInvented: boolean('is_invented').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    check('walk_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
    check('walk_has_one_place', sql`(${t.spaceId} is null) <> (${t.routeId} is null)`),
    unique('one_walk_of_a_code').on(t.countyCode, t.code),
    index('walks_by_code').on(t.code),
    index('walks_by_region').on(t.countyCode, t.regionCode, t.day),
  ],
);

const ofWalk = () => ({ countyCode: county(), walkId: uuid('walk_id').notNull() });

/** 走查记录: every entry of every phone and every sheet, as it came; only added. Late ones stand beside the walk. COUNTY. */
export const walkEntries = pgTable(
  'walk_entries',
  {
    ...ofWalk(),
    deviceId: uuid('device_id').notNull(),
    seq: integer().notNull(),
    kind: text({ enum: ['observation', 'photo', 'take-back'] }).notNull(),
    point: text().$type<PointId>(),
    answer: text({ enum: answers }),
    layer: text({ enum: layers }),
    spot: text(),
    of: integer(),
    sha256: text(),
    isPaper: boolean('is_paper').notNull().default(false),
    isLate: boolean('is_late').notNull(),
    deviceAt: at('device_at').notNull(),
    serverAt: at('server_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.walkId, t.deviceId, t.seq] }),
    foreignKey({ name: 'entry_of_walk', columns: [t.countyCode, t.walkId], foreignColumns: [walks.countyCode, walks.id] }),
  ],
);

/** 走查照片: said by a phone, wanted until it is there; `sha256` is what the phone hashed. Moderated one by one under its id. COUNTY. */
export const walkPhotos = pgTable(
  'walk_photos',
  {
    ...ofWalk(),
    id: uuid().notNull().default(sql`uuidv7()`),
    sha256: text().notNull(),
    deviceId: uuid('device_id').notNull(),
    seq: integer().notNull(),
    point: text().$type<PointId>(),
    spot: text(),
    note: text().notNull(),
    isLate: boolean('is_late').notNull(),
    deviceAt: at('device_at').notNull(),
    arrivedAt: at('arrived_at'),
    fileId: uuid('file_id'),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.walkId, t.id] }),
    unique('one_photo_of_a_hash').on(t.countyCode, t.walkId, t.sha256),
    foreignKey({ name: 'photo_of_walk', columns: [t.countyCode, t.walkId], foreignColumns: [walks.countyCode, walks.id] }),
  ],
);

/** 带走的手机: when it took the walk along, when it last came back, what it still holds. COUNTY. */
export const walkPhones = pgTable(
  'walk_phones',
  {
    ...ofWalk(),
    deviceId: uuid('device_id').notNull(),
    takenAt: at('taken_at').notNull(),
    syncedAt: at('synced_at'),
    remaining: integer().notNull().default(0),
    /** 手机放下了: it holds nothing more of this walk. */
    isDone: boolean('is_done').notNull().default(false),
    skewMs: bigint('skew_ms', { mode: 'number' }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.walkId, t.deviceId] }), foreignKey({ name: 'phone_of_walk', columns: [t.countyCode, t.walkId], foreignColumns: [walks.countyCode, walks.id] })],
);

/** 转出的工单: what of the walk became which hazard, once. COUNTY. */
export const walkTickets = pgTable(
  'walk_tickets',
  {
    ...ofWalk(),
    /** “point:cars-stop:<spot>” or “photo:<id>”. */
    source: text().notNull(),
    hazardId: uuid('hazard_id').notNull(),
    byName: text('by_name').notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.walkId, t.source] }), foreignKey({ name: 'ticket_of_walk', columns: [t.countyCode, t.walkId], foreignColumns: [walks.countyCode, walks.id] })],
);
