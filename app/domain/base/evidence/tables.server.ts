import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, numeric, pgTable, primaryKey, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { plainJson, regionCode } from '#app/db/columns.ts';
import { ageBands, citers, confidentialities, type Content, type EvidenceFile, kinds } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** 佐证: entered once, cited by many. COUNTY. */
export const evidence = pgTable(
  'evidence',
  {
    countyCode: integer('county_code').notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    regionCode: regionCode('region_code').notNull(),
    kind: text({ enum: kinds }).notNull(),
    title: text().notNull(),
    text: text().notNull().default(''),
    number: numeric({ mode: 'number' }),
    unit: text().notNull().default(''),
    factKey: text('fact_key').notNull().default(''),
    files: plainJson().notNull().$type<EvidenceFile[]>(),
    place: text().notNull().default(''),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    validTo: date('valid_to', { mode: 'string' }),
    source: text().notNull(),
    ageBand: text('age_band', { enum: ageBands }).notNull().default(''),
    confidentiality: text({ enum: confidentialities }).notNull(),
    hash: text().notNull(),
    revision: integer().notNull().default(1),
    addedBy: text('added_by').notNull(),
    addedByName: text('added_by_name').notNull(),
    addedAt: at('added_at').notNull(),
    changedAt: at('changed_at').notNull(),
    withdrawnAt: at('withdrawn_at'),
    withdrawnFor: text('withdrawn_for').notNull().default(''),
    /** How far the place was told that it runs out: 0 not yet, then each warning, last that it is over. */
    toldStage: smallint('told_stage').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    check('evidence_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
    check('evidence_days', sql`${t.validTo} is null or ${t.validTo} >= ${t.validFrom}`),
    uniqueIndex('evidence_entered_once').on(t.countyCode, t.regionCode, t.hash).where(sql`withdrawn_at is null`),
    index('evidence_by_region').on(t.countyCode, t.regionCode, t.id),
    index('evidence_running_out').on(t.validTo, t.countyCode, t.id).where(sql`withdrawn_at is null and valid_to is not null and told_stage < 3`),
  ],
);

/** 旧版佐证: what a piece said until it was corrected. COUNTY. */
export const evidenceRevisions = pgTable(
  'evidence_revisions',
  {
    countyCode: integer('county_code').notNull(),
    evidenceId: uuid('evidence_id').notNull(),
    revision: integer().notNull(),
    regionCode: regionCode('region_code').notNull(),
    content: plainJson().notNull().$type<Content>(),
    hash: text().notNull(),
    reason: text().notNull(),
    replacedAt: at('replaced_at').notNull(),
    replacedByName: text('replaced_by_name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.evidenceId, t.revision] }),
    foreignKey({ name: 'revision_of_evidence', columns: [t.countyCode, t.evidenceId], foreignColumns: [evidence.countyCode, evidence.id] }),
    check('evidence_revision_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
  ],
);

/** 引用: one thing that rests on a piece of evidence, perhaps for one rule; it remembers the hash it rested on. COUNTY. */
export const evidenceCitations = pgTable(
  'evidence_citations',
  {
    countyCode: integer('county_code').notNull(),
    evidenceId: uuid('evidence_id').notNull(),
    by: text('cited_by', { enum: citers }).notNull(),
    subjectId: text('subject_id').notNull(),
    ruleId: text('rule_id').notNull().default(''),
    regionCode: regionCode('region_code').notNull(),
    hash: text().notNull(),
    citedBy: text('cited_by_person').notNull(),
    citedByName: text('cited_by_name').notNull(),
    citedAt: at('cited_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'one_citation_for_a_rule', columns: [t.countyCode, t.evidenceId, t.by, t.subjectId, t.ruleId] }),
    foreignKey({ name: 'citation_of_evidence', columns: [t.countyCode, t.evidenceId], foreignColumns: [evidence.countyCode, evidence.id] }),
    check('evidence_citation_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
    index('citations_by_subject').on(t.countyCode, t.by, t.subjectId),
  ],
);
