import { sql } from 'drizzle-orm';
import { date, integer, jsonb, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { regionCode } from '#app/db/columns.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { editions } from '#app/domain/base/standard/tables.server.ts';
import { rubrics } from '#app/domain/pilot/rubrics/tables.server.ts';
import { type ApplicantLevel, callStates, type CheckSettings, type NoticeSettings, type QuestionSet, type ReviewSettings } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const newId = () => uuid().primaryKey().default(sql`uuidv7()`);

/** 题集. REFERENCE. */
export const questionSets = pgTable('question_sets', {
  id: text().primaryKey(),
  content: jsonb().notNull().$type<QuestionSet>(),
  publishedAt: at('published_at'),
});

/** 批次. LOCAL. */
export const calls = pgTable('calls', {
  id: newId(),
  title: text().notNull(),
  titleEn: text('title_en').notNull().default(''),
  about: text().notNull().default(''),
  regionCode: regionCode('region_code').notNull().default('*'),
  /** The same as a reference: a call of the whole nation ('*') lies in no region of the list. */
  placeCode: regionCode('place_code').generatedAlwaysAs(sql`nullif(region_code, '*')`).references(() => regions.code),
  editionId: text('edition_id').notNull().references(() => editions.id),
  questionSetId: text('question_set_id').notNull().references(() => questionSets.id),
  /** Chosen beforehand or taken on the day of publishing; without one the sections of the edition are scored. */
  rubricId: uuid('rubric_id').references(() => rubrics.id),
  places: integer().notNull(),
  applicantLevels: jsonb('applicant_levels').notNull().$type<ApplicantLevel[]>(),
  opensOn: date('opens_on', { mode: 'string' }).notNull(),
  closesOn: date('closes_on', { mode: 'string' }).notNull(),
  state: text({ enum: callStates }).notNull().default('draft'),
  revision: integer().notNull().default(0),
  check: jsonb().notNull().$type<CheckSettings>(),
  review: jsonb().notNull().$type<ReviewSettings>(),
  notice: jsonb().notNull().$type<NoticeSettings>(),
  /** So many broken minutes of the last hour extend the call by themselves; 0 never does. */
  rescueMinutes: smallint('rescue_minutes').notNull().default(5),
  createdBy: text('created_by').notNull(),
  createdAt: at('created_at').notNull(),
  publishedAt: at('published_at'),
  closedAt: at('closed_at'),
});

/** 延期: a last day that moved, with its reason. LOCAL. */
export const callExtensions = pgTable('call_extensions', {
  id: newId(),
  callId: uuid('call_id').notNull().references(() => calls.id),
  from: date('from_day', { mode: 'string' }).notNull(),
  to: date('to_day', { mode: 'string' }).notNull(),
  reason: text().notNull(),
  by: text().notNull(),
  at: at('at').notNull(),
});
