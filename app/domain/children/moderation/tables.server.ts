import { sql } from 'drizzle-orm';
import { boolean, check, date, foreignKey, index, integer, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, county, plainJson, regionCode } from '#app/db/columns.ts';
import { authorities, complaintKinds, faceStates, type FieldText, type Flag, itemKinds, itemStates, type Label, type ListedWord, reasons, severities } from './model.ts';

const inItsCounty = (name: string, t: { countyCode: unknown; regionCode: unknown }) => check(name, sql`${t.countyCode} = case when ${t.regionCode} = '*' then 0 else rpad(left(${t.regionCode}, 6), 6, '0')::int end`);

/** 待审内容: one thing of a child's (or said to children) and what became of it; who the child is stands in the room it came from. COUNTY. */
export const moderationItems = pgTable(
  'moderation_items',
  {
    countyCode: county(),
    id: uuid().notNull().default(sql`uuidv7()`),
    regionCode: regionCode('region_code').notNull(),
    kind: text({ enum: itemKinds }).notNull(),
    subjectId: text('subject_id').notNull(),
    from: text({ enum: ['child', 'adult'] }).notNull(),
    /** Only so that what is held for a child can be deleted, or kept under a legal hold, with the rest of theirs. */
    childId: uuid('child_id'),
    texts: plainJson().notNull().$type<FieldText[]>(),
    /** 改过的文字 beside the original; public only after the child or guardian agreed. */
    edited: plainJson().$type<FieldText[]>(),
    flags: plainJson().notNull().$type<Flag[]>(),
    severity: text({ enum: severities }),
    labels: text().array().notNull().$type<Label[]>().default([]),
    needsTwo: boolean('needs_two').notNull().default(false),
    state: text({ enum: itemStates }).notNull().default('waiting'),
    /** 证据锁定: neither changed nor deleted while a report about it is open. */
    isLocked: boolean('is_locked').notNull().default(false),
    /** 解锁后删除: taken back or forgotten while it was locked. */
    dropAfterLock: boolean('drop_after_lock').notNull().default(false),
    revision: integer().notNull().default(1),
    receivedAt: at('received_at').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    firstBy: text('first_by'),
    concludedBy: text('concluded_by'),
    concludedByName: text('concluded_by_name'),
    concludedAt: at('concluded_at'),
    reason: text({ enum: reasons }),
    note: text().notNull().default(''),
    agreedBy: text('agreed_by', { enum: ['child', 'guardian'] }),
    agreedAt: at('agreed_at'),
    declinedAt: at('declined_at'),
    toldLateAt: at('told_late_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    inItsCounty('moderation_item_in_its_county', t),
    uniqueIndex('one_item_for_each_thing').on(t.countyCode, t.kind, t.subjectId),
    index('moderation_items_by_subject').on(t.kind, t.subjectId),
    index('moderation_items_by_child').on(t.childId).where(sql`child_id is not null`),
    index('moderation_queue').on(t.regionCode, t.state, t.receivedAt),
    index('moderation_due').on(t.dueOn).where(sql`state in ('waiting', 'second') and told_late_at is null`),
  ],
);

/** 待审附件: pictures and recordings; a picture is public only when somebody has looked for faces. COUNTY. */
export const moderationFiles = pgTable(
  'moderation_files',
  {
    countyCode: county(),
    itemId: uuid('item_id').notNull(),
    fileId: uuid('file_id').notNull(),
    position: smallint().notNull(),
    isPicture: boolean('is_picture').notNull(),
    faces: text({ enum: faceStates }).notNull().default('unknown'),
    /** 遮挡后的副本: what is public instead of the original. */
    shownFileId: uuid('shown_file_id'),
    settledByName: text('settled_by_name'),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.itemId, t.fileId] }),
    foreignKey({ name: 'file_of_an_item', columns: [t.countyCode, t.itemId], foreignColumns: [moderationItems.countyCode, moderationItems.id] }).onDelete('cascade'),
  ],
);

/** 出镜的孩子: who can be recognised in a picture, so that each one's consent is asked. COUNTY. */
export const moderationPortraits = pgTable(
  'moderation_portraits',
  {
    countyCode: county(),
    itemId: uuid('item_id').notNull(),
    childId: uuid('child_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.itemId, t.childId] }),
    foreignKey({ name: 'portrait_of_an_item', columns: [t.countyCode, t.itemId], foreignColumns: [moderationItems.countyCode, moderationItems.id] }).onDelete('cascade'),
    index('moderation_portraits_by_child').on(t.childId),
  ],
);

/** 上报: illegal content reported to an authority, with what was kept as evidence; only added. COUNTY. */
export const moderationReports = pgTable(
  'moderation_reports',
  {
    countyCode: county(),
    id: uuid().notNull().default(sql`uuidv7()`),
    itemId: uuid('item_id').notNull(),
    regionCode: regionCode('region_code').notNull(),
    authority: text({ enum: authorities }).notNull(),
    number: text().notNull().default(''),
    texts: plainJson().notNull().$type<FieldText[]>(),
    fileHashes: text('file_hashes').array().notNull().default([]),
    reportedByName: text('reported_by_name').notNull(),
    reportedAt: at('reported_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.id] }), inItsCounty('moderation_report_in_its_county', t)],
);

/** 儿童投诉: what somebody on a child page complained about. COUNTY. */
export const moderationComplaints = pgTable(
  'moderation_complaints',
  {
    countyCode: county(),
    id: uuid().notNull().default(sql`uuidv7()`),
    regionCode: regionCode('region_code').notNull(),
    what: text({ enum: complaintKinds }).notNull(),
    page: text().notNull(),
    about: plainJson().$type<{ kind: string; subjectId: string }>(),
    childId: uuid('child_id'),
    madeAt: at('made_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.id] }), inItsCounty('moderation_complaint_in_its_county', t), index('moderation_complaints_by_child').on(t.childId).where(sql`child_id is not null`)],
);

/** 敏感词表: one version after another, each whole; the newest counts. REFERENCE. */
export const moderationWordLists = pgTable('moderation_word_lists', {
  version: integer().primaryKey(),
  words: plainJson().notNull().$type<ListedWord[]>(),
  note: text().notNull(),
  publishedBy: text('published_by').notNull(),
  publishedByName: text('published_by_name').notNull(),
  publishedAt: at('published_at').notNull(),
});

/** 审核期限 a region has set for itself and what lies below it. REFERENCE. */
export const moderationLimits = pgTable('moderation_limits', {
  regionCode: regionCode('region_code').primaryKey(),
  workdays: smallint().notNull(),
  setByName: text('set_by_name').notNull(),
  setAt: at('set_at').notNull(),
});
