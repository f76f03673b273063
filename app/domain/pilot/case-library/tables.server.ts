import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { plainJson, regionCode } from '#app/db/columns.ts';
import { type CaseContent, caseStates, consents } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const newId = () => uuid().primaryKey().default(sql`uuidv7()`);

/** 案例: what is being written; what everybody reads is its newest version. LOCAL. */
export const cases = pgTable(
  'library_cases',
  {
    id: newId(),
    number: text().notNull().unique(),
    regionCode: regionCode('region_code').notNull(),
    state: text({ enum: caseStates }).notNull().default('draft'),
    draft: plainJson().notNull().$type<CaseContent>(),
    revision: integer().notNull().default(0),
    /** The published version; 0 before the first. */
    version: integer().notNull().default(0),
    isShown: boolean('is_shown').notNull().default(false),
    reviewNote: text('review_note').notNull().default(''),
    writtenBy: text('written_by').notNull(),
    writtenByName: text('written_by_name').notNull(),
    writtenAt: at('written_at').notNull(),
    submittedBy: text('submitted_by'),
    submittedAt: at('submitted_at'),
  },
  (t) => [index('library_cases_shown').on(t.id).where(sql`is_shown`), index('library_cases_by_region').on(t.regionCode, t.id), index('library_cases_by_state').on(t.state, t.id)],
);

/** 编号: the last number of a year. LOCAL. */
export const caseNumbers = pgTable('library_case_numbers', { year: integer().primaryKey(), last: integer().notNull() });

/** 案例版本: what was published, as it was; only added. LOCAL. */
export const caseVersions = pgTable(
  'library_case_versions',
  {
    caseId: uuid('case_id').notNull().references(() => cases.id),
    version: integer().notNull(),
    content: plainJson().notNull().$type<CaseContent>(),
    hash: text().notNull(),
    changes: text().notNull().default(''),
    publishedBy: text('published_by').notNull(),
    publishedByName: text('published_by_name').notNull(),
    publishedAt: at('published_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.version] })],
);

/** 同意: who agreed that everybody may read it, for the text as it stood; given anew when that has changed. LOCAL. */
export const caseConsents = pgTable(
  'library_case_consents',
  {
    caseId: uuid('case_id').notNull().references(() => cases.id),
    consent: text({ enum: consents }).notNull(),
    statement: text().notNull(),
    givenBy: text('given_by').notNull(),
    givenByName: text('given_by_name').notNull(),
    givenAt: at('given_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.consent] })],
);

/** 案例与细则 of what is published: which rules a case serves, to find it by. LOCAL. */
export const caseRules = pgTable(
  'library_case_rules',
  { caseId: uuid('case_id').notNull().references(() => cases.id, { onDelete: 'cascade' }), ruleId: text('rule_id').notNull() },
  (t) => [primaryKey({ columns: [t.ruleId, t.caseId] })],
);

/** 专辑: cases put together under one thought. LOCAL. */
export const collections = pgTable('library_collections', {
  id: newId(),
  title: text().notNull(),
  titleEn: text('title_en').notNull(),
  intro: text().notNull().default(''),
  introEn: text('intro_en').notNull().default(''),
  isShown: boolean('is_shown').notNull().default(false),
  madeByName: text('made_by_name').notNull(),
  madeAt: at('made_at').notNull(),
});

/** 专辑里的案例, in their order. LOCAL. */
export const collectionCases = pgTable(
  'library_collection_cases',
  {
    collectionId: uuid('collection_id').notNull().references(() => collections.id, { onDelete: 'cascade' }),
    caseId: uuid('case_id').notNull().references(() => cases.id),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.collectionId, t.caseId] })],
);

/** 影响: where a case was taken over, counted once for a place and a plan. LOCAL. */
export const caseReach = pgTable(
  'library_case_reach',
  {
    id: newId(),
    caseId: uuid('case_id').notNull().references(() => cases.id),
    version: integer().notNull(),
    regionCode: regionCode('region_code').notNull(),
    planId: text('plan_id').notNull(),
    takenByName: text('taken_by_name').notNull(),
    takenAt: at('taken_at').notNull(),
  },
  (t) => [unique('case_taken_once_into_a_plan').on(t.caseId, t.planId), index('library_case_reach_by_case').on(t.caseId)],
);
