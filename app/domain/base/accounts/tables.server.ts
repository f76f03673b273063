import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { regionCode } from '#app/db/columns.ts';
import { roles } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** 账号. LOCAL. */
export const users = pgTable(
  'users',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    email: text().notNull().unique(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text(),
    username: text().unique(),
    phoneNumber: text('phone_number').unique(),
    phoneNumberVerified: boolean('phone_number_verified').notNull().default(false),
    twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
    regionCode: regionCode('region_code').notNull().default('*'),
    disabledAt: at('disabled_at'),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [index('users_by_region').on(t.regionCode)],
);

/** 会话: the token column holds a hash, so a dump of the database signs nobody in. LOCAL. */
export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text('user_id').notNull().references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: at('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [index('sessions_by_user').on(t.userId)],
);

/** 凭证: how a person signs in (password hash). LOCAL. */
export const credentials = pgTable(
  'credentials',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id').notNull().references(() => users.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: at('access_token_expires_at'),
    refreshTokenExpiresAt: at('refresh_token_expires_at'),
    scope: text(),
    password: text(),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [index('credentials_by_user').on(t.userId)],
);

/** 验证: short-lived codes of the sign-in library. LOCAL. */
export const verifications = pgTable(
  'verifications',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: at('expires_at').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [index('verifications_by_identifier').on(t.identifier)],
);

/** 二次验证: the encrypted secret of a one-time-code app. LOCAL. */
export const twoFactors = pgTable(
  'two_factors',
  {
    id: text().primaryKey(),
    secret: text().notNull(),
    backupCodes: text('backup_codes').notNull(),
    userId: text('user_id').notNull().references(() => users.id, { onDelete: 'cascade' }),
    verified: boolean().notNull().default(true),
    failedVerificationCount: integer('failed_verification_count').notNull().default(0),
    lockedUntil: at('locked_until'),
  },
  (t) => [index('two_factors_by_user').on(t.userId)],
);

/** 授权: one role of one person in one region ('*' is the nation) or organisation. LOCAL. */
export const roleGrants = pgTable(
  'role_grants',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    userId: text('user_id').notNull().references(() => users.id, { onDelete: 'cascade' }),
    role: text({ enum: roles }).notNull(),
    regionCode: regionCode('region_code').notNull(),
    organisationId: uuid('organisation_id'),
    grantedBy: text('granted_by').notNull(),
    grantedAt: at('granted_at').notNull(),
  },
  (t) => [
    unique('one_grant_per_role_and_place').on(t.userId, t.role, t.regionCode, t.organisationId).nullsNotDistinct(),
    index('role_grants_by_place').on(t.regionCode, t.role),
  ],
);

/** 邀请: a link, kept as a hash, that lets one person make an account; its role counts once confirmed and accepted. LOCAL. */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    tokenHash: text('token_hash').notNull().unique(),
    name: text().notNull(),
    contact: text().notNull(),
    role: text({ enum: roles }).notNull(),
    regionCode: regionCode('region_code').notNull(),
    organisationId: uuid('organisation_id'),
    invitedBy: text('invited_by').notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    confirmedBy: text('confirmed_by'),
    confirmedAt: at('confirmed_at'),
    acceptedBy: text('accepted_by'),
    acceptedAt: at('accepted_at'),
    revokedAt: at('revoked_at'),
  },
  (t) => [index('invitations_by_region').on(t.regionCode, t.id)],
);
