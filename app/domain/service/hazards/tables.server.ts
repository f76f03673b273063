import { sql } from 'drizzle-orm';
import { check, date, doublePrecision, foreignKey, index, integer, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, regionCode } from '#app/db/columns.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { type Danger, hazardKinds, hazardSources, hazardStates, moments, verifiers } from './model.ts';


/** 隐患: what may hurt a child somewhere, and what became of it. COUNTY. */
export const hazards = pgTable(
  'hazards',
  {
    countyCode: integer('county_code').notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    regionCode: regionCode('region_code').notNull(),
    kind: text({ enum: hazardKinds }).notNull(),
    danger: smallint().notNull().$type<Danger>(),
    source: text({ enum: hazardSources }).notNull(),
    /** 来源编号: the inspection or the walk. */
    sourceId: uuid('source_id'),
    text: text().notNull(),
    /** 地点 as it was said: a street or a place, never a door. */
    placeText: text('place_text').notNull(),
    spaceId: uuid('space_id'),
    segmentId: uuid('segment_id'),
    /** Exact, for staff only; what is public is rounded. WGS84. */
    lng: doublePrecision(),
    lat: doublePrecision(),
    /** 查询码 of whoever reported it; staff never see it. */
    code: text().notNull(),
    /** 维修码 of whoever repairs it. */
    repairCode: text('repair_code').notNull().default(''),
    childId: uuid('child_id'),
    reporterId: text('reporter_id').notNull().default(''),
    state: text({ enum: hazardStates }).notNull().default('reported'),
    body: text().notNull(),
    assigneeId: text('assignee_id').notNull().default(''),
    assigneeName: text('assignee_name').notNull().default(''),
    repairerId: text('repairer_id').notNull().default(''),
    repairerName: text('repairer_name').notNull().default(''),
    repairNote: text('repair_note').notNull().default(''),
    answer: text().notNull().default(''),
    dueOn: date('due_on', { mode: 'string' }),
    escalation: smallint().notNull().default(0),
    reopened: smallint().notNull().default(0),
    duplicateOf: uuid('duplicate_of'),
    verifiedBy: text('verified_by', { enum: verifiers }),
    verifierName: text('verifier_name').notNull().default(''),
    reportedAt: at('reported_at').notNull(),
    repairedAt: at('repaired_at'),
    verifiedAt: at('verified_at'),
    changedAt: at('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    check('hazard_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
    check('hazard_has_both_or_no_coordinates', sql`(${t.lng} is null) = (${t.lat} is null)`),
    unique('one_hazard_of_a_code').on(t.countyCode, t.code),
    index('hazards_by_code').on(t.code),
    index('hazards_by_repair_code').on(t.repairCode).where(sql`repair_code <> ''`),
    index('hazards_by_region').on(t.countyCode, t.regionCode, t.id),
    index('hazards_open').on(t.dueOn).where(sql`state in ('reported', 'checked', 'assigned', 'repaired')`),
    index('hazards_of_space').on(t.countyCode, t.spaceId).where(sql`space_id is not null`),
    index('hazards_of_segment').on(t.countyCode, t.segmentId).where(sql`segment_id is not null`),
    index('hazards_of_child').on(t.childId).where(sql`child_id is not null`),
  ],
);

/** 隐患照片: before and after. COUNTY. */
export const hazardPhotos = pgTable(
  'hazard_photos',
  {
    countyCode: integer('county_code').notNull(),
    hazardId: uuid('hazard_id').notNull(),
    fileId: uuid('file_id').notNull(),
    moment: text({ enum: moments }).notNull(),
    /** What the reporter took goes with a child's words. */
    by: text('taken_by', { enum: ['reporter', 'repairer', 'staff'] }).notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.hazardId, t.fileId] }),
    foreignKey({ name: 'photo_of_hazard', columns: [t.countyCode, t.hazardId], foreignColumns: [hazards.countyCode, hazards.id] }),
  ],
);

/** 办理经过: one step of a hazard on its way. COUNTY. */
export const hazardSteps = pgTable(
  'hazard_steps',
  {
    countyCode: integer('county_code').notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    hazardId: uuid('hazard_id').notNull(),
    step: text().notNull(),
    note: text().notNull().default(''),
    byName: text('by_name').notNull().default(''),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    foreignKey({ name: 'step_of_hazard', columns: [t.countyCode, t.hazardId], foreignColumns: [hazards.countyCode, hazards.id] }),
    index('steps_of_hazard').on(t.countyCode, t.hazardId, t.id),
  ],
);

/** 派单表: who is responsible for a kind of hazard in a region, in how many working days; the nearest region above counts. LOCAL. */
export const hazardRoutes = pgTable(
  'hazard_routes',
  {
    regionCode: regionCode('region_code').notNull().references(() => regions.code),
    kind: text({ enum: hazardKinds }).notNull(),
    body: text().notNull(),
    person: text().notNull().default(''),
    contact: text().notNull().default(''),
    checkDays: smallint('check_days').notNull(),
    assignDays: smallint('assign_days').notNull(),
    repairDays: smallint('repair_days').notNull(),
    confirmDays: smallint('confirm_days').notNull(),
    changedAt: at('changed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.regionCode, t.kind] })],
);
