import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgSchema, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, plainJson, regionCode } from '#app/db/columns.ts';
import { layers } from '#app/platform/ctx.ts';
import { bands, bases, decisions, purposes, relations, rightKinds } from './model.ts';

const id = () => uuid().primaryKey().default(sql`uuidv7()`);

/** 密室: read and written under its own role alone (app/db/sealed.ts). */
export const identity = pgSchema('identity');

/** 儿童: the least identity we can live with; every field that identifies is sealed. LOCAL. */
export const children = identity.table(
  'children',
  {
    id: id(),
    regionCode: regionCode('region_code').notNull(),
    basis: text({ enum: bases }).notNull(),
    basisNote: text('basis_note').notNull().default(''),
    sealedName: text('sealed_name').notNull(),
    sealedBirthday: text('sealed_birthday').notNull(),
    sealedNickname: text('sealed_nickname').notNull(),
    registeredBy: text('registered_by').notNull(),
    registeredAt: at('registered_at').notNull(),
    /** 要求删除的时刻 of a child whom a legal hold keeps: nothing is done with the data any more, and it goes when the hold ends. */
    eraseAskedAt: at('erase_asked_at'),
  },
  (t) => [
    index('children_by_region').on(t.regionCode),
    check('another_basis_says_why', sql`${t.basis} = 'consent' or ${t.basisNote} <> ''`),
  ],
);

const childId = () => uuid('child_id').notNull().references(() => children.id, { onDelete: 'cascade' });

/** 监护人: whose child it is. LOCAL. */
export const guardianships = identity.table(
  'guardianships',
  { childId: childId(), userId: text('user_id').notNull(), relation: text({ enum: relations }).notNull(), since: at('since').notNull() },
  (t) => [primaryKey({ columns: [t.childId, t.userId] }), index('guardianships_by_user').on(t.userId)],
);

/** 同意: one line for each purpose and time somebody was asked; the latest of a purpose counts. LOCAL. */
export const consents = identity.table(
  'consents',
  {
    id: id(),
    childId: childId(),
    purpose: text({ enum: purposes }).notNull(),
    decision: text({ enum: decisions }).notNull(),
    band: text({ enum: bands }).notNull(),
    guardianSays: boolean('guardian_says'),
    childSays: boolean('child_says'),
    saidBy: text('said_by', { enum: ['guardian', 'child', 'paper'] }).notNull(),
    userId: text('user_id').notNull(),
    paperFileId: uuid('paper_file_id'),
    noticeVersion: integer('notice_version').notNull(),
    noticeHash: text('notice_hash').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    index('consents_by_child').on(t.childId, t.purpose, t.id.desc()),
    check('paper_is_kept', sql`${t.saidBy} <> 'paper' or ${t.paperFileId} is not null`),
  ],
);

/** 登录卡: the code on a child's card, and the drawings that open it. LOCAL. */
export const cards = identity.table('cards', {
  childId: uuid('child_id').primaryKey().references(() => children.id, { onDelete: 'cascade' }),
  sealedCode: text('sealed_code').notNull(),
  codeSign: text('code_sign').notNull().unique(),
  picturesHash: text('pictures_hash').notNull(),
  wrongCount: integer('wrong_count').notNull().default(0),
  lockedUntil: at('locked_until'),
  madeAt: at('made_at').notNull(),
});

