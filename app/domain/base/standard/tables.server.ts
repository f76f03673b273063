import { sql } from 'drizzle-orm';
import { boolean, date, foreignKey, integer, jsonb, pgPolicy, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { editionStates, ruleKinds, type Source, type Threshold } from './model.ts';

/**
 * 规范版本: once published nothing in it changes. The app's role may alter or remove a draft only (policies below),
 * and it can add to the content tables but never alter them (grants). REFERENCE.
 */
export const editions = pgTable(
  'editions',
  {
    id: text().primaryKey(),
    zh: text().notNull(),
    en: text().notNull(),
    note: text().notNull().default(''),
    noteEn: text('note_en').notNull().default(''),
    state: text({ enum: editionStates }).notNull().default('draft'),
    effectiveFrom: date('effective_from', { mode: 'string' }),
    publishedAt: timestamp('published_at', { withTimezone: true }),
    sources: jsonb().notNull().$type<Record<string, Source>>(),
    hash: text().notNull(),
  },
  () => [
    pgPolicy('everybody_reads_editions', { for: 'select', using: sql`true` }),
    pgPolicy('an_edition_begins_as_a_draft', { for: 'insert', withCheck: sql`state = 'draft'` }),
    pgPolicy('only_a_draft_changes', { for: 'update', using: sql`state = 'draft'`, withCheck: sql`true` }),
    pgPolicy('only_a_draft_goes', { for: 'delete', using: sql`state = 'draft'` }),
  ],
);

const inEdition = () => text('edition_id').notNull().references(() => editions.id, { onDelete: 'cascade' });
const words = () => ({ position: integer().notNull(), zh: text().notNull(), en: text().notNull() });

/** 原则. REFERENCE. */
export const principles = pgTable('principles', { editionId: inEdition(), id: text().notNull(), ...words() }, (t) => [
  primaryKey({ columns: [t.editionId, t.id] }),
]);

/** 板块. REFERENCE. */
export const sections = pgTable(
  'sections',
  {
    editionId: inEdition(),
    id: text().notNull(),
    chapter: text().notNull().default(''),
    ...words(),
    about: text().notNull().default(''),
    aboutEn: text('about_en').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.id] })],
);

/** 规范要求. REFERENCE. */
export const norms = pgTable(
  'norms',
  { editionId: inEdition(), id: text().notNull(), sectionId: text('section_id').notNull(), ...words() },
  (t) => [
    primaryKey({ columns: [t.editionId, t.id] }),
    foreignKey({ name: 'norm_in_section', columns: [t.editionId, t.sectionId], foreignColumns: [sections.editionId, sections.id] }).onDelete('cascade'),
  ],
);

/** 细则. REFERENCE. */
export const rules = pgTable(
  'rules',
  {
    editionId: inEdition(),
    id: text().notNull(),
    normId: text('norm_id').notNull(),
    ...words(),
    kind: text({ enum: ruleKinds }).notNull(),
    isSeen: boolean('is_seen').notNull(),
    basis: text().notNull(),
    evidence: jsonb().notNull().$type<string[]>(),
    src: jsonb().notNull().$type<string[]>(),
    draftItems: jsonb('draft_items').notNull().$type<number[]>(),
    goalAreas: jsonb('goal_areas').notNull().$type<number[]>(),
    threshold: jsonb().$type<Threshold>(),
  },
  (t) => [
    primaryKey({ columns: [t.editionId, t.id] }),
    foreignKey({ name: 'rule_in_norm', columns: [t.editionId, t.normId], foreignColumns: [norms.editionId, norms.id] }).onDelete('cascade'),
  ],
);
