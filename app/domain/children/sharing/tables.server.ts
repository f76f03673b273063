import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { about, at, county, day, inItsCounty, regionCode } from '#app/db/columns.ts';
import { dataKinds } from '#app/domain/children/impact-assessments/model.ts';
import { articles, endings, partnerKinds, partnerStates, shareBases, shareSources } from './model.ts';

/** 合作方: who receives data of children, under which contract and which assessment. Never deleted. LOCAL. */
export const sharePartners = pgTable(
  'share_partners',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    regionCode: regionCode('region_code').notNull(),
    name: text().notNull(),
    creditCode: text('credit_code').notNull().default(''),
    kind: text({ enum: partnerKinds }).notNull(),
    contact: text().notNull(),
    contract: text().notNull(),
    scope: text().notNull(),
    duties: text().notNull(),
    fields: text({ enum: dataKinds }).array().notNull(),
    validFrom: day('valid_from').notNull(),
    validTo: day('valid_to').notNull(),
    state: text({ enum: partnerStates }).notNull().default('prepared'),
    assessmentId: uuid('assessment_id'),
    enteredBy: text('entered_by').notNull().default(''), // whoever wrote the contract last
    enteredByName: text('entered_by_name').notNull(),
    enteredAt: at('entered_at').notNull(),
    enabledByName: text('enabled_by_name'),
    enabledAt: at('enabled_at'),
    endedAt: at('ended_at'),
    endNote: text('end_note').notNull().default(''),
  },
  (t) => [
    index('share_partners_by_region').on(t.regionCode, t.id),
    check('partner_contract_ends_after_it_begins', sql`${t.validTo} >= ${t.validFrom}`),
    check('enabled_partners_are_assessed', sql`${t.state} <> 'enabled' or ${t.assessmentId} is not null`),
  ],
);

/** 对外提供记录: what was handed to whom, why, on what ground, until when, and what became of it. Never deleted. COUNTY. */
export const shares = pgTable(
  'shares',
  {
    ...about(),
    partnerId: uuid('partner_id'),
    receiver: text().notNull(),
    fields: text({ enum: dataKinds }).array().notNull(),
    purpose: text().notNull(),
    basis: text({ enum: shareBases }).notNull(),
    article: text({ enum: articles }),
    articleNote: text('article_note').notNull().default(''),
    childCount: integer('child_count').notNull(),
    sharedOn: day('shared_on').notNull(),
    expiresOn: day('expires_on').notNull(),
    source: text({ enum: shareSources }).notNull().default('desk'),
    sourceId: text('source_id'),
    recordedBy: text('recorded_by').notNull(),
    recordedByName: text('recorded_by_name').notNull(),
    recordedAt: at('recorded_at').notNull(),
    /** Why it ends before its day: the consent was withdrawn. */
    endedEarly: text('ended_early', { enum: ['withdrawn', 'erased'] }),
    settledAt: at('settled_at'),
    settledByName: text('settled_by_name'),
    ending: text({ enum: endings }),
    endingNote: text('ending_note').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    index('shares_by_region').on(t.regionCode, t.id),
    index('shares_to_confirm').on(t.expiresOn).where(sql`settled_at is null`),
    uniqueIndex('one_share_per_source').on(t.countyCode, t.source, t.sourceId).where(sql`source_id is not null`),
    check('share_of_somebody', sql`${t.childCount} > 0`),
    check('share_by_law_names_its_article', sql`(${t.basis} = 'law') = (${t.article} is not null)`),
    check('without_a_partner_only_by_law', sql`${t.partnerId} is not null or ${t.basis} = 'law'`),
    check('settled_shares_say_how', sql`(${t.settledAt} is null) = (${t.ending} is null)`),
    inItsCounty('share_in_its_county', t),
  ],
);

/** 涉及的孩子: whose data it was, as long as the child is known here and the class 'share-children' is kept. COUNTY. */
export const shareChildren = pgTable(
  'share_children',
  {
    countyCode: county(),
    shareId: uuid('share_id').notNull(),
    childId: uuid('child_id').notNull(),
    /** The consent was taken back: the receiver has to stop with this child. */
    withdrawnAt: at('withdrawn_at'),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.shareId, t.childId] }), index('share_children_by_child').on(t.childId)],
);
