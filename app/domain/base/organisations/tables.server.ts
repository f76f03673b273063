import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { regionCode } from '#app/db/columns.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { organisationKinds, verifications } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** 机构. LOCAL. */
export const organisations = pgTable(
  'organisations',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    kind: text({ enum: organisationKinds }).notNull(),
    name: text().notNull(),
    creditCode: text('credit_code').unique(),
    regionCode: regionCode('region_code').notNull().references(() => regions.code),
    address: text().notNull().default(''),
    contactName: text('contact_name').notNull().default(''),
    contactPhone: text('contact_phone').notNull().default(''),
    verification: text({ enum: verifications }).notNull().default('unverified'),
    verifiedBy: text('verified_by').references(() => users.id),
    verifiedAt: at('verified_at'),
    verificationNote: text('verification_note').notNull().default(''),
    /** Grows with every correction: a verdict names the one that was read. */
    revision: integer().notNull().default(0),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [
    index('organisations_by_region').on(t.regionCode),
    index('organisations_by_name').using('gin', sql`${t.name} gin_trgm_ops`),
    index('organisations_unverified').on(t.id).where(sql`verification = 'unverified'`),
  ],
);

/** 经办人: who may act for an organisation, from when to when. LOCAL. */
export const organisationAgents = pgTable(
  'organisation_agents',
  {
    organisationId: uuid('organisation_id').notNull().references(() => organisations.id),
    userId: text('user_id').notNull().references(() => users.id),
    since: at('since').notNull(),
    until: at('until'),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.userId] })],
);
