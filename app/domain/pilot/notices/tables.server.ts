import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { regionCode } from '#app/db/columns.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { entryStates, noticeStates, objectionOutcomes, objectionStates } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const newId = () => uuid().primaryKey().default(sql`uuidv7()`);

/** 公示: a list shown for a number of working days before it becomes final. LOCAL. */
export const notices = pgTable(
  'notices',
  {
    id: newId(),
    callId: uuid('call_id').notNull().references(() => calls.id),
    title: text().notNull(),
    body: text().notNull().default(''),
    state: text({ enum: noticeStates }).notNull().default('draft'),
    startsOn: date('starts_on', { mode: 'string' }),
    endsOn: date('ends_on', { mode: 'string' }),
    workingDays: integer('working_days').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    publishedAt: at('published_at'),
    finalAt: at('final_at'),
  },
  (t) => [index('notices_by_state').on(t.state, t.publishedAt)],
);

/** 公示条目. LOCAL. */
export const noticeEntries = pgTable(
  'notice_entries',
  {
    noticeId: uuid('notice_id').notNull().references(() => notices.id, { onDelete: 'cascade' }),
    applicationId: uuid('application_id').notNull().references(() => applications.id),
    regionCode: regionCode('region_code').notNull().references(() => regions.code),
    position: integer().notNull(),
    state: text({ enum: entryStates }).notNull().default('standing'),
    removedReason: text('removed_reason').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.noticeId, t.applicationId] }), index('notice_entries_by_application').on(t.applicationId)],
);

/** 异议: with a name or without; its code lets whoever wrote it see what became of it. LOCAL. */
export const objections = pgTable(
  'objections',
  {
    id: newId(),
    noticeId: uuid('notice_id').notNull().references(() => notices.id),
    applicationId: uuid('application_id').references(() => applications.id),
    isAnonymous: boolean('is_anonymous').notNull(),
    name: text().notNull().default(''),
    contact: text().notNull().default(''),
    content: text().notNull(),
    code: text().notNull().unique(),
    state: text({ enum: objectionStates }).notNull().default('received'),
    outcome: text({ enum: objectionOutcomes }),
    answer: text().notNull().default(''),
    answeredBy: text('answered_by').notNull().default(''),
    answerDueOn: date('answer_due_on', { mode: 'string' }).notNull(),
    receivedAt: at('received_at').notNull(),
    answeredAt: at('answered_at'),
  },
  (t) => [index('objections_by_notice').on(t.noticeId, t.state), index('objections_open').on(t.answerDueOn).where(sql`state <> 'answered'`)],
);