/** 邀请条: what a community worker hands to a guardian after seeing who they are. LOCAL. */
export const guardianSlips = identity.table(
  'guardian_slips',
  {
    id: id(),
    sealedCode: text('sealed_code').notNull(),
    codeSign: text('code_sign').notNull().unique(),
    sealedName: text('sealed_name').notNull(),
    /** 纸上登记的孩子: whoever accepts the slip is the guardian of this child from then on. */
    childId: uuid('child_id').references(() => children.id, { onDelete: 'cascade' }),
    relation: text({ enum: relations }),
    regionCode: regionCode('region_code').notNull(),
    issuedBy: text('issued_by').notNull(),
    issuedAt: at('issued_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
    usedBy: text('used_by'),
    revokedAt: at('revoked_at'),
  },
  (t) => [index('guardian_slips_by_region').on(t.regionCode, t.id), index('guardian_slips_by_child').on(t.childId).where(sql`child_id is not null`)],
);

/** 查阅授权: one officer asks to open one child's identity for some hours; another decides. LOCAL. */
export const accessGrants = identity.table(
  'access_grants',
  {
    id: id(),
    childId: childId(),
    regionCode: regionCode('region_code').notNull(),
    askedBy: text('asked_by').notNull(),
    askedByName: text('asked_by_name').notNull(),
    reason: text().notNull(),
    hours: integer().notNull(),
    askedAt: at('asked_at').notNull(),
    decidedBy: text('decided_by'),
    decidedByName: text('decided_by_name'),
    decidedAt: at('decided_at'),
    isApproved: boolean('is_approved'),
    decisionNote: text('decision_note').notNull().default(''),
    expiresAt: at('expires_at'),
  },
  (t) => [
    index('access_grants_by_child').on(t.childId, t.id),
    index('access_grants_by_region').on(t.regionCode, t.id),
    check('another_person_decides', sql`${t.decidedBy} is distinct from ${t.askedBy}`),
  ],
);

/** 查阅记录: written before anything is shown; it outlives the child's data and names nobody but who looked. LOCAL. */
export const openings = identity.table(
  'openings',
  {
    id: id(),
    grantId: uuid('grant_id'),
    childId: uuid('child_id').notNull(),
    regionCode: regionCode('region_code').notNull(),
    openedBy: text('opened_by').notNull(),
    openedByName: text('opened_by_name').notNull(),
    at: at('at').notNull(),
  },
  (t) => [index('openings_by_child').on(t.childId, t.id), index('openings_by_region').on(t.regionCode, t.id)],
);

/** 权利请求: asked in writing, answered with a day to answer by; a refusal gives its reason. LOCAL. */
export const rightsRequests = identity.table(
  'rights_requests',
  {
    id: id(),
    childId: childId(),
    regionCode: regionCode('region_code').notNull(),
    askedBy: text('asked_by').notNull(),
    kind: text({ enum: rightKinds }).notNull(),
    sealedWords: text('sealed_words').notNull(),
    askedAt: at('asked_at').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    answeredAt: at('answered_at'),
    answeredByName: text('answered_by_name'),
    isGranted: boolean('is_granted'),
    sealedAnswer: text('sealed_answer'),
  },
  (t) => [
    index('rights_requests_by_region').on(t.regionCode, t.id),
    index('rights_requests_by_child').on(t.childId, t.id),
    check('answers_have_words', sql`(${t.answeredAt} is null) = (${t.sealedAnswer} is null)`),
  ],
);

/** 班级码、社区码: lets somebody speak as a child of a place, and says nothing of who it is. LOCAL. */
export const classCodes = pgTable(
  'class_codes',
  {
    id: id(),
    code: text().notNull(),
    regionCode: regionCode('region_code').notNull(),
    layer: text({ enum: layers }).notNull(),
    purposes: text().array().notNull(),
    label: text().notNull().default(''),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    validTo: date('valid_to', { mode: 'string' }).notNull(),
    mostUses: integer('most_uses'),
    uses: integer().notNull().default(0),
    issuedBy: text('issued_by').notNull(),
    issuedByName: text('issued_by_name').notNull(),
    issuedAt: at('issued_at').notNull(),
    revokedAt: at('revoked_at'),
  },
  (t) => [
    unique('one_class_code_per_words').on(t.code),
    index('class_codes_by_region').on(t.regionCode, t.id),
    check('class_code_ends_after_it_begins', sql`${t.validTo} >= ${t.validFrom}`),
  ],
);

/** 儿童个人信息处理规则: each version as it was published, for adults and for children. LOCAL. */
export const childNotices = pgTable('child_notices', {
  version: integer().primaryKey(),
  hash: text().notNull(),
  content: plainJson().notNull(),
  publishedAt: at('published_at').notNull(),
  publishedByName: text('published_by_name').notNull(),
});

/** 删除清单: opaque ids of children who are gone, so that a restored backup forgets them again. LOCAL. */
export const erasures = pgTable('erasures', {
  childId: uuid('child_id').primaryKey(),
  erasedAt: at('erased_at').notNull(),
});
