import { sql } from 'drizzle-orm';
import { type AnyPgColumn, boolean, date, index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { plainJson, regionCode } from '#app/db/columns.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { notices } from '#app/domain/pilot/notices/tables.server.ts';
import type { Credential } from './credential.ts';
import { type CertificateContent, certificateStates, type LevelContent, levels, measureKinds, measureOutcomes, measureStates } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const newId = () => uuid().primaryKey().default(sql`uuidv7()`);

/** 证书等级设置: in force from a day on; the last one saved for a day counts, none is altered. LOCAL. */
export const awardLevels = pgTable(
  'award_levels',
  {
    id: newId(),
    level: text({ enum: levels }).notNull(),
    effectiveFrom: date('effective_from', { mode: 'string' }).notNull(),
    content: plainJson().notNull().$type<LevelContent>(),
    savedBy: text('saved_by').notNull(),
    savedByName: text('saved_by_name').notNull(),
    savedAt: at('saved_at').notNull(),
  },
  (t) => [index('award_levels_in_time').on(t.level, t.effectiveFrom, t.id)],
);

/** 签名密钥: the secret half lies sealed; keys that sign no more stay, so that old certificates can be checked. LOCAL. */
export const signingKeys = pgTable(
  'signing_keys',
  {
    id: newId(),
    controller: text().notNull(),
    kid: text().notNull().unique(),
    publicKey: text('public_key').notNull(),
    sealedKey: text('sealed_key').notNull(),
    madeAt: at('made_at').notNull(),
    retiredAt: at('retired_at'),
    withdrawnAt: at('withdrawn_at'),
    reason: text().notNull().default(''),
  },
  (t) => [uniqueIndex('one_key_signs').on(t.controller).where(sql`${t.retiredAt} is null`)],
);

/** 证书. LOCAL. */
export const certificates = pgTable(
  'certificates',
  {
    id: newId(),
    number: text().notNull().unique(),
    applicationId: uuid('application_id').notNull().references(() => applications.id),
    noticeId: uuid('notice_id').notNull().references(() => notices.id),
    regionCode: regionCode('region_code').notNull(),
    level: text({ enum: levels }).notNull(),
    grade: text(),
    content: plainJson().notNull().$type<CertificateContent>(),
    issuedOn: date('issued_on', { mode: 'string' }).notNull(),
    validUntil: date('valid_until', { mode: 'string' }).notNull(),
    state: text({ enum: certificateStates }).notNull().default('valid'),
    stateSince: at('state_since').notNull(),
    stateReason: text('state_reason').notNull().default(''),
    replacesId: uuid('replaces_id').unique().references((): AnyPgColumn => certificates.id),
    statusIndex: integer('status_index').notNull().unique(),
    kid: text().notNull(),
    credential: plainJson().notNull().$type<Credential>(),
    credentialHash: text('credential_hash').notNull(),
    issuedBy: text('issued_by').notNull(),
    issuedByName: text('issued_by_name').notNull(),
    issuedAt: at('issued_at').notNull(),
    renewalAskedAt: at('renewal_asked_at'),
    renewalNote: text('renewal_note').notNull().default(''),
  },
  (t) => [
    uniqueIndex('issued_once').on(t.applicationId, t.level).where(sql`${t.replacesId} is null`),
    index('certificates_by_application').on(t.applicationId, t.id),
    index('certificates_by_region').on(t.regionCode, t.id),
    index('certificates_by_end').on(t.validUntil).where(sql`state in ('valid', 'suspended')`),
    index('certificates_off').on(t.statusIndex).where(sql`state <> 'valid'`),
  ],
);

/** 证书号: the last serial of a year; the last place in the status lists stands under year 0. LOCAL. */
export const certificateNumbers = pgTable('certificate_numbers', {
  year: integer().primaryKey(),
  last: integer().notNull(),
});

/** 状态名单: the signed list as everybody fetches it, written anew with every change. LOCAL. */
export const statusLists = pgTable(
  'status_lists',
  {
    purpose: text({ enum: ['revocation', 'suspension'] }).notNull(),
    number: integer().notNull(),
    credential: plainJson().notNull().$type<Credential>(),
    signedAt: at('signed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.purpose, t.number] })],
);

/** 处置: notice with grounds, the holder's reply, the decision; one open at a time. LOCAL. */
export const certificateMeasures = pgTable(
  'certificate_measures',
  {
    id: newId(),
    certificateId: uuid('certificate_id').notNull().references(() => certificates.id),
    kind: text({ enum: measureKinds }).notNull(),
    toLevel: text('to_level', { enum: levels }),
    toGrade: text('to_grade'),
    grounds: text().notNull(),
    isInterim: boolean('is_interim').notNull().default(false),
    replyDueOn: date('reply_due_on', { mode: 'string' }).notNull(),
    openedBy: text('opened_by').notNull(),
    openedByName: text('opened_by_name').notNull(),
    openedAt: at('opened_at').notNull(),
    state: text({ enum: measureStates }).notNull().default('notified'),
    reply: text().notNull().default(''),
    repliedByName: text('replied_by_name').notNull().default(''),
    repliedAt: at('replied_at'),
    outcome: text({ enum: measureOutcomes }),
    reason: text().notNull().default(''),
    decidedByName: text('decided_by_name').notNull().default(''),
    decidedAt: at('decided_at'),
  },
  (t) => [
    uniqueIndex('one_measure_open').on(t.certificateId).where(sql`state <> 'decided'`),
    index('measures_by_certificate').on(t.certificateId, t.id),
    index('measures_open').on(t.replyDueOn).where(sql`state <> 'decided'`),
  ],
);

/** 申辩材料: what the holder brought with the reply. LOCAL. */
export const measurePapers = pgTable(
  'measure_papers',
  {
    measureId: uuid('measure_id').notNull().references(() => certificateMeasures.id),
    fileId: uuid('file_id').notNull().references(() => files.id),
  },
  (t) => [primaryKey({ columns: [t.measureId, t.fileId] }), index('measure_papers_by_file').on(t.fileId)],
);
