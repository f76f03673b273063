import { sql } from 'drizzle-orm';
import { boolean, check, date, doublePrecision, foreignKey, index, integer, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, plainJson, regionCode } from '#app/db/columns.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Hours } from './hours.ts';
import { type AccessKind, type Band, type Finding, type Fitting, type LngLat, routeStates, type SegmentChecks, spaceKinds, type SpaceNorm, spaceStates } from './model.ts';

const newId = () => uuid().primaryKey().default(sql`uuidv7()`);

/** 空间: one indoor or outdoor place where children are. LOCAL. */
export const spaces = pgTable(
  'spaces',
  {
    id: newId(),
    regionCode: regionCode('region_code').notNull().references(() => regions.code),
    name: text().notNull(),
    kind: text({ enum: spaceKinds }).notNull(),
    bands: text().array().notNull().$type<Band[]>(),
    address: text().notNull().default(''),
    /** WGS84; null when nobody has placed it yet. */
    lng: doublePrecision(),
    lat: doublePrecision(),
    /** 只显示大概位置 in public. */
    isCoarse: boolean('is_coarse').notNull().default(false),
    area: integer(),
    fittings: plainJson().notNull().$type<Fitting[]>(),
    hours: plainJson().notNull().$type<Hours>(),
    access: text().array().notNull().$type<AccessKind[]>(),
    norms: text().array().notNull().$type<SpaceNorm[]>(),
    responsibleName: text('responsible_name').notNull().default(''),
    responsibleContact: text('responsible_contact').notNull().default(''),
    photoIds: uuid('photo_ids').array().notNull(),
    state: text({ enum: spaceStates }).notNull().default('open'),
    closedReason: text('closed_reason').notNull().default(''),
    reopensOn: date('reopens_on', { mode: 'string' }),
    inspectEvery: smallint('inspect_every').notNull(),
    inspectNextOn: date('inspect_next_on', { mode: 'string' }).notNull(),
    isInvented: boolean('is_invented').notNull().default(false),
    revision: integer().notNull().default(1),
    changedAt: at('changed_at').notNull(),
  },
  (t) => [
    unique('one_space_of_a_name_in_a_region').on(t.regionCode, t.name),
    index('spaces_by_region').on(t.regionCode, t.id),
    index('spaces_to_inspect').on(t.inspectNextOn).where(sql`state = 'open'`),
    check('space_has_both_or_no_coordinates', sql`(${t.lng} is null) = (${t.lat} is null)`),
  ],
);

/** 巡检: one look at a place by a list of points, in the version of that day. COUNTY. */
export const spaceInspections = pgTable(
  'space_inspections',
  {
    countyCode: integer('county_code').notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    regionCode: regionCode('region_code').notNull(),
    spaceId: uuid('space_id').notNull(),
    checklistVersion: smallint('checklist_version').notNull(),
    findings: plainJson().notNull().$type<Finding[]>(),
    photoIds: uuid('photo_ids').array().notNull(),
    note: text().notNull().default(''),
    day: date({ mode: 'string' }).notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    check('space_inspection_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
    index('inspections_of_space').on(t.countyCode, t.spaceId, t.id),
  ],
);

/** 安全路线: a way to school. LOCAL. */
export const safeRoutes = pgTable(
  'safe_routes',
  {
    id: newId(),
    regionCode: regionCode('region_code').notNull().references(() => regions.code),
    name: text().notNull(),
    school: text().notNull(),
    about: text().notNull().default(''),
    state: text({ enum: routeStates }).notNull().default('draft'),
    isInvented: boolean('is_invented').notNull().default(false),
    changedAt: at('changed_at').notNull(),
  },
  (t) => [unique('one_route_of_a_name_in_a_region').on(t.regionCode, t.name)],
);

/** 路段: one part of a way, with what was seen on it. LOCAL. */
export const routeSegments = pgTable(
  'route_segments',
  {
    id: newId(),
    routeId: uuid('route_id').notNull(),
    position: smallint().notNull(),
    name: text().notNull(),
    /** Points of WGS84 in their order; none while nobody has drawn them. */
    points: plainJson().notNull().$type<LngLat[]>(),
    checks: plainJson().notNull().$type<SegmentChecks>(),
    checkedOn: date('checked_on', { mode: 'string' }),
    checkedByName: text('checked_by_name').notNull().default(''),
  },
  (t) => [
    foreignKey({ name: 'segment_of_route', columns: [t.routeId], foreignColumns: [safeRoutes.id] }),
    unique('one_segment_in_a_place').on(t.routeId, t.position),
  ],
);
