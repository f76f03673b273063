import { sql } from 'drizzle-orm';
import { index, pgSchema, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, plainJson, regionCode } from '#app/db/columns.ts';
import { holdEndings, reportSources, reportStates } from './model.ts';

const newId = () => uuid().primaryKey().default(sql`uuidv7()`);

/** 密室: read and written under its own role alone (app/db/sealed.ts). */
export const protection = pgSchema('protection');

/** 保护报告: who noticed what, when, where from; what was noticed and the evidence lie encrypted. LOCAL. */
export const protectionReports = protection.table(
  'reports',
  {
    id: newId(),
    regionCode: regionCode('region_code').notNull(),
    source: text({ enum: reportSources }).notNull(),
    /** Which thing of which room it was seen in. */
    about: plainJson().notNull().$type<{ kind: string; subjectId: string } | null>(),
    sealedNoticed: text('sealed_noticed').notNull(),
    sealedEvidence: text('sealed_evidence').notNull(),
    files: plainJson().notNull().$type<{ fileId: string; sha256: string }[]>(),
    basis: text().notNull(),
    state: text({ enum: reportStates }).notNull().default('open'),
    openedBy: text('opened_by').notNull(),
    openedByName: text('opened_by_name').notNull(),
    openedAt: at('opened_at').notNull(),
    toldAboveAt: at('told_above_at'),
    closedBy: text('closed_by').notNull().default(''),
    closedByName: text('closed_by_name'),
    closedAt: at('closed_at'),
    sealedClosing: text('sealed_closing'),
    /** 解除保全: why the evidence is not kept any longer, said by another person than closed the report; the evidence is then gone. */
    holdEnding: text('hold_ending', { enum: holdEndings }),
    holdEndedByName: text('hold_ended_by_name').notNull().default(''),
    holdEndedAt: at('hold_ended_at'),
    sealedHoldReason: text('sealed_hold_reason'),
  },
  (t) => [index('protection_reports_by_region').on(t.regionCode, t.id), index('protection_reports_open').on(t.openedAt).where(sql`state = 'open'`)],
);

/** 知悉: when each person was told, and when they said that they know. LOCAL. */
export const protectionKnowing = protection.table(
  'knowing',
  {
    reportId: uuid('report_id').notNull().references(() => protectionReports.id),
    userId: text('user_id').notNull(),
    name: text().notNull(),
    toldAt: at('told_at').notNull(),
    knewAt: at('knew_at'),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.userId] })],
);

/** 查阅记录: written before anything is shown, with the reason. LOCAL. */
export const protectionReadings = protection.table(
  'readings',
  {
    id: newId(),
    reportId: uuid('report_id').notNull().references(() => protectionReports.id),
    readBy: text('read_by').notNull(),
    readByName: text('read_by_name').notNull(),
    reason: text().notNull(),
    at: at('at').notNull(),
    until: at('until').notNull(),
  },
  (t) => [index('protection_readings_by_report').on(t.reportId, t.id)],
);

/** 值守人: who is told at once of suspected harm in a region. LOCAL. */
export const protectionDuties = pgTable(
  'protection_duties',
  {
    regionCode: regionCode('region_code').notNull(),
    userId: text('user_id').notNull(),
    name: text().notNull(),
    namedByName: text('named_by_name').notNull(),
    namedAt: at('named_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.regionCode, t.userId] }), index('protection_duties_by_user').on(t.userId)],
);
