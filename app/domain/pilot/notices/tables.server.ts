import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { plainJson, regionCode } from '#app/db/columns.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { entryStates, noticeStates, type NoticeContent } from './model.ts';

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
    /** 版次: 0 is the draft, 1 what was published first; each correction is one more. */
    version: integer().notNull().default(0),
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
    /** 更正说明: what was put right about this entry, for everybody to read. */
    correction: text().notNull().default(''),
    /** 递补 on this day; null for those that were on the list from the beginning. */
    movedUpOn: date('moved_up_on', { mode: 'string' }),
  },
  (t) => [primaryKey({ columns: [t.noticeId, t.applicationId] }), index('notice_entries_by_application').on(t.applicationId)],
);

/** 公示版次: what everybody was shown, frozen with its hash at publication and at each correction; the app may add, never alter. LOCAL. */
export const noticeVersions = pgTable(
  'notice_versions',
  {
    noticeId: uuid('notice_id').notNull().references(() => notices.id),
    version: integer().notNull(),
    content: plainJson().notNull().$type<NoticeContent>(),
    hash: text().notNull(),
    reason: text().notNull().default(''),
    publishedBy: text('published_by').notNull(),
    publishedAt: at('published_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.noticeId, t.version] })],
);

/** 公示印本: the PDF of one version, kept as it was made first, so that every copy has the same hash. LOCAL. */
export const noticePrints = pgTable(
  'notice_prints',
  {
    noticeId: uuid('notice_id').notNull().references(() => notices.id),
    version: integer().notNull(),
    sha256: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.noticeId, t.version] })],
);

/**
 * 暂缓: something for which the list must wait. Open while it has no last day; afterwards it still holds until that day ends.
 * One that is not known yet holds the list but is counted for nobody. LOCAL.
 */
export const noticeHolds = pgTable(
  'notice_holds',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    noticeId: uuid('notice_id').notNull().references(() => notices.id),
    standsUntil: date('stands_until', { mode: 'string' }),
    isKnown: boolean('is_known').notNull().default(true),
  },
  (t) => [index('notice_holds_by_notice').on(t.noticeId)],
);
