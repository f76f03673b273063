import { sql } from 'drizzle-orm';
import { bigint, boolean, check, date, index, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { plainJson, regionCode } from '#app/db/columns.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { editions } from '#app/domain/base/standard/tables.server.ts';
import { type AgendaItem, expertSlots, type SampleContent, visitNotices, visitReasons, visitStates } from './model.ts';
import { attachmentKinds, type Place, type Version } from './package.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const newId = () => uuid().primaryKey().default(sql`uuidv7()`);

/** 抽样: a draw, with all that makes it again: the seed, the list it was drawn from and its hash. LOCAL. */
export const visitSamples = pgTable('visit_samples', {
  id: newId(),
  regionCode: regionCode('region_code').notNull(),
  year: smallint().notNull(),
  seed: text().notNull(),
  content: jsonb().notNull().$type<SampleContent>(),
  drawnBy: text('drawn_by').notNull(),
  drawnByName: text('drawn_by_name').notNull(),
  drawnAt: at('drawn_at').notNull(),
});

/** 到访: one visit to one community, planned by the office. LOCAL. */
export const visits = pgTable(
  'visits',
  {
    id: newId(),
    number: text().notNull().unique(),
    regionCode: regionCode('region_code').notNull().references(() => regions.code),
    year: smallint().notNull(),
    editionId: text('edition_id').notNull().references(() => editions.id),
    state: text({ enum: visitStates }).notNull().default('planned'),
    notice: text({ enum: visitNotices }).notNull(),
    reason: text({ enum: visitReasons }).notNull(),
    purpose: text().notNull().default(''),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }).notNull(),
    agenda: jsonb().notNull().$type<AgendaItem[]>().default([]),
    sampleId: uuid('sample_id').references(() => visitSamples.id),
    /** 路线: the place of this visit among those of its experts. */
    leg: smallint().notNull().default(1),
    revision: integer().notNull().default(0),
    plannedBy: text('planned_by').notNull(),
    plannedAt: at('planned_at').notNull(),
    begunAt: at('begun_at'),
    signedAt: at('signed_at'),
    contentHash: text('content_hash'),
    score: integer(),
    endedAt: at('ended_at'),
    endReason: text('end_reason').notNull().default(''),
  },
  (t) => [
    index('visits_by_region').on(t.regionCode, t.id),
    index('visits_by_state').on(t.state, t.fromOn),
    check('a_visit_ends_after_it_begins', sql`${t.toOn} >= ${t.fromOn}`),
  ],
);

/** 到访专家: who goes; the database refuses whom a tie keeps from the community. Set aside when somebody else goes instead or a tie arises later. LOCAL. */
export const visitExperts = pgTable(
  'visit_experts',
  {
    visitId: uuid('visit_id').notNull().references(() => visits.id),
    slot: text({ enum: expertSlots }).notNull(),
    expertId: text('expert_id').notNull().references(() => users.id),
    assignedBy: text('assigned_by').notNull(),
    assignedAt: at('assigned_at').notNull(),
    setAsideAt: at('set_aside_at'),
  },
  (t) => [
    primaryKey({ columns: [t.visitId, t.expertId] }),
    uniqueIndex('one_expert_per_slot').on(t.visitId, t.slot).where(sql`set_aside_at is null`),
    index('visit_experts_by_expert').on(t.expertId),
  ],
);

/** 设备: a phone that an expert carries; revoked, it clears itself at its next contact. LOCAL. */
export const visitDevices = pgTable(
  'visit_devices',
  {
    id: uuid().primaryKey(),
    ownerId: text('owner_id').notNull().references(() => users.id),
    name: text().notNull(),
    registeredAt: at('registered_at').notNull(),
    lastSeenAt: at('last_seen_at'),
    revokedAt: at('revoked_at'),
    revokedBy: text('revoked_by'),
    revokeReason: text('revoke_reason').notNull().default(''),
    /** When the phone was told to clear itself, if it has come back. */
    wipedAt: at('wiped_at'),
  },
  (t) => [index('visit_devices_by_owner').on(t.ownerId)],
);

/** 带走: which device took which visit along, when it last came back, what it still holds, and how wrong its clock was. LOCAL. */
export const visitTakings = pgTable(
  'visit_takings',
  {
    visitId: uuid('visit_id').notNull().references(() => visits.id),
    deviceId: uuid('device_id').notNull().references(() => visitDevices.id),
    takenAt: at('taken_at').notNull(),
    syncedAt: at('synced_at'),
    remaining: integer().notNull().default(0),
    skewMs: bigint('skew_ms', { mode: 'number' }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.visitId, t.deviceId] })],
);

const about = () => ({ countyCode: integer('county_code').notNull(), visitId: uuid('visit_id').notNull(), regionCode: regionCode('region_code').notNull() });

/** 收到的改动: every entry that ever came, as it came; only added. Late ones stand beside the record. COUNTY. */
export const visitEntries = pgTable(
  'visit_entries',
  {
    ...about(),
    deviceId: text('device_id').notNull(),
    seq: integer().notNull(),
    path: text().notNull(),
    value: plainJson().notNull(),
    baseRevision: integer('base_revision').notNull(),
    deviceAt: at('device_at').notNull(),
    serverAt: at('server_at').notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    isLate: boolean('is_late').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.visitId, t.deviceId, t.seq] }),
    check('visit_entry_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
  ],
);

/** 现场记录: one path as it stands, with every device's last word. COUNTY. */
export const visitFields = pgTable(
  'visit_fields',
  { ...about(), path: text().notNull(), revision: integer().notNull(), versions: plainJson().notNull().$type<Version[]>() },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.visitId, t.path] }),
    check('visit_field_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
  ],
);

/** 现场附件: said by a phone, wanted until it is there; `sha256` is what the phone hashed, `storedSha256` the copy without its hidden data. COUNTY. */
export const visitAttachments = pgTable(
  'visit_attachments',
  {
    ...about(),
    sha256: text().notNull(),
    kind: text({ enum: attachmentKinds }).notNull(),
    mediaType: text('media_type').notNull(),
    size: integer().notNull(),
    deviceId: text('device_id').notNull(),
    deviceAt: at('device_at').notNull(),
    skewMs: bigint('skew_ms', { mode: 'number' }).notNull(),
    place: jsonb().$type<Place>(),
    saidAt: at('said_at').notNull(),
    arrivedAt: at('arrived_at'),
    fileId: uuid('file_id'),
    storedSha256: text('stored_sha256'),
    isLate: boolean('is_late').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.visitId, t.sha256] }),
    check('visit_attachment_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
  ],
);
