import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { regionCode } from '#app/db/columns.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { organisations } from '#app/domain/base/organisations/tables.server.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { conflictKinds, conflictSources } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const newId = () => uuid().primaryKey().default(sql`uuidv7()`);

/** 回避关系: a tie that was declared or recorded; what the records know by themselves is worked out in `conflicts_between`. Never changed but by lifting it once, with the reason. LOCAL. */
export const conflicts = pgTable(
  'conflicts',
  {
    id: newId(),
    expertId: text('expert_id').notNull().references(() => users.id),
    kind: text({ enum: conflictKinds }).notNull(),
    source: text({ enum: conflictSources }).notNull(),
    applicationId: uuid('application_id').references(() => applications.id),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    organisationName: text('organisation_name'),
    /** 辖区: everything in it. */
    regionCode: regionCode('region_code').references(() => regions.code),
    /** 社区: this unit and no other. */
    communityCode: regionCode('community_code').references(() => regions.code),
    reason: text().notNull(),
    fromOn: date('from_on', { mode: 'string' }),
    untilOn: date('until_on', { mode: 'string' }),
    declaredBy: text('declared_by').notNull(),
    declaredByName: text('declared_by_name').notNull(),
    declaredAt: at('declared_at').notNull(),
    liftedAt: at('lifted_at'),
    liftedBy: text('lifted_by'),
    liftedByName: text('lifted_by_name'),
    liftReason: text('lift_reason'),
  },
  (t) => [
    index('conflicts_by_expert').on(t.expertId, t.id),
    check('a_tie_has_one_other_end', sql`num_nonnulls(${t.applicationId}, ${t.organisationId}, ${t.organisationName}, ${t.regionCode}, ${t.communityCode}) = 1`),
    check('a_lifted_tie_says_why', sql`num_nonnulls(${t.liftedAt}, ${t.liftedBy}, ${t.liftReason}) in (0, 3) and coalesce(length(${t.liftReason}), 10) >= 10`),
  ],
);

/** 无回避情形声明: what an expert confirmed before one application was opened to them, word for word. LOCAL. */
export const attestations = pgTable(
  'attestations',
  {
    id: newId(),
    expertId: text('expert_id').notNull().references(() => users.id),
    applicationId: uuid('application_id').notNull().references(() => applications.id),
    assignmentId: uuid('assignment_id').notNull(),
    version: text().notNull(),
    statement: text().notNull(),
    attestedAt: at('attested_at').notNull(),
  },
  (t) => [index('attestations_by_assignment').on(t.assignmentId)],
);

/** 打开材料: which expert opened which paper of which application, and when. LOCAL. */
export const openings = pgTable(
  'openings',
  {
    id: newId(),
    expertId: text('expert_id').notNull().references(() => users.id),
    applicationId: uuid('application_id').notNull().references(() => applications.id),
    assignmentId: uuid('assignment_id').notNull(),
    fileId: uuid('file_id').references(() => files.id),
    openedAt: at('opened_at').notNull(),
  },
  (t) => [index('openings_by_assignment').on(t.assignmentId)],
);
