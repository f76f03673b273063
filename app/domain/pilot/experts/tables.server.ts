import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { organisations } from '#app/domain/base/organisations/tables.server.ts';
import { type ExpertField, type ExpertLanguage, standings, usualLoad } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const day = (name: string) => date(name, { mode: 'string' });

/** 专家: fields, languages, home region and organisation of a reviewer, and whether they may be asked. LOCAL. */
export const experts = pgTable(
  'experts',
  {
    userId: text('user_id').primaryKey().references(() => users.id),
    fields: jsonb().notNull().$type<ExpertField[]>(),
    languages: jsonb().notNull().$type<ExpertLanguage[]>().default(['zh']),
    regionCode: text('region_code').notNull(),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    organisationName: text('organisation_name').notNull().default(''),
    maxLoad: smallint('max_load').notNull().default(usualLoad),
    termFrom: day('term_from'),
    termUntil: day('term_until'),
    standing: text({ enum: standings }).notNull().default('invited'),
    /** Why somebody was suspended; the expert reads it. */
    standingReason: text('standing_reason').notNull().default(''),
    standingBy: text('standing_by').notNull().default(''),
    standingAt: at('standing_at'),
    trainedOn: day('trained_on'),
    training: text().notNull().default(''),
    createdAt: at('created_at').notNull(),
  },
  (t) => [check('an_expert_takes_some', sql`${t.maxLoad} between 1 and 100`), check('a_term_has_an_end', sql`${t.termUntil} >= ${t.termFrom}`)],
);

/** 年度协议: the text an expert signed for one year, word for word; never changed. LOCAL. */
export const expertAgreements = pgTable(
  'expert_agreements',
  {
    expertId: text('expert_id').notNull().references(() => experts.userId),
    year: integer().notNull(),
    version: text().notNull(),
    content: text().notNull(),
    contentHash: text('content_hash').notNull(),
    signedName: text('signed_name').notNull(),
    signedAt: at('signed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.expertId, t.year] })],
);

/** 请假: the days on which an expert takes no new applications. LOCAL. */
export const expertAbsences = pgTable(
  'expert_absences',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    expertId: text('expert_id').notNull().references(() => experts.userId, { onDelete: 'cascade' }),
    fromOn: day('from_on').notNull(),
    untilOn: day('until_on').notNull(),
    note: text().notNull().default(''),
    createdAt: at('created_at').notNull(),
  },
  (t) => [index('expert_absences_by_expert').on(t.expertId, t.untilOn), check('an_absence_has_an_end', sql`${t.untilOn} >= ${t.fromOn}`)],
);
