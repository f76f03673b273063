import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, plainJson, regionCode } from '#app/db/columns.ts';
import { dataKinds, type IncidentNotice, incidentKinds, incidentStates, scopeKinds, ways } from './model.ts';

const id = () => uuid().primaryKey().default(sql`uuidv7()`);

/** 个人信息安全事件. LOCAL. */
export const incidents = pgTable(
  'incidents',
  {
    id: id(),
    regionCode: regionCode('region_code').notNull(),
    kind: text({ enum: incidentKinds }).notNull(),
    /** It may have happened; the law asks for the same (可能发生). */
    isPossible: boolean('is_possible').notNull(),
    state: text({ enum: incidentStates }).notNull().default('reported'),
    what: text().notNull(),
    cause: text().notNull(),
    touched: text().notNull(),
    dataKinds: text('data_kinds', { enum: dataKinds }).array().notNull(),
    foundAt: at('found_at').notNull(),
    foundByName: text('found_by_name').notNull(),
    reportedBy: text('reported_by').notNull(),
    reportedByName: text('reported_by_name').notNull(),
    reportedAt: at('reported_at').notNull(),
    authorityDueAt: at('authority_due_at').notNull(),
    tellDueAt: at('tell_due_at').notNull(),
    authority: text().notNull().default(''),
    authorityNumber: text('authority_number').notNull().default(''),
    authorityReportedAt: at('authority_reported_at'),
    authorityByName: text('authority_by_name').notNull().default(''),
    notice: plainJson().$type<IncidentNotice>(),
    /** 不告知的理由: only where what was done keeps all harm away. */
    notToldReason: text('not_told_reason').notNull().default(''),
    toldAt: at('told_at'),
    toldByName: text('told_by_name').notNull().default(''),
    lessons: text().notNull().default(''),
    closedAt: at('closed_at'),
    closedByName: text('closed_by_name').notNull().default(''),
    /** When the handlers heard that a clock had run out. */
    toldLateAt: at('told_late_at'),
  },
  (t) => [index('incidents_by_region').on(t.regionCode, t.id), index('incidents_by_day').on(t.foundAt), check('incident_closed_with_lessons', sql`${t.state} <> 'closed' or (${t.lessons} <> '' and ${t.closedAt} is not null)`)],
);

const incidentId = () => uuid('incident_id').notNull().references(() => incidents.id);

/** 处置措施: what was done to contain it, and when. LOCAL. */
export const incidentMeasures = pgTable('incident_measures', { id: id(), incidentId: incidentId(), what: text().notNull(), takenAt: at('taken_at').notNull(), byName: text('by_name').notNull(), notedAt: at('noted_at').notNull() }, (t) => [
  index('incident_measures_by_incident').on(t.incidentId, t.takenAt),
]);

/** 影响范围: by what it was worked out who is affected, and how many that found. LOCAL. */
export const incidentScopes = pgTable(
  'incident_scopes',
  {
    id: id(),
    incidentId: incidentId(),
    kind: text({ enum: scopeKinds }).notNull(),
    said: text().notNull(),
    reason: text().notNull(),
    found: integer().notNull(),
    /** 没有身份的: who came with a class code, a figure only. */
    nameless: integer().notNull().default(0),
    codeId: uuid('code_id'),
    addedByName: text('added_by_name').notNull(),
    addedAt: at('added_at').notNull(),
  },
  (t) => [index('incident_scopes_by_incident').on(t.incidentId, t.id), index('incident_scopes_by_code').on(t.codeId).where(sql`code_id is not null`)],
);

/** 受影响的孩子 and how each family was told; when a child is erased the line stays, without the child. LOCAL. */
export const incidentChildren = pgTable(
  'incident_children',
  {
    id: id(),
    incidentId: incidentId(),
    childId: uuid('child_id'),
    regionCode: regionCode('region_code').notNull(),
    guardians: smallint().notNull().default(0),
    way: text({ enum: ways }),
    toldAt: at('told_at'),
    toldByName: text('told_by_name').notNull().default(''),
  },
  (t) => [
    uniqueIndex('one_line_per_child_and_incident').on(t.incidentId, t.childId),
    index('incident_children_by_child').on(t.childId).where(sql`child_id is not null`),
    check('told_in_some_way', sql`(${t.way} is null) = (${t.toldAt} is null)`),
  ],
);

/** 时限 a region has set for itself and what lies below it. LOCAL. */
export const incidentHours = pgTable('incident_hours', {
  regionCode: regionCode('region_code').primaryKey(),
  authorityHours: smallint('authority_hours').notNull(),
  tellHours: smallint('tell_hours').notNull(),
  setByName: text('set_by_name').notNull(),
  setAt: at('set_at').notNull(),
});
